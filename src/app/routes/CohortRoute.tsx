import { CohortScreen } from '#features/follow/CohortScreen.tsx'
import { useFollowed } from '#features/follow/useFollowed.ts'
import { useWorkspace } from '../workspace.ts'

/** `/promotion`. */
export function CohortRoute() {
  const { db, person, today } = useWorkspace()
  const day = today()
  return <CohortScreen apprentices={useFollowed(db, person.id, day)} today={day} />
}
