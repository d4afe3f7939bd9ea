import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextField } from '#ui/TextField.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { SimulatorLink } from './SimulatorLink.tsx'
import { texts } from './texts.ts'

/** What asking for a code gave: the request it belongs to, or the code of what went wrong. */
export type CodeRequest = { readonly requestId: string } | { readonly problem: string }

interface Props {
  readonly back?: { readonly to: string; readonly label: string } | undefined
  /** Asked for before, while this page was not open; `null`: nothing was. */
  readonly pending: { readonly requestId: string; readonly email: string } | null
  /** In the demo, where its mails are shown. */
  readonly mails?: string | undefined
  readonly onRequestCode: (email: string) => Promise<CodeRequest>
  /** Resolves to the code of what went wrong, or `null` once signed in. */
  readonly onSignIn: (requestId: string, code: string) => Promise<string | null>
  /** The code that was asked for is no longer wanted. */
  readonly onOtherEmail: () => void
}

/** These are about what was typed: the answer is in the field, not above it. */
const inField = ['not-valid', 'wrong-code']

/** Sign-in by a code sent by mail; the code is typed here, so that it works inside an installed app. */
export function SignInScreen(props: Props) {
  const { back, pending, mails, onRequestCode, onSignIn, onOtherEmail } = props
  const t = useTexts(texts)
  const field = useRef<HTMLInputElement>(null)
  const [email, setEmail] = useState(pending?.email ?? '')
  const [requestId, setRequestId] = useState(pending?.requestId ?? null)
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [acted, setActed] = useState(false)
  const [renewed, setRenewed] = useState(false)
  const askedFor = requestId !== null

  useEffect(() => {
    // Another step, or an answer about the field: one goes on where one types.
    if (acted) field.current?.focus()
  }, [acted, askedFor, problem])

  const during = async (work: () => Promise<string | null>) => {
    setBusy(true)
    setProblem(null)
    setActed(true)
    setProblem(await work())
    setBusy(false)
  }

  const askForCode = () =>
    during(async () => {
      if (!/^\S+@\S+\.\S+$/u.test(email.trim())) return 'not-valid'
      const request = await onRequestCode(email.trim())
      if ('problem' in request) return request.problem
      setRenewed(requestId !== null)
      setRequestId(request.requestId)
      setCode('')
      return null
    })

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    if (requestId === null) void askForCode()
    else {
      void during(async () => {
        // As it is pasted from a mail, with spaces.
        const digits = code.replaceAll(/\D/gu, '')
        return digits.length === 6 ? onSignIn(requestId, digits) : 'not-valid'
      })
    }
  }

  const about = problem !== null && inField.includes(problem)
  return (
    <Page title={t.signIn} back={back}>
      <form noValidate onSubmit={submit}>
        <Stack>
          {problem !== null && !about && (
            <Notice tone="problem" role="alert">
              <p>{t.problems[problem] ?? t.problems['other']}</p>
            </Notice>
          )}
          {requestId === null ? (
            <>
              <p>{t.signInLead}</p>
              <TextField
                key="email"
                ref={field}
                label={t.email}
                hint={mails === undefined ? undefined : t.demoEmail}
                type="email"
                autoComplete="email"
                required
                value={email}
                error={about ? t.emailNotValid : undefined}
                onChange={(text) => {
                  setProblem(null)
                  setEmail(text)
                }}
              />
              <Button type="submit" variant="primary" busy={busy}>
                {t.sendCode}
              </Button>
            </>
          ) : (
            <>
              <p role="status">{renewed ? t.newCodeLead(email) : t.codeLead(email)}</p>
              {mails !== undefined && (
                <Notice tone="info" title={t.demoTitle} role="note">
                  <ButtonLink to={mails} size="small">
                    {t.mails}
                  </ButtonLink>
                </Notice>
              )}
              <TextField
                key="code"
                ref={field}
                label={t.code}
                hint={t.codeHint}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                short
                value={code}
                error={
                  about ? (problem === 'wrong-code' ? t.wrongCode : t.codeNotValid) : undefined
                }
                onChange={(text) => {
                  setProblem(null)
                  setCode(text)
                }}
              />
              <Button type="submit" variant="primary" busy={busy}>
                {t.open}
              </Button>
              <Row>
                <Button variant="quiet" busy={busy} onClick={() => void askForCode()}>
                  {t.newCode}
                </Button>
                <Button
                  variant="quiet"
                  onClick={() => {
                    onOtherEmail()
                    setActed(true)
                    setRequestId(null)
                    setProblem(null)
                  }}
                >
                  {t.otherEmail}
                </Button>
              </Row>
            </>
          )}
        </Stack>
      </form>
      <SimulatorLink />
    </Page>
  )
}
