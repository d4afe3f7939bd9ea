import type { Actor } from '#domain/rights.ts'
import { EnrolmentScreen } from '#features/enrolment/EnrolmentScreen.tsx'
import type { BookRow } from '#store/database.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useLogbookEnrolment } from './useLogbookEnrolment.ts'

/** `/livret/:logbookId/entree`. */
export function EnrolmentRoute() {
  return <BookRoute>{(book, actor) => <EnrolmentOf book={book} actor={actor} />}</BookRoute>
}

function EnrolmentOf({
  book: { facts },
  actor,
}: {
  readonly book: BookRow
  readonly actor: Actor
}) {
  const { now, today, newDocumentId, newIntent, act } = useWorkspace()
  return (
    <EnrolmentScreen
      facts={facts}
      actor={actor}
      enrolment={useLogbookEnrolment(facts, actor)}
      today={today()}
      onNote={async ({ step, state, on }) => {
        const target = { documentId: newDocumentId(), kind: 'admissionStep' } as const
        const set = { step, state, on }
        const who = { ...actor, at: now() }
        const refusal = await act({ ...newIntent(), ...target, type: 'patch', set, seen: {} }, who)
        return refusal ?? act({ ...newIntent(), ...target, type: 'publish' }, who)
      }}
    />
  )
}
