import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState, type SyntheticEvent } from 'react'
import { texts } from './texts.ts'

/** What asking for a code gave: the request it belongs to, or the code of what went wrong. */
export type CodeRequest = { readonly requestId: string } | { readonly problem: string }

interface Props {
  readonly back?: { readonly to: string; readonly label: string } | undefined
  readonly onRequestCode: (email: string) => Promise<CodeRequest>
  /** Resolves to the code of what went wrong, or `null` once signed in. */
  readonly onSignIn: (requestId: string, code: string) => Promise<string | null>
}

/** Sign-in by a code sent by mail; the code is typed here, so that it works inside an installed app. */
export function SignInScreen({ back, onRequestCode, onSignIn }: Props) {
  const t = useTexts(texts)
  const [email, setEmail] = useState('')
  const [requestId, setRequestId] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setBusy(true)
    if (requestId === null) {
      const request = await onRequestCode(email.trim())
      if ('requestId' in request) setRequestId(request.requestId)
      setProblem('problem' in request ? request.problem : null)
    } else {
      setProblem(await onSignIn(requestId, code.replaceAll(/\D/gu, '')))
    }
    setBusy(false)
  }

  return (
    <Page title={t.signIn} back={back}>
      <form onSubmit={(event) => void submit(event)}>
        <Stack>
          {problem && (
            <Notice tone="problem" role="alert">
              <p>{t.problems[problem] ?? t.problems['other']}</p>
            </Notice>
          )}
          {requestId === null ? (
            <>
              <p>{t.signInLead}</p>
              <TextField
                label={t.email}
                type="email"
                autoComplete="email"
                required
                value={email}
                onChange={setEmail}
              />
              <Button type="submit" variant="primary" busy={busy}>
                {t.sendCode}
              </Button>
            </>
          ) : (
            <>
              <p role="status">{t.codeLead(email)}</p>
              <TextField
                label={t.code}
                hint={t.codeHint}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                short
                value={code}
                onChange={setCode}
              />
              <Button type="submit" variant="primary" busy={busy}>
                {t.open}
              </Button>
              <Button
                variant="quiet"
                onClick={() => {
                  setRequestId(null)
                  setCode('')
                  setProblem(null)
                }}
              >
                {t.otherEmail}
              </Button>
            </>
          )}
        </Stack>
      </form>
    </Page>
  )
}
