import { Hono } from 'hono'
import * as z from 'zod/mini'
import { personId } from '#protocol/identifier.ts'
import { findPerson } from '#server/access/person.ts'
import { openSession } from '#server/access/session.ts'
import { writeSessionCookie } from '#server/access/sessionCookie.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { listDemoMails } from '#server/mail/demoMail.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'

const signInBody = z.object({ personId, label: z.string().check(z.maxLength(120)) })

/**
 * The demonstration's own doors. Registered only in the demonstration: elsewhere they do not exist.
 *
 * `GET /api/v1/demo`: 200 `{ people: [{ id, name, roles, about }] }`, in the order to show.
 * `POST /api/v1/demo/sign-in` `{ personId, label }`: 200 `{ person }` and the session cookie, for
 * the demonstration's people only · 404 `not-found`.
 * `GET /api/v1/demo/mails`: 200 `{ mails }`, the last fifty, newest first · 404 where mails are
 * really sent.
 */
export function demo({ pool, now, configuration }: Deps): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/', async (c) => {
    const { rows } = await pool.query<{ id: string; name: string; roles: string; about: string }>(
      `select p.id, p.name, d.role as roles, d.about
       from demo_person d join person p on p.id = d.person_id order by d.position`,
    )
    return c.json({ people: rows.map((row) => ({ ...row, roles: row.roles.split(' ') })) })
  })

  app.post('/sign-in', async (c) => {
    const body = await readJson(c, signInBody)
    if (!body.ok) return body.refusal
    const { personId, label } = body.value
    const known = await pool.query('select from demo_person where person_id = $1', [personId])
    if (!known.rowCount)
      return problem(404, 'not-found', 'Cette personne n’est pas dans la démonstration.')
    writeSessionCookie(c, configuration, await openSession(pool, { personId, label, at: now() }))
    return c.json({ person: await findPerson(pool, personId) })
  })

  if (configuration.smtpUrl === null)
    app.get('/mails', async (c) => c.json({ mails: await listDemoMails(pool) }))

  return app
}
