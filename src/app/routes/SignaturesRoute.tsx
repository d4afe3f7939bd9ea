import { SignedScreen } from '#features/sign/SignedScreen.tsx'
import { useSigned } from '#features/sign/useSigned.ts'
import { useWorkspace } from '../workspace.ts'

/** `/signatures`: all that this person signed. */
export function SignaturesRoute() {
  const { db, person } = useWorkspace()
  return <SignedScreen logbooks={useSigned(db, person.id)} />
}
