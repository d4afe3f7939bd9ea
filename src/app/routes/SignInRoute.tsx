import { SignInScreen } from '#features/start/SignInScreen.tsx'
import { useNavigate } from 'react-router'
import type { ApiAnswer } from '../api.ts'
import { requestCode, signIn } from '../sessionServer.ts'

export function SignInRoute() {
  const navigate = useNavigate()
  return (
    <SignInScreen
      onRequestCode={async (email) => {
        const answer = await requestCode(email)
        return answer.kind === 'ok' ? { requestId: answer.body } : { problem: codeOf(answer) }
      }}
      onSignIn={async (requestId, code) => {
        const answer = await signIn(requestId, code)
        if (answer.kind !== 'ok') return codeOf(answer)
        await navigate('/')
        return null
      }}
    />
  )
}

const codeOf = (answer: Exclude<ApiAnswer<unknown>, { kind: 'ok' }>): string =>
  answer.kind === 'offline' ? 'offline' : answer.code
