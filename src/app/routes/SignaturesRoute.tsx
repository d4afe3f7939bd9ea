import { InterviewState } from '#features/interview/InterviewState.tsx'
import { DocumentState } from '#features/parts/DocumentState.tsx'
import { SignedScreen } from '#features/sign/SignedScreen.tsx'
import { useSigned } from '#features/sign/useSigned.ts'
import type { ShownDocument } from '#store/documents.ts'
import { useWorkspace } from '../workspace.ts'

/** `/signatures`: all that this person signed. */
export function SignaturesRoute() {
  const { db, person } = useWorkspace()
  return <SignedScreen logbooks={useSigned(db, person.id)} stateOf={stateOf} />
}

function stateOf(document: ShownDocument) {
  switch (document.kind) {
    case 'interview':
    case 'individualInterview':
      return <InterviewState document={document} />
    // Masculine in French.
    case 'objective':
    case 'placement':
    case 'arrangement':
      return <DocumentState document={document} ending="" />
    default:
      return <DocumentState document={document} />
  }
}
