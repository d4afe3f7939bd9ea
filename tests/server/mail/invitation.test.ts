import { beforeAll, describe, expect, it } from 'vitest'
import { isAddress } from '#domain/enrolment/enrolment.ts'
import { enrolledSchema, newMemberTakenSchema } from '#protocol/centre.ts'
import { openSession } from '#server/access/session.ts'
import { invitationMessage } from '#server/mail/invitationMessage.ts'
import { sendInvitations } from '#server/mail/sendInvitations.ts'
import { smtpMail } from '#server/mail/smtpMail.ts'
import { anEnrolment, somebody } from '#tests/server/routes/enrolments.ts'
import { createWorld, type World } from '#tests/server/routes/world.ts'
import { aServer, type TestServer } from '#tests/server/testServer.ts'
import { logbooks, NOW, personId } from '#tests/support/builders.ts'
import { openMailbox } from '../mailbox.ts'

const mailbox = await openMailbox((address) => address.startsWith('plein'))
let world: World
let server: TestServer
let cookie: string
beforeAll(async () => {
  world = await createWorld()
  const at = new Date(NOW)
  server = await aServer(world.pool, {
    now: () => at,
    mail: smtpMail({ smtpUrl: mailbox.smtpUrl, from: 'Livret <livret@example.fr>' }),
    configuration: { publicUrl: 'https://livret.exemple.fr' },
  })
  const person = personId('coordinator')
  cookie = `__Host-livret=${await openSession(world.pool, { personId: person, label: 'x', at })}`
})

const post = (path: string, body: unknown) =>
  server.ask('POST', path, { cookie, body, headers: { Origin: 'https://livret.exemple.fr' } })
const open = async (names: readonly string[], { preview = false, invite = true } = {}) => {
  const enrolments = names.map((name) => anEnrolment(name))
  const answer = await post('/api/v1/centre/logbooks', { enrolments, preview, invite })
  expect(answer.status).toBe(200)
  return enrolledSchema.parse(await answer.json())
}
const arrivedSince = (count: number) =>
  mailbox.mails
    .slice(count)
    .map(({ to }) => to.join())
    .sort()

describe('invitations', { timeout: 20_000 }, () => {
  it('go to each new person once, and to nobody who is known', async () => {
    const count = mailbox.mails.length
    const { uninvited } = await open(['Un Nouveau', 'Autre Nouveau'])
    expect(uninvited).toEqual([])
    const invited = ['autre.nouveau', 'claire.roux', 'patron.autre.nouveau', 'patron.un.nouveau']
    expect(arrivedSince(count)).toEqual(
      [...invited, 'un.nouveau'].map((name) => `${name}@nouveau.example`),
    )
    const all = mailbox.mails.length
    await open(['Un Nouveau', 'Autre Nouveau'])
    expect(mailbox.mails.length).toBe(all)
  })

  it('are not sent for a trial, nor where nobody asked for them', async () => {
    const count = mailbox.mails.length
    expect((await open(['Essai'], { preview: true })).uninvited).toBeUndefined()
    expect((await open(['Sans Mail'], { invite: false })).uninvited).toBeUndefined()
    expect(mailbox.mails.length).toBe(count)
  })

  it('that fail undo nothing: they are told by name, and logged without the address', async () => {
    const { logbooks: opened, uninvited } = await open(['Plein', 'Suivant'])
    expect(opened.map(({ state }) => state)).toEqual(['new', 'new'])
    expect(uninvited).toEqual(['Plein'])
    const failed = server.logs.filter(({ event }) => event.event === 'mail-failed')
    expect(failed).toEqual([
      { event: { event: 'mail-failed', code: 'EENVELOPE', answer: 550 }, error: undefined },
    ])
    expect(JSON.stringify(server.logs)).not.toContain('nouveau.example')
    const { rows } = await world.pool.query(
      `select from person where email = 'plein@nouveau.example'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('also go to one who is let in alone', async () => {
    const count = mailbox.mails.length
    const letIn = async (name: string) => {
      const body = { ...somebody(name), role: 'auditor', from: '2025-11-07', until: null }
      const answer = await post(`/api/v1/logbooks/${logbooks.here}/members`, {
        ...body,
        invite: true,
      })
      return newMemberTakenSchema.parse(await answer.json())
    }
    expect(await letIn('Seule')).toMatchObject({ isNew: true, uninvited: [] })
    expect(await letIn('Plein Encore')).toMatchObject({ isNew: true, uninvited: ['Plein Encore'] })
    expect(arrivedSince(count)).toEqual(['seule@nouveau.example'])
  })

  it('do not keep whoever invites waiting for a mail server that is silent', async () => {
    const silent = { send: () => new Promise<never>(() => undefined) }
    const people = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'].map((name) => ({
      ...somebody(name),
      isApprentice: true,
    }))
    expect(await sendInvitations({ ...server.deps, mail: silent }, people, 'CFA', 10)).toHaveLength(
      5,
    )
  })
})

describe('the mail', () => {
  const mail = (isApprentice: boolean, publicUrl: string | null = 'https://livret.exemple.fr') =>
    invitationMessage({ to: 'a@b.fr', isApprentice, centre: 'CFA <b>&</b>', publicUrl })

  it('says where to come in and how, in words and in HTML, and holds nothing to click that signs in', () => {
    for (const isApprentice of [true, false]) {
      const { text, html, subject } = mail(isApprentice)
      expect(subject).toContain('livret d’apprentissage')
      for (const body of [text, html]) {
        expect(body).toContain('https://livret.exemple.fr')
        expect(body).toContain('un code arrive ici')
        expect(body).not.toMatch(/\d{6}|href|token/u)
      }
      expect(html).toContain('CFA &lt;b&gt;&amp;&lt;/b&gt;')
    }
    expect(mail(true).text).toContain('Votre livret d’apprentissage est ouvert')
    expect(mail(false).text).not.toContain('Votre livret')
    expect(mail(true, null).text).toContain('ouvrez Livret\n')
  })
})

it('an address to which a logbook is opened is one with which one can sign in', async () => {
  const addresses = [
    ...['a@b.fr', 'A.B-c_d+e@Sous.Exemple.FR', "o'neill@ex.fr", 'a@b', 'a b@c.fr', '.a@b.fr'],
    ...['a.@b.fr', 'a..b@c.fr', 'é@b.fr', 'a@é.fr', 'a@b.f', 'a@-b.fr', 'a@b..fr', 'a@b.fr.'],
    ...['"a"@b.fr', 'a@[1.2.3.4]', 'ａ@b.fr', 'a@b.fr\n', ' a@b.fr ', '@b.fr', 'a@b@c.fr'],
  ]
  for (const email of addresses) {
    const { status } = await server.ask('POST', '/api/v1/sign-in/codes', {
      body: { email },
      headers: { Origin: 'https://livret.exemple.fr' },
    })
    expect([email, status]).toEqual([email, isAddress(email) ? 202 : 422])
  }
})
