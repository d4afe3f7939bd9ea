import { expect } from '@playwright/test'
import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'

/** A real mail server of the journey’s own, which takes everything. */
export interface MailServer {
  readonly smtpUrl: string
  /** How many mails arrived for an address. */
  readonly countFor: (address: string) => number
  /** The code in the `nth` mail to an address, once it is there; 1 is the first. */
  readonly codeFor: (address: string, nth?: number) => Promise<string>
  readonly close: () => Promise<void>
}

export async function openMailServer(): Promise<MailServer> {
  const mails: { readonly to: readonly string[]; readonly raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      let raw = ''
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')))
      stream.on('end', () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  const { port } = server.server.address() as AddressInfo
  const mailsFor = (address: string) => mails.filter(({ to }) => to.includes(address))
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    countFor: (address) => mailsFor(address).length,
    codeFor: async (address, nth = 1) => {
      await expect.poll(() => mailsFor(address).length).toBeGreaterThanOrEqual(nth)
      return /: (\d{6})\b/u.exec(mailsFor(address)[nth - 1]?.raw ?? '')?.[1] ?? ''
    },
    close: () =>
      new Promise((closed) => {
        server.close(closed)
      }),
  }
}
