import { createPrivateKey, generateKeyPairSync, sign, type JsonWebKey } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from '#server/storage/database.ts'
import { keyIdOf, type PublicJwk } from './publicJwk.ts'

export interface ServerKey {
  readonly keyId: string
  readonly publicKey: PublicJwk
  /** Compact JWS (ES256) over `payload` as JSON, at once: it fits inside a transaction. */
  readonly signReceipt: (payload: unknown) => string
}

/** Any number nobody else uses: servers that start together make one key. */
const LOCK = 4_173_002

/** The key that signs receipts, made at the first start. The newest one, where there are several. */
export function loadServerKey(pool: pg.Pool, now: () => Date): Promise<ServerKey> {
  return inTransaction(pool, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    const { rows } = await client.query<{ private_key: JsonWebKey; public_key: PublicJwk }>(
      'select private_key, public_key from server_key order by created_at desc limit 1',
    )
    const known = rows[0]
    if (known) return toServerKey(known.private_key, known.public_key)

    const privateKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
      format: 'jwk',
    })
    const { x = '', y = '' } = privateKey
    const publicKey: PublicJwk = { kty: 'EC', crv: 'P-256', x, y }
    await client.query(
      'insert into server_key (key_id, private_key, public_key, created_at) values ($1, $2, $3, $4)',
      [keyIdOf(publicKey), privateKey, publicKey, now()],
    )
    return toServerKey(privateKey, publicKey)
  })
}

/** What a key pair can do: `jwk` is its private half. */
export function toServerKey(jwk: JsonWebKey, publicKey: PublicJwk): ServerKey {
  const key = createPrivateKey({ key: jwk, format: 'jwk' })
  const keyId = keyIdOf(publicKey)
  const header = encode({ alg: 'ES256', kid: keyId })
  return {
    keyId,
    publicKey,
    signReceipt: (payload) => {
      const signed = `${header}.${encode(payload)}`
      // JWS wants r and s next to each other (RFC 7518 §3.4), OpenSSL gives DER.
      const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
      return `${signed}.${signature.toString('base64url')}`
    },
  }
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
