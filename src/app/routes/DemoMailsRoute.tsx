import { MailsScreen, type DemoMails } from '#features/start/MailsScreen.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { api } from '../api.ts'
import { recallCode } from '../pendingCode.ts'
import { texts } from '../texts.ts'

const schema = z.object({
  mails: z.array(
    z.object({
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      sentAt: z.string(),
    }),
  ),
})

/** How often to look for new mails, in ms: who waits for a code looks at this page. */
const LOOK_EVERY = 3_000

/** `/demo/mails`: what the demo would have sent. */
export function DemoMailsRoute() {
  const t = useTexts(texts)
  const [mails, setMails] = useState<DemoMails>()
  const [codeWaits] = useState(() => recallCode(Date.now()) !== null)

  useEffect(() => {
    const look = () => void readMails().then(setMails)
    look()
    const timer = setInterval(look, LOOK_EVERY)
    return () => {
      clearInterval(timer)
    }
  }, [])

  const back = codeWaits ? { to: '/connexion', label: t.typeTheCode } : { to: '/', label: t.home }
  return <MailsScreen mails={mails} back={back} />
}

async function readMails(): Promise<DemoMails> {
  const answer = await api('GET', '/api/v1/demo/mails', null, (json) => {
    const read = schema.safeParse(json)
    return read.success ? read.data.mails : null
  })
  if (answer.kind === 'ok') return answer.body
  return answer.kind === 'offline' ? 'offline' : 'elsewhere'
}
