import { createTransport } from 'nodemailer'
import type { Mail } from './mail.ts'

/** Mails by the SMTP server at `smtpUrl`; each hand-over takes at most half a minute. */
export function smtpMail({ smtpUrl, from }: { smtpUrl: string; from: string }): Mail {
  const transport = createTransport(smtpUrl, {
    from,
    // Our mails carry no files: nothing in a message may make us read one.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async (message) => {
      const timer = AbortSignal.timeout(30_000)
      const late = new Promise<never>((_, reject) => {
        timer.addEventListener('abort', () => {
          reject(new Error('the mail server does not answer'))
        })
      })
      await Promise.race([transport.sendMail(message), late])
    },
  }
}
