/** An element of EBML (RFC 8794), the container of WebM: places in bytes. */
export interface Element {
  /** In lower-case hex, as the specifications write it: `1a45dfa3`. */
  readonly id: string
  /** Where the element begins, where its content does, and where both end. */
  readonly start: number
  readonly inside: number
  readonly end: number
  /** Its size is not said, as of one that is still being recorded: it reaches to the end. */
  readonly isOpen: boolean
}

/**
 * The elements from `start` to `end`, in order. Where the bytes make no sense any more, or are cut
 * off, they end. A cluster holds the sound: what comes after the first is not looked at. Never
 * throws.
 */
export function readElements(bytes: Uint8Array, start: number, end: number): Element[] {
  const elements: Element[] = []
  let at = start
  while (at < end && elements.length < ELEMENTS_MAX) {
    const id = readVint(bytes, at, end, 4)
    const size = id && readVint(bytes, at + id.length, end, 8)
    if (!id || !size) break
    const inside = at + id.length + size.length
    const wanted = size.isOpen ? end : inside + size.value
    const name = hexOf(bytes.subarray(at, at + id.length))
    const isOpen = size.isOpen
    elements.push({ id: name, start: at, inside, end: Math.min(wanted, end), isOpen })
    if (name === CLUSTER || wanted > end) break
    at = wanted
  }
  return elements
}

const CLUSTER = '1f43b675'
/** Most elements beside each other that are read: a recording has a dozen, a trap has millions. */
const ELEMENTS_MAX = 1_000

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A number of as many bytes as its first one says. `null`: too long, or cut off at `end`. */
function readVint(
  bytes: Uint8Array,
  at: number,
  end: number,
  longest: number,
): { readonly length: number; readonly value: number; readonly isOpen: boolean } | null {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (length > longest || at + length > Math.min(end, bytes.length)) return null
  const most = 0xff >> length
  let value = first & most
  let isOpen = value === most
  for (const next of bytes.subarray(at + 1, at + length)) {
    isOpen &&= next === 0xff
    value = value * 256 + next
  }
  return { length, value, isOpen }
}
