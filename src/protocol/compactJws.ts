import type { PublicKey } from './logbookFacts.ts'

/** A compact JWS (RFC 7515, §7.1) taken apart; nothing of it is checked yet. */
export interface CompactJws {
  readonly header: Readonly<Record<string, unknown>>
  /** Text of the payload, byte for byte as it was signed. */
  readonly payload: string
  readonly signed: Uint8Array<ArrayBuffer>
  readonly signature: Uint8Array<ArrayBuffer>
}

/** Takes a compact JWS apart, or gives `null`: it is none. Base64url must be the shortest form. */
export function readCompactJws(text: string): CompactJws | null {
  const [head = '', body = '', tail = '', ...rest] = text.split('.')
  const bytes = [head, body, tail].map(fromBase64url)
  const [headBytes, bodyBytes, signature] = bytes
  if (rest.length > 0 || !headBytes || !bodyBytes || !signature) return null
  try {
    const header: unknown = JSON.parse(textOf(headBytes))
    if (typeof header !== 'object' || header === null) return null
    const signed = bytesOf(`${head}.${body}`)
    return { header: { ...header }, payload: textOf(bodyBytes), signed, signature }
  } catch {
    return null
  }
}

// Browsers and Node have these; this layer knows neither DOM nor Node types.
declare const crypto: {
  readonly subtle: {
    importKey(
      format: 'jwk',
      key: object,
      algorithm: object,
      extractable: boolean,
      usages: readonly ['verify'],
    ): Promise<object>
    verify(
      algorithm: object,
      key: object,
      signature: Uint8Array<ArrayBuffer>,
      data: Uint8Array<ArrayBuffer>,
    ): Promise<boolean>
  }
}
declare const TextEncoder: new () => { encode(text: string): Uint8Array<ArrayBuffer> }
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { decode(bytes: Uint8Array): string }

/** Whether the ES256 signature is by this key. Never throws: a key that is none signed nothing. */
export async function isSignedBy(jws: CompactJws, { x, y }: PublicKey): Promise<boolean> {
  try {
    const jwk = { kty: 'EC', crv: 'P-256', x, y }
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
    const key = await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['verify'])
    const method = { name: 'ECDSA', hash: 'SHA-256' }
    return await crypto.subtle.verify(method, key, jws.signature, jws.signed)
  } catch {
    return false
  }
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(index, index + 3)
    const block = (one << 16) | (two << 8) | three
    const length = Math.min(3, bytes.length - index) + 1
    for (let place = 0; place < length; place += 1) {
      text += ALPHABET.charAt((block >> (18 - 6 * place)) & 63)
    }
  }
  return text
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let length = 0
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[length] = (held >> bits) & 255
      length += 1
    }
  }
  // The same bytes written in another way would be another text with the same signature.
  return toBase64url(bytes) === text ? bytes : null
}
