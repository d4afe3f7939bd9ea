import { mayManageMembers } from '#domain/enrolment/mayManageMembers.ts'
import { PeopleScreen } from '#features/people/PeopleScreen.tsx'
import type { BookRow } from '#store/database.ts'
import { addMember, endMember } from '../centreServer.ts'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/personnes`, for everybody who may open the logbook. */
export function PeopleRoute() {
  return <BookRoute>{(book) => <People key={book.id} book={book} />}</BookRoute>
}

function People({ book: { id, facts } }: { readonly book: BookRow }) {
  const { person, today, sync } = useWorkspace()
  const day = today()
  // The list comes from what this device holds: it is read again before a change is said to be done.

  return (
    <PeopleScreen
      facts={facts}
      reader={person.id}
      today={day}
      back={`/livret/${id}`}
      changes={
        mayManageMembers(facts.members, person.id, day)
          ? {
              onAdd: async (member) => {
                const answer = await addMember(id, member)
                if (answer.kind === 'entered') await sync.now()
                return answer
              },
              onEnd: async (end) => {
                const refusal = await endMember(id, end)
                if (refusal === null) await sync.now()
                return refusal
              },
            }
          : null
      }
    />
  )
}
