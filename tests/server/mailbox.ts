import { SMTPServer } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import { afterAll, vi } from 'vitest'

interface Arrived {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
}

export interface Mailbox {
  readonly smtpUrl: string
  /** What arrived so far, oldest first, as sent over the wire. */
  readonly mails: readonly Arrived[]
  /** The code of the `nth` mail from `from` to `to`, once it is there; 1 is the first. */
  readonly codeIn: (mail: { from: string; to: string; nth?: number }) => Promise<string>
}

/** A mail server of the test's own, which takes what `refuses` does not name. Closed after the file's last test. */
export async function openMailbox(
  refuses: (address: string) => boolean = () => false,
): Promise<Mailbox> {
  const mails: Arrived[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      done(refuses(address) ? new Error(`550 no mailbox ${address}`) : null)
    },
    onData: (stream, session, done) => {
      let raw = ''
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString('utf8')))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom === false ? '' : mailFrom.address
        mails.push({ from, to: rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  afterAll(() => {
    server.close()
  })
  const { port } = server.server.address() as AddressInfo
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    mails,
    codeIn: ({ from, to, nth = 1 }) =>
      vi.waitFor(() => {
        const mail = mails.filter((each) => each.from === from && each.to.includes(to))[nth - 1]
        const code = mail?.raw.match(/: (\d{6})\b/u)?.[1]
        if (!code) throw new Error(`no mail ${nth} for ${to} yet`)
        return code
      }, 10_000),
  }
}
