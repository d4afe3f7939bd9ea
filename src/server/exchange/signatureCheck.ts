import { createPublicKey, verify, type JsonWebKey } from 'node:crypto'
import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import { signatureStatement, type SignatureStatement } from '#domain/signing.ts'
import { instant } from '#protocol/identifier.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'

import { rescueStatement, type RescueStatement } from '#domain/rescue.ts'

/**
 * Whether `jws` is the signature of exactly this statement by this key. The instant within is the
 * device’s claim; all the rest must be what the server knows. Never throws.
 */
export const isSignatureOf = (
  jws: string,
  expected: Omit<SignatureStatement, 'at'>,
  key: Key,
): boolean =>
  isSealOf(jws, 'livret-signature+jws', (at) => signatureStatement({ ...expected, at }), key)

/** Whether a device says with this key that it gave away exactly these operations. Never throws. */
export const isRescueSealOf = (
  jws: string,
  expected: Omit<RescueStatement, 'at'>,
  key: Key,
): boolean => isSealOf(jws, 'livret-rescue+jws', (at) => rescueStatement({ ...expected, at }), key)

type Key = Pick<SigningKey, 'keyId' | 'publicKey'>

/** `type`: so that what says one thing is never taken for another. */
function isSealOf(
  jws: string,
  type: string,
  statementAt: (at: string) => Canonical,
  { keyId, publicKey }: Key,
): boolean {
  const [header = '', payload = '', signature = '', ...rest] = jws.split('.')
  if (rest.length > 0) return false
  const head = readPart(header)
  if (head?.['alg'] !== 'ES256' || head['typ'] !== type || head['kid'] !== keyId) {
    return false
  }
  // Nothing else may stand there: `crit` or `jwk` would mean what we do not check.
  if (Object.keys(head).length !== 3) return false

  const at = instant.safeParse(readPart(payload)?.['at'])
  if (!at.success) return false
  const statement = canonicalJson(statementAt(at.data))
  if (payload !== Buffer.from(statement).toString('base64url')) return false

  const bytes = Buffer.from(signature, 'base64url')
  if (bytes.toString('base64url') !== signature) return false
  const key = createPublicKey({ key: publicKey as JsonWebKey, format: 'jwk' })
  const signed = Buffer.from(`${header}.${payload}`)
  return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes)
}

function readPart(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}
