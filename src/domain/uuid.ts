/** A UUIDv8 (RFC 9562, §5.8) cut from a SHA-256 in hex: the same name gives the same id everywhere. */
export function uuidV8(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/**
 * A UUIDv7 (RFC 9562, §5.7): sorts by the millisecond it was made in. `time`: ms since 1970.
 * `random`: 16 random bytes, of which 74 bits are used.
 */
export function uuidV7(time: number, random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  // 48 bits: too many for the bit operations of JavaScript.
  for (let index = 5, rest = time; index >= 0; index -= 1) {
    bytes[index] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
