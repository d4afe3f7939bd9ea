import { centrePeriods } from '#domain/aidCount.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { AidScreen } from '#features/aid/AidScreen.tsx'
import { claimsOf } from '#features/aid/claims.ts'
import type { Problem } from '#features/parts/problem.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import { useOwnCalendar } from '#features/parts/useOwnCalendar.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo } from 'react'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/aides`. */
export function AidsRoute() {
  return <BookRoute>{(book, actor) => <Aids book={book} actor={actor} />}</BookRoute>
}

function Aids({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const { db, now, today, newDocumentId, newIntent, act, sign } = useWorkspace()
  const { contracts, calendar, absent } = useOwnCalendar(db, facts, actor)
  const documents = useDocuments(db, 'aidClaim', actor.logbookId)
  const context = useMemo(() => {
    const records = contracts?.published.map(({ record }) => record) ?? []
    return {
      centrePeriods: calendar ? centrePeriods(calendar, absent) : [],
      birthDate: records[0]?.birthDate ?? '',
      contracts: records,
    }
  }, [contracts, calendar, absent])
  const claims = useMemo(
    () => documents && claimsOf(documents, actor, context),
    [documents, actor, context],
  )

  /** One after the other, until one is refused: what was written before stays. */
  const perform = async (operations: readonly Operation[]): Promise<Problem | null> => {
    for (const operation of operations) {
      const refusal = await act(operation, { ...actor, at: now() })
      if (refusal !== null) return refusal
    }
    return null
  }
  return (
    <AidScreen
      claims={claims}
      calendar={calendar}
      context={context}
      facts={facts}
      actor={actor}
      today={today()}
      onSend={(set) => {
        const documentId = newDocumentId()
        return perform([
          { ...newIntent(), documentId, kind: 'aidClaim', type: 'patch', set, seen: {} },
          { ...newIntent(), documentId, kind: 'aidClaim', type: 'submit' },
        ])
      }}
      onConfirm={async ({ document }) => {
        const hash = lastVersion(document)?.hash
        return hash === undefined
          ? 'unknown-version'
          : sign(document, hash, { ...actor, at: now() })
      }}
      onReturn={async ({ document }, reason) => {
        const hash = lastVersion(document)?.hash
        if (hash === undefined) return 'unknown-version'
        const target = { documentId: document.id, kind: 'aidClaim' } as const
        return perform([{ ...newIntent(), ...target, type: 'return', hash, reason }])
      }}
      onTakeBack={({ document: { id: documentId, state } }) => {
        const target = { documentId, kind: 'aidClaim' } as const
        return perform([
          ...(state === 'submitted'
            ? [{ ...newIntent(), ...target, type: 'withdraw' } as const]
            : []),
          { ...newIntent(), ...target, type: 'patch', set: { cancelled: 'yes' }, seen: {} },
          { ...newIntent(), ...target, type: 'submit' },
        ])
      }}
    />
  )
}
