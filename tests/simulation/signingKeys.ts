import { KeyObject, webcrypto } from 'node:crypto'
import { keyIdOf, type PublicJwk } from '#server/access/publicJwk.ts'
import { toServerKey } from '#server/access/serverKey.ts'

/** A device’s key: as the browser keeps it, and as this process can use it at once. */
export interface DeviceKey {
  readonly pair: CryptoKeyPair
  readonly privateKey: KeyObject
  readonly keyId: string
  readonly publicKey: PublicJwk
}

const keys: DeviceKey[] = []

/** More devices than any world has. */
const ENOUGH = 60

/** Makes the keys that all worlds of this process use: P-256, real, and made once. */
export async function prepareKeys(): Promise<void> {
  while (keys.length < ENOUGH) keys.push(await makeKey())
}

async function makeKey(): Promise<DeviceKey> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', pair.publicKey)
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x, y }
  const privateKey = KeyObject.from(pair.privateKey)
  return { pair, privateKey, keyId: keyIdOf(jwk), publicKey: jwk }
}

/** The key of the so manieth device of a world. */
export function keyAt(index: number): DeviceKey {
  const key = keys[index]
  if (!key) throw new RangeError('prepareKeys makes too few keys')
  return key
}

/** The example of RFC 7515, A.3: receipts of every run come from one server. */
const publicKey: PublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
}
const secret = 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI'
export const serverKey = toServerKey({ ...publicKey, d: secret }, publicKey)
