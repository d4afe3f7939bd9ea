import { SignInScreen } from '#features/start/SignInScreen.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { ApiAnswer } from '../api.ts'
import { forgetCode, recallCode, rememberCode } from '../pendingCode.ts'
import { requestCode, signIn } from '../sessionServer.ts'
import { useSession } from '../session.ts'
import { texts } from '../texts.ts'

/** `/connexion`, and `/` where a person has to sign in first. */
export function SignInRoute() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const demo = useSession((session) => session.demo) === true
  const [pending] = useState(() => recallCode(Date.now()))
  return (
    <SignInScreen
      back={pathname === '/' ? undefined : { to: '/', label: t.home }}
      pending={pending}
      mails={demo ? '/demo/mails' : undefined}
      onRequestCode={async (email) => {
        const answer = await requestCode(email)
        if (answer.kind !== 'ok') return { problem: codeOf(answer) }
        rememberCode({ requestId: answer.body, email }, Date.now())
        return { requestId: answer.body }
      }}
      onSignIn={async (requestId, code) => {
        const answer = await signIn(requestId, code)
        if (answer.kind !== 'ok') return codeOf(answer)
        forgetCode()
        await navigate('/')
        return null
      }}
      onOtherEmail={forgetCode}
    />
  )
}

const codeOf = (answer: Exclude<ApiAnswer<unknown>, { kind: 'ok' }>): string =>
  answer.kind === 'offline' ? 'offline' : answer.code
