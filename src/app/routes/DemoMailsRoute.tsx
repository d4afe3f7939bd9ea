import { MailsScreen, type DemoMail } from '#features/start/MailsScreen.tsx'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { api } from '../api.ts'

const schema = z.object({
  mails: z.array(
    z.object({
      id: z.string(),
      to: z.string(),
      subject: z.string(),
      text: z.string(),
      at: z.string(),
    }),
  ),
})

export function DemoMailsRoute() {
  const [mails, setMails] = useState<readonly DemoMail[]>()

  useEffect(() => {
    void api('GET', '/api/v1/demo/mails', null, (json) => {
      const read = schema.safeParse(json)
      return read.success ? read.data.mails : null
    }).then((answer) => {
      setMails(answer.kind === 'ok' ? answer.body : [])
    })
  }, [])

  return <MailsScreen mails={mails} />
}
