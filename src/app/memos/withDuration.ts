import { readElements, type Element } from '#protocol/ebml.ts'

/**
 * A recording in WebM that says how long it is, `ms` milliseconds. Browsers record without knowing
 * the end, and a player without it can neither show the length nor jump. Whatever else it is, or
 * where it says so already, it stays as it is.
 */
export function withDuration(
  recorded: Uint8Array<ArrayBuffer>,
  ms: number,
): Uint8Array<ArrayBuffer> {
  const [head, segment] = readElements(recorded, 0, recorded.length)
  // Of a segment with a size, all that follows would have to be counted anew.
  if (head?.id !== '1a45dfa3' || segment?.id !== '18538067' || !segment.isOpen) return recorded
  const info = readElements(recorded, segment.inside, segment.end).find(({ id }) => id === INFO)
  const parts = info ? readElements(recorded, info.inside, info.end) : []
  if (!info || info.isOpen || parts.some(({ id }) => id === '4489')) return recorded

  // In units of the time scale: nanoseconds, a million of them where nothing is said.
  const scale =
    numberIn(
      recorded,
      parts.find(({ id }) => id === '2ad7b1'),
    ) ?? 1_000_000
  const content = joined([recorded.subarray(info.inside, info.end), duration((ms * 1e6) / scale)])
  return joined([
    recorded.subarray(0, info.start),
    Uint8Array.of(0x15, 0x49, 0xa9, 0x66),
    sizeOf(content.length),
    content,
    recorded.subarray(info.end),
  ])
}

const INFO = '1549a966'

/** The element that says the length: its name, eight bytes to come, and a number with a point. */
function duration(units: number): Uint8Array {
  const element = new Uint8Array([0x44, 0x89, 0x88, 0, 0, 0, 0, 0, 0, 0, 0])
  new DataView(element.buffer).setFloat64(3, units)
  return element
}

/** A size in eight bytes, as EBML writes it. */
function sizeOf(length: number): Uint8Array {
  const size = new Uint8Array(8)
  new DataView(size.buffer).setUint32(4, length)
  size[0] = 0x01
  return size
}

const numberIn = (bytes: Uint8Array, element: Element | undefined): number | null =>
  element
    ? bytes.subarray(element.inside, element.end).reduce((sum, byte) => sum * 256 + byte, 0)
    : null

/** Bytes one after the other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
