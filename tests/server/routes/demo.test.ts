import { describe, expect, it } from 'vitest'
import { demoMail } from '#server/mail/demoMail.ts'
import { newId } from '#server/newId.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addPeople, aServer, cookieOf, karim, lea } from '../testServer.ts'

const { pool } = await createDatabase()
await addPeople(pool)
await pool.query(`insert into demo_person values ($1, 1, 'apprentice', 'Deuxième année')`, [lea])

const now = () => new Date('2026-11-20T12:00:00Z')
const demo = await aServer(pool, { isDemo: true, mail: demoMail(pool, { now, newId }) })

describe('the demonstration', () => {
  it('shows its people, and opens the session of the one that was chosen', async () => {
    const people = await demo.ask('GET', '/api/v1/demo')
    const answer = await demo.ask('POST', '/api/v1/demo/sign-in', {
      body: { personId: lea, label: 'Firefox' },
    })
    const session = await demo.ask('GET', '/api/v1/session', { cookie: cookieOf(answer) })

    expect(await people.json()).toEqual({
      people: [{ id: lea, name: 'Léa Martin', roles: ['apprentice'], about: 'Deuxième année' }],
    })
    expect(await session.json()).toMatchObject({ person: { id: lea }, demo: true })
  })

  it('opens no session of somebody who is not part of it', async () => {
    const answer = await demo.ask('POST', '/api/v1/demo/sign-in', {
      body: { personId: karim, label: '' },
    })
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([404, null])
  })

  it('shows the mails that it does not send', async () => {
    await demo.ask('POST', '/api/v1/sign-in/codes', { body: { email: 'karim@example.fr' } })
    const mails = async () =>
      ((await (await demo.ask('GET', '/api/v1/demo/mails')).json()) as { mails: object[] }).mails

    await expect.poll(mails).toMatchObject([
      {
        to: 'karim@example.fr',
        subject: expect.stringMatching(/^Votre code\s: \d{6}$/u) as string,
      },
    ])
  })

  it.each([
    ['GET', '/api/v1/demo', undefined],
    ['GET', '/api/v1/demo/mails', undefined],
    ['POST', '/api/v1/demo/sign-in', { personId: lea, label: '' }],
  ])('on a real server %s %s does not exist', async (method, path, body) => {
    const real = await aServer(pool)
    const answer = await real.ask(method, path, { body })

    expect(answer.status).toBe(404)
    expect(await answer.json()).toMatchObject({ code: 'not-found' })
  })
})
