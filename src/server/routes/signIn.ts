import { Hono } from 'hono'
import * as z from 'zod/mini'
import { clientAddress } from '#server/access/clientAddress.ts'
import { findPerson } from '#server/access/person.ts'
import { tooManyTries, type Limit } from '#server/access/rateLimit.ts'
import { openSession } from '#server/access/session.ts'
import { writeSessionCookie } from '#server/access/sessionCookie.ts'
import { createCode, useCode } from '#server/access/signInCode.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { codeMessage } from '#server/mail/codeMessage.ts'
import { mailFailed } from '#server/mail/mailFailed.ts'
import { problem } from '#server/problem.ts'
import { sha256Of } from '#server/sha256.ts'
import { readJson } from '#server/readJson.ts'

const perAddress: Limit = { name: 'code-address', points: 5, seconds: 3600 }
/** High: a whole class sits behind one network address. */
const perNetwork: Limit = { name: 'code-network', points: 60, seconds: 3600 }

const email = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.email())
const codesBody = z.object({ email })
const signInBody = z.object({
  requestId: z.string().check(z.regex(/^[\da-f-]{36}$/u), z.guid()),
  code: z.string().check(z.trim(), z.regex(/^\d{6}$/u)),
  /** How the person will recognise this device: « Chrome sur Android ». */
  label: z.string().check(z.maxLength(120)),
})

/**
 * `POST /api/v1/sign-in/codes` `{ email }`: 202 `{ requestId }`, whether anybody has this address
 * or not, and mails a code of six digits · 429 `too-many-tries` with `Retry-After`.
 *
 * `POST /api/v1/sign-in` `{ requestId, code, label }`: 200 `{ person }` and the session cookie ·
 * 422 `wrong-code` · 422 `expired-code`: too late, too many tries, used or replaced.
 */
export function signIn(deps: Deps): Hono<Env> {
  const { pool, now, newId, mail, configuration, rateLimit, log } = deps
  const app = new Hono<Env>()

  app.post('/codes', async (c) => {
    const body = await readJson(c, codesBody)
    if (!body.ok) return body.refusal
    const { email } = body.value
    const wait =
      (await rateLimit(perNetwork, clientAddress(c, configuration))) ??
      (await rateLimit(perAddress, sha256Of(email)))
    if (wait !== null) return tooManyTries(wait, 'Trop de codes demandés. Réessayez plus tard.')

    const requestId = newId()
    const { code, person } = await createCode(pool, { requestId, email, at: now() })
    // Not awaited: how long the mail takes would tell which addresses exist.
    if (person)
      mail.send(codeMessage({ to: person.email, code })).catch((error: unknown) => {
        log(mailFailed(error))
      })
    return c.json({ requestId }, 202)
  })

  app.post('/', async (c) => {
    const body = await readJson(c, signInBody)
    if (!body.ok) return body.refusal
    const { requestId, code, label } = body.value
    const at = now()

    const verdict = await useCode(pool, { requestId, code, at })
    if ('refused' in verdict)
      return verdict.refused === 'wrong-code'
        ? problem(422, 'wrong-code', 'Ce n’est pas le bon code. Vérifiez-le dans votre mail.')
        : problem(422, 'expired-code', 'Ce code n’est plus valable. Demandez un nouveau code.')

    const { personId } = verdict
    writeSessionCookie(c, configuration, await openSession(pool, { personId, label, at }))
    return c.json({ person: await findPerson(pool, personId) })
  })

  return app
}
