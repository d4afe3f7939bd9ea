import { effectiveCompanyDays } from '#domain/calendar/companyDays.ts'
import type { Actor } from '#domain/rights.ts'
import { ContractScreen } from '#features/contract/ContractScreen.tsx'
import { useCharges } from '#features/parts/useCharges.ts'
import { useOwnCalendar } from '#features/parts/useOwnCalendar.ts'
import type { BookRow } from '#store/database.ts'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/contrat`. */
export function ContractRoute() {
  return <BookRoute>{(book, actor) => <Contract book={book} actor={actor} />}</BookRoute>
}

function Contract({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, today, newDocumentId, newIntent, act } = useWorkspace()
  const navigate = useNavigate()
  const [newId] = useState(newDocumentId)
  const { contracts, calendar, absent } = useOwnCalendar(db, facts, actor)

  return (
    <ContractScreen
      contracts={contracts}
      facts={facts}
      actor={actor}
      today={today()}
      companyDays={calendar && effectiveCompanyDays(calendar, absent)}
      charges={useCharges(db)}
      newId={newId}
      onAmend={async ({ document: { id: documentId } }) => {
        const amend = { ...newIntent(), documentId, kind: 'contract', type: 'amend' } as const
        const refusal = await act(amend, { ...actor, at: now() })
        if (refusal === null) await navigate(documentId)
        return refusal
      }}
    />
  )
}
