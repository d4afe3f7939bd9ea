import { ApprenticesScreen } from '#features/follow/ApprenticesScreen.tsx'
import { useFollowed } from '#features/follow/useFollowed.ts'
import { useWorkspace } from '../workspace.ts'

/** `/` of a trainer or coordinator. */
export function TrainerHomeRoute() {
  const { db, person, today } = useWorkspace()
  const day = today()
  return <ApprenticesScreen apprentices={useFollowed(db, person.id, day)} today={day} />
}
