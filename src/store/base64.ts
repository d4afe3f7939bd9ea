/** So many bytes become text at once: a function takes only so many arguments. */
const PIECE = 24_576

export function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  // A multiple of three: no piece but the last is filled up.
  for (let start = 0; start < bytes.length; start += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE)))
  }
  return text
}

/** The bytes, or `null`: it is no Base64. */
export function fromBase64(text: string): ArrayBuffer | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer
  } catch {
    return null
  }
}
