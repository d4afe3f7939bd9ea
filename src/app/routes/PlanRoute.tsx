import { lastVersion } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { PlanScreen } from '#features/plan/PlanScreen.tsx'
import { usePlan } from '#features/plan/usePlan.ts'
import type { BookRow } from '#store/database.ts'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/plan`. */
export function PlanRoute() {
  return <BookRoute>{(book, actor) => <PlanOf book={book} actor={actor} />}</BookRoute>
}

function PlanOf({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, today, newDocumentId, newIntent, act, sign } = useWorkspace()
  const navigate = useNavigate()
  const base = `/livret/${actor.logbookId}/plan`

  return (
    <PlanScreen
      facts={facts}
      actor={actor}
      plan={usePlan(db, actor, today())}
      onNew={() => void navigate(`${base}/${newDocumentId()}`)}
      onDone={async ({ document }) => {
        const hash = lastVersion(document)?.hash
        return hash === undefined
          ? 'unknown-version'
          : sign(document, hash, { ...actor, at: now() })
      }}
      onEdit={async ({ document: { id: documentId, state } }) => {
        // What is open to be corrected already is gone on with.
        const amend = { ...newIntent(), documentId, kind: 'objective', type: 'amend' } as const
        const refusal = state === 'draft' ? null : await act(amend, { ...actor, at: now() })
        if (refusal === null) await navigate(`${base}/${documentId}`)
        return refusal
      }}
    />
  )
}
