import type { Log } from '#server/deps.ts'
import type { Mail } from './mail.ts'

/** Sends nothing and says so: a server without `SMTP_URL` runs, and its keeper reads why codes stay away. */
export function noMail(log: Log): Mail {
  return {
    send: () => {
      log({ event: 'mail-not-configured' })
      return Promise.resolve()
    },
  }
}
