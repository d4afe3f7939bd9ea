import { Hono } from 'hono'
import * as z from 'zod/mini'
import { deviceId } from '#protocol/identifier.ts'
import { enrolDevice } from '#server/access/enrolDevice.ts'
import { publicJwkSchema } from '#server/access/publicJwk.ts'
import { requireSession } from '#server/access/requireSession.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'

const deviceBody = z.object({
  id: deviceId,
  label: z.string().check(z.maxLength(120)),
  publicKey: z.nullable(publicJwkSchema),
})

const refusals = {
  'device-taken': 'Cet appareil est déjà celui d’une autre personne.',
  'key-taken': 'Cette clé est déjà celle d’un autre appareil.',
  'key-exists': 'Cet appareil signe déjà avec une autre clé.',
  'device-revoked': 'Cet appareil a été retiré. Parlez-en à votre CFA.',
}

/**
 * `POST /api/v1/devices` `{ id, label, publicKey }`, signed in: 201 `{ keyId }`, or 200 where it
 * was known · 409 `device-taken` · 409 `key-taken` · 409 `key-exists` · 409 `device-revoked`.
 * `keyId` is `null` while the device has no key.
 */
export function devices(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.post('/', requireSession(deps), async (c) => {
    const body = await readJson(c, deviceBody)
    if (!body.ok) return body.refusal
    const { personId } = c.get('session')
    const enrolment = await enrolDevice(deps.pool, { ...body.value, personId, at: deps.now() })
    if ('refused' in enrolment) return problem(409, enrolment.refused, refusals[enrolment.refused])
    return c.json({ keyId: enrolment.keyId }, enrolment.isNew ? 201 : 200)
  })
  return app
}
