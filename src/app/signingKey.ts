import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import type { DeviceId, PersonId } from '#domain/identifiers.ts'
import { rescueStatement, type RescueStatement } from '#domain/rescue.ts'
import { signatureStatement, type SignatureStatement } from '#domain/signing.ts'
import { enrolmentSchema } from '#protocol/devices.ts'
import type { DeviceRow, LogbookDb } from '#store/database.ts'
import { isFresh, keepKey, markRegistered, ownDevice } from '#store/device.ts'
import type { RoundEnd } from '#sync/round.ts'
import { api } from './api.ts'
import { deviceLabel, newId } from './device.ts'
import { roundEndOf } from './roundEndOf.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

/**
 * Makes this browser known to the server as a device of the person, with the public half of a
 * signing key whose private half can be used here and read by nobody. Where no key can be kept
 * (private windows), the device is known without one and its signatures say so.
 *
 * Resolves to `null` once the server knows it, or to why not. Another person’s session on this
 * browser (`signed-out`: `owner` is not signed in) never gets the device of `owner`.
 */
export async function registerDevice(
  db: LogbookDb,
  owner: PersonId,
  signal: AbortSignal,
): Promise<RoundEnd> {
  const session = await api('GET', '/api/v1/session', null, readPersonId, signal)
  if (session.kind === 'ok' && session.body !== owner) return { kind: 'signed-out' }
  if (session.kind !== 'ok') return roundEndOf(session)

  const known = await ownDevice(db, newId<DeviceId>)
  const device = known.signingKey ? known : await withKey(db, known)
  const publicKey = device.signingKey && (await publicJwk(device.signingKey))
  const fresh = await isFresh(db)
  // The session may have become somebody else’s since it was asked for.
  const body = { id: device.id, owner, label: deviceLabel(), publicKey, fresh }
  const answer = await api('POST', '/api/v1/devices', body, readEnrolment, signal)
  if (answer.kind !== 'ok') return roundEndOf(answer)
  await markRegistered(db, device, answer.body.emptied ?? null)
  return null
}

const readEnrolment = (json: unknown) => {
  const read = enrolmentSchema.safeParse(json)
  return read.success ? read.data : null
}

const readPersonId = (json: unknown): unknown =>
  (json as { person?: { id?: unknown } } | null)?.person?.id ?? null

async function withKey(db: LogbookDb, device: DeviceRow): Promise<DeviceRow> {
  // Before the attempt: what cannot be loaded now says nothing about what this browser keeps.
  const { calculateJwkThumbprint } = await import('jose')
  try {
    const signingKey = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
    const keyId = await calculateJwkThumbprint(await publicJwk(signingKey))
    return (await keepKey(db, device.id, { signingKey, keyId })) ?? device
  } catch {
    // DataCloneError: this browser keeps no keys. A signature is then one of the session.
    return device
  }
}

async function publicJwk({ publicKey }: CryptoKeyPair) {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey)
  return { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' }
}

/** Signs a statement with this device’s key as a compact JWS; `null`: this device keeps no key. */
export async function signStatement(
  db: LogbookDb,
  statement: Omit<SignatureStatement, 'device'>,
): Promise<string | null> {
  const device = await ownDevice(db, newId<DeviceId>)
  const keyed = device.signingKey ? device : await withKey(db, device)
  const payload = signatureStatement({ ...statement, device: device.id })
  return sealWith(keyed, 'livret-signature+jws', payload)
}

/** Says with this device’s key what it gives away in a rescue file; `null`: it keeps no key. */
export const sealRescue = (
  device: DeviceRow,
  statement: Omit<RescueStatement, 'device'>,
): Promise<string | null> =>
  sealWith(device, 'livret-rescue+jws', rescueStatement({ ...statement, device: device.id }))

async function sealWith(
  { signingKey, keyId }: DeviceRow,
  typ: string,
  payload: Canonical,
): Promise<string | null> {
  if (!signingKey || keyId === null) return null
  const { CompactSign } = await import('jose')
  return new CompactSign(new TextEncoder().encode(canonicalJson(payload)))
    .setProtectedHeader({ alg: 'ES256', typ, kid: keyId })
    .sign(signingKey.privateKey)
}
