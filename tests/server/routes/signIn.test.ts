import { beforeEach, describe, expect, it } from 'vitest'
import { smtpMail } from '#server/mail/smtpMail.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { openMailbox } from '../mailbox.ts'
import { addPeople, aServer, cookieOf, lea, type TestServer } from '../testServer.ts'

const { pool } = await createDatabase()
const mailbox = await openMailbox()
await addPeople(pool)

const address = 'Lea.Martin@example.fr'
const minutes = 60_000
const days = 24 * 60 * minutes
let server: TestServer
/** Each test has its own sender, so that a late mail of the test before is none of its own. */
let from = ''
let servers = 0

beforeEach(async () => {
  await pool.query('truncate rate_limit, session, sign_in_code')
  servers += 1
  from = `livret-${servers}@example.fr`
  server = await aServer(pool, {
    mail: smtpMail({ smtpUrl: mailbox.smtpUrl, from: `Livret <${from}>` }),
  })
})

const requestCode = async (email = 'lea.martin@example.fr'): Promise<string> => {
  const answer = await server.ask('POST', '/api/v1/sign-in/codes', { body: { email } })
  return ((await answer.json()) as { requestId: string }).requestId
}
const mailedCode = (nth = 1) => mailbox.codeIn({ from, to: address, nth })
const signIn = (requestId: string, code: string) =>
  server.ask('POST', '/api/v1/sign-in', { body: { requestId, code, label: 'Chrome sur Android' } })
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
const anotherThan = (code: string) => (code === '000000' ? '111111' : '000000')

describe('signing in', { timeout: 20_000 }, () => {
  it('the code from the mail opens the session, whatever the capitals of the address', async () => {
    const requestId = await requestCode('  LEA.martin@example.FR ')
    const answer = await signIn(requestId, await mailedCode())

    const person = { id: lea, name: 'Léa Martin', email: address, language: 'fr' }
    expect([answer.status, await answer.json()]).toEqual([200, { person }])
    expect(answer.headers.get('Set-Cookie')).toMatch(
      /^livret=[\w-]{43}; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/u,
    )
    const session = await server.ask('GET', '/api/v1/session', { cookie: cookieOf(answer) })
    expect(await session.json()).toEqual({ person, demo: false })
  })

  it('on https the cookie is Secure and bound to this host', async () => {
    server = await aServer(pool, {
      mail: smtpMail({ smtpUrl: mailbox.smtpUrl, from }),
      configuration: { publicUrl: 'https://livret.example.fr' },
    })
    const answer = await signIn(await requestCode(), await mailedCode())

    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-livret=.*; Secure;/u)
    const session = await server.ask('GET', '/api/v1/session', { cookie: cookieOf(answer) })
    expect(session.status).toBe(200)
  })

  it('the mail says the code in its subject and in both of its texts', async () => {
    await requestCode()
    const code = await mailedCode()
    const raw = mailbox.mails.find((mail) => mail.from === from)?.raw ?? ''

    expect(raw).toMatch(/^Subject: .*Votre_code/mu)
    expect(raw).toContain('text/plain')
    expect(raw).toContain('text/html')
    expect(raw.split(code).length - 1).toBe(3)
  })

  it('an address nobody has answers like one that somebody has, and gets no mail', async () => {
    const known = await server.ask('POST', '/api/v1/sign-in/codes', { body: { email: address } })
    const unknown = await server.ask('POST', '/api/v1/sign-in/codes', {
      body: { email: 'personne@example.fr' },
    })
    await mailedCode()

    const shape = async (answer: Response) => [
      answer.status,
      Object.keys((await answer.json()) as object),
      [...answer.headers.keys()],
    ]
    expect(await shape(unknown)).toEqual(await shape(known))
    expect(mailbox.mails.flatMap(({ to }) => to)).not.toContain('personne@example.fr')
  })

  it('a guess at an address nobody has reads like a guess at one that somebody has', async () => {
    const requestId = await requestCode('personne@example.fr')
    const verdicts = []
    for (let guess = 0; guess < 6; guess += 1)
      verdicts.push(await codeOf(await signIn(requestId, `00000${guess}`)))

    expect(verdicts).toEqual([...Array<string>(5).fill('wrong-code'), 'expired-code'])
  })

  it('who guesses is stopped after five tries, and then the right code does not help', async () => {
    const requestId = await requestCode()
    const code = await mailedCode()
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => signIn(requestId, anotherThan(code))),
    )
    const verdicts = await Promise.all(guesses.map(codeOf))

    expect(verdicts.filter((verdict) => verdict === 'wrong-code')).toHaveLength(5)
    expect(await codeOf(await signIn(requestId, code))).toBe('expired-code')
  })

  it('a code opens one session, also when it is sent ten times at once', async () => {
    const requestId = await requestCode()
    const code = await mailedCode()
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn(requestId, code)))

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await pool.query('select from session')).rowCount).toBe(1)
  })

  it('a code is dead after ten minutes', async () => {
    const requestId = await requestCode()
    const code = await mailedCode()
    server.pass(10 * minutes)

    const answer = await signIn(requestId, code)
    expect([answer.status, await codeOf(answer)]).toEqual([422, 'expired-code'])
  })

  it('a newer code replaces the older one', async () => {
    const first = await requestCode()
    const firstCode = await mailedCode(1)
    const second = await requestCode()
    const secondCode = await mailedCode(2)

    expect(await codeOf(await signIn(first, firstCode))).toBe('expired-code')
    expect((await signIn(second, secondCode)).status).toBe(200)
  })

  it('a code works only for the request it was made for', async () => {
    const requestId = await requestCode()
    const other = await requestCode('karim@example.fr')
    const code = await mailedCode()

    expect(await codeOf(await signIn(other, code))).toBe('wrong-code')
    expect((await signIn(requestId, code)).status).toBe(200)
  })

  it('a mailbox cannot be flooded: the sixth code within an hour is refused, with a time to wait', async () => {
    for (let time = 0; time < 5; time += 1) await requestCode()
    const answer = await server.ask('POST', '/api/v1/sign-in/codes', { body: { email: address } })

    expect([answer.status, await codeOf(answer)]).toEqual([429, 'too-many-tries'])
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(3500)
  })

  it('one network cannot ask for codes without end, whatever the addresses', async () => {
    await pool.query(`insert into rate_limit values ('code-network:unknown', 59, $1)`, [
      Date.now() + 60 * minutes,
    ])
    const statuses = []
    for (const email of ['p60@example.fr', 'p61@example.fr'])
      statuses.push((await server.ask('POST', '/api/v1/sign-in/codes', { body: { email } })).status)

    expect(statuses).toEqual([202, 429])
  })

  it('what is not an address, or not a code, is refused and counts as no try', async () => {
    const notAnAddress = await server.ask('POST', '/api/v1/sign-in/codes', {
      body: { email: 'lea@example.fr\nBcc: all@example.fr' },
    })
    const notACode = await signIn(await requestCode(), '12345')

    expect([notAnAddress.status, notACode.status]).toEqual([422, 422])
    expect((await pool.query('select tries from sign_in_code')).rows).toEqual([{ tries: 0 }])
  })

  it('a slow mail server does not tell which addresses exist: nobody waits for it', async () => {
    server = await aServer(pool, { mail: { send: () => new Promise(() => undefined) } })
    const answer = await server.ask('POST', '/api/v1/sign-in/codes', { body: { email: address } })

    expect(answer.status).toBe(202)
  })

  it('a mail server that is down is not seen by who asks, and is logged without the address', async () => {
    server = await aServer(pool, {
      mail: smtpMail({ smtpUrl: 'smtp://127.0.0.1:1', from: 'a@b.fr' }),
    })
    const answer = await server.ask('POST', '/api/v1/sign-in/codes', { body: { email: address } })

    expect(answer.status).toBe(202)
    await expect.poll(() => server.logs.map(({ event }) => event.event)).toContain('mail-failed')
  })
})

describe('the session', { timeout: 20_000 }, () => {
  const aSession = async () => cookieOf(await signIn(await requestCode(), await mailedCode()))
  const status = async (cookie: string) =>
    (await server.ask('GET', '/api/v1/session', { cookie })).status

  it('without one, who asks hears that he is signed out, and whether this is the demonstration', async () => {
    const answer = await server.ask('GET', '/api/v1/session')

    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'signed-out', demo: false })
  })

  it('after signing out the same cookie opens nothing, and the browser keeps what is unsent', async () => {
    const cookie = await aSession()
    const answer = await server.ask('DELETE', '/api/v1/session', { cookie })

    expect(answer.status).toBe(204)
    expect(answer.headers.get('Set-Cookie')).toMatch(/^livret=; Max-Age=0/u)
    expect(answer.headers.has('Clear-Site-Data')).toBe(false)
    expect(await status(cookie)).toBe(401)
  })

  it('stays open for who comes back within ninety days, and ends for who does not', async () => {
    const cookie = await aSession()
    server.pass(89 * days)
    expect(await status(cookie)).toBe(200)
    server.pass(89 * days)
    expect(await status(cookie)).toBe(200)
    server.pass(91 * days)
    expect(await status(cookie)).toBe(401)
  })

  it('ends after a year even for who comes every week', async () => {
    const cookie = await aSession()
    for (let week = 0; week < 52; week += 1) {
      server.pass(7 * days)
      expect(await status(cookie)).toBe(200)
    }
    server.pass(7 * days)
    expect(await status(cookie)).toBe(401)
  })

  it('a copy of the database opens no session and shows no code', async () => {
    const requestId = await requestCode()
    const code = await mailedCode()
    const token = cookieOf(await signIn(requestId, code)).replace('livret=', '')
    const { rows } = await pool.query<{ all: string }>(
      `select (select string_agg(s::text, '') from session s) ||
              (select string_agg(c::text, '') from sign_in_code c) as all`,
    )
    expect(rows[0]?.all).not.toContain(token)
    expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'))
    expect(rows[0]?.all).not.toContain(Buffer.from(token, 'base64url').toString('hex'))
    expect(rows[0]?.all).not.toContain(code)
  })

  it('the log holds no token, no code and no address', async () => {
    const requestId = await requestCode()
    const code = await mailedCode()
    const cookie = cookieOf(await signIn(requestId, code))
    await server.ask('GET', '/api/v1/session?token=secret-token', { cookie })
    const log = JSON.stringify(server.logs)

    expect(server.logs.length).toBeGreaterThan(2)
    for (const secret of [code, cookie.replace('livret=', ''), 'secret-token', /lea/iu])
      expect(log).not.toMatch(secret)
  })
})
