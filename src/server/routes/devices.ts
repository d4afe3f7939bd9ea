import { Hono, type Context } from 'hono'
import type { DeviceId, PersonId } from '#domain/identifiers.ts'
import type { EmptiedDevice } from '#protocol/devices.ts'
import * as z from 'zod/mini'
import { deviceId, personId } from '#protocol/identifier.ts'
import { readDeviceCookie, writeDeviceCookie } from '#server/access/deviceCookie.ts'
import { enrolDevice } from '#server/access/enrolDevice.ts'
import { publicJwkSchema } from '#server/access/publicJwk.ts'
import { requireSession, signedOut } from '#server/access/requireSession.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'
import { findDevice, listDevices, markEmptied } from '#server/storage/logbookDevices.ts'

const deviceBody = z.object({
  id: deviceId,
  /** Whose page asks: its session may have become somebody else’s since it last heard of it. */
  owner: z.optional(personId),
  label: z.string().check(z.maxLength(120)),
  publicKey: z.nullable(publicJwkSchema),
  /** Nothing of this person was on the device before. */
  fresh: z.optional(z.boolean()),
})

const refusals = {
  'device-taken': 'Cet appareil est déjà celui d’une autre personne.',
  'key-taken': 'Cette clé est déjà celle d’un autre appareil.',
  'key-exists': 'Cet appareil signe déjà avec une autre clé.',
  'device-revoked': 'Cet appareil a été retiré. Parlez-en à votre CFA.',
}

/**
 * `GET /api/v1/devices`, signed in: `deviceListSchema`.
 *
 * `POST /api/v1/devices` `{ id, owner, label, publicKey, fresh }`: 201 `enrolmentSchema`, or 200 where
 * it was known · 401 `signed-out`, also where `owner` is somebody else than who is signed in · 409 `device-taken` · 409 `key-taken` · 409 `key-exists` · 409 `device-revoked`. `keyId` is
 * `null` while the device has no key.
 */
export function devices(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.post('/', requireSession(deps), async (c) => {
    const body = await readJson(c, deviceBody)
    if (!body.ok) return body.refusal
    const signedIn = c.get('session').personId as PersonId
    const { fresh, owner = signedIn, ...device } = body.value
    if (owner !== signedIn) return signedOut(deps)
    const enrolment = await enrolDevice(deps.pool, { ...device, personId: owner, at: deps.now() })
    if ('refused' in enrolment) return problem(409, enrolment.refused, refusals[enrolment.refused])
    const { keyId, isNew } = enrolment
    const emptied = isNew && fresh === true ? await findEmptied(deps, c, owner) : null
    writeDeviceCookie(c, deps.configuration, device.id)
    return c.json({ keyId, emptied }, isNew ? 201 : 200)
  })

  app.get('/', requireSession(deps), async (c) =>
    c.json({ devices: await listDevices(deps.pool, c.get('session').personId as PersonId) }),
  )
  return app
}

/** What this browser had been, if it comes back with its cookie and without its database. */
async function findEmptied(
  { pool, configuration, now, log }: Deps,
  c: Context<Env>,
  personId: PersonId,
): Promise<EmptiedDevice | null> {
  const id: DeviceId | null = readDeviceCookie(c, configuration)
  const before = id && (await findDevice(pool, id, personId))
  if (!before) return null
  await markEmptied(pool, before.id, now())
  log({ event: 'device-emptied', pending: before.pending })
  return { pending: before.pending, lastSeenAt: before.lastSeenAt.toISOString() }
}
