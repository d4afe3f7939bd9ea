import { sign, type KeyObject } from 'node:crypto'
import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import { signatureStatement, type SignatureStatement } from '#domain/signing.ts'

const encode = (text: string) => Buffer.from(text).toString('base64url')

/** The compact JWS of a statement, as a device makes it; `header` says otherwise. */
export const seal = (
  key: KeyObject,
  header: Readonly<Record<string, unknown>>,
  statement: SignatureStatement,
): string => sealAny(key, header, signatureStatement(statement))

/** The same of whatever a device says. */
export function sealAny(
  key: KeyObject,
  header: Readonly<Record<string, unknown>>,
  statement: Canonical,
): string {
  const payload = canonicalJson(statement)
  const signed = `${encode(JSON.stringify(header))}.${encode(payload)}`
  const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
  return `${signed}.${signature.toString('base64url')}`
}
