import { rolesOn } from '#domain/membership.ts'
import type { PeopleRefusal } from '#features/people/peopleRefusal.ts'
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
  const isCoordinator = rolesOn(facts.members, person.id, day).includes('coordinator')

  // The list comes from what this device holds: it is read again before it is said to be done.
  const thenSync = async (change: Promise<PeopleRefusal | null>) => {
    const refusal = await change
    if (refusal === null) await sync.now()
    return refusal
  }
  return (
    <PeopleScreen
      facts={facts}
      reader={person.id}
      today={day}
      back={`/livret/${id}`}
      changes={
        isCoordinator
          ? {
              onAdd: (member) => thenSync(addMember(id, member)),
              onEnd: (end) => thenSync(endMember(id, end)),
            }
          : null
      }
    />
  )
}
