import { readElements, type Element } from '#protocol/ebml.ts'
import type { soundTypes } from '#protocol/value.ts'

type SoundType = (typeof soundTypes)[number]

/**
 * What sound these bytes hold, by what stands in them; the name and what the sender says do not
 * count. `null`: none that we take, or something to look at beside it. Never throws. The sound
 * itself is not decoded: without a codec, nobody here can tell whether it plays to its end.
 */
export function readSound(bytes: Buffer): SoundType | null {
  if (isWebm(bytes)) return 'audio/webm'
  if (isOgg(bytes)) return 'audio/ogg'
  return isMp4(bytes) ? 'audio/mp4' : null
}

/** EBML of the type “webm” with tracks of Opus and nothing else (RFC 9559). */
function isWebm(bytes: Buffer): boolean {
  const [head, segment] = readElements(bytes, 0, bytes.length)
  if (head?.id !== '1a45dfa3' || segment?.id !== '18538067') return false
  if (textOf(bytes, within(bytes, head, '4282')[0]) !== 'webm') return false
  // Files may be attached to it, as to a mail.
  if (within(bytes, segment, '1941a469').length > 0) return false
  const tracks = within(bytes, segment, '1654ae6b').flatMap((list) => within(bytes, list, 'ae'))
  return tracks.length > 0 && tracks.every((track) => isOpusTrack(bytes, track))
}

function isOpusTrack(bytes: Buffer, track: Element): boolean {
  const [kind] = within(bytes, track, '83')
  const isAudio = kind !== undefined && kind.end === kind.inside + 1 && bytes[kind.inside] === 2
  return isAudio && textOf(bytes, within(bytes, track, '86')[0]) === 'A_OPUS'
}

const within = (bytes: Buffer, { inside, end }: Element, id: string): Element[] =>
  readElements(bytes, inside, end).filter((element) => element.id === id)

const textOf = (bytes: Buffer, element: Element | undefined): string | null =>
  element ? bytes.toString('latin1', element.inside, element.end).replace(/\0+$/u, '') : null

/** Ogg (RFC 3533): all streams begin before any goes on; there is one, and it is Opus (RFC 7845). */
function isOgg(bytes: Buffer): boolean {
  let streams = 0
  let at = 0
  while (at + 27 <= bytes.length && bytes.toString('latin1', at, at + 4) === 'OggS') {
    const begins = (bytes.readUInt8(at + 5) & 2) === 2
    if (!begins) break
    const segments = bytes.readUInt8(at + 26)
    const sizes = bytes.subarray(at + 27, at + 27 + segments)
    const body = at + 27 + segments
    if (bytes.toString('latin1', body, body + 8) !== 'OpusHead') return false
    streams += 1
    at = body + sizes.reduce((sum, size) => sum + size, 0)
  }
  return streams === 1
}

/** ISO base media (ISO/IEC 14496-12) in which every track is sound, as AAC or Opus. */
function isMp4(bytes: Buffer): boolean {
  const boxes = readBoxes(bytes, 0, bytes.length)
  // A picture (HEIF) has its items here.
  if (boxes[0]?.name !== 'ftyp' || boxes.some(({ name }) => name === 'meta')) return false
  const movie = boxes.find(({ name }) => name === 'moov')
  const tracks = movie ? readBoxes(bytes, movie.start, movie.end) : []
  const own = tracks.filter(({ name }) => name === 'trak')
  return own.length > 0 && own.every((track) => isSoundTrack(bytes, track))
}

function isSoundTrack(bytes: Buffer, track: Box): boolean {
  const inside = (box: Box | undefined, name: string): Box | undefined =>
    box && readBoxes(bytes, box.start, box.end).find((each) => each.name === name)
  const media = inside(track, 'mdia')
  const handler = inside(media, 'hdlr')
  const samples = inside(inside(inside(media, 'minf'), 'stbl'), 'stsd')
  if (!handler || !samples) return false
  // Both begin with a version and flags; then comes a number, then what is asked for here.
  const kind = bytes.toString('latin1', handler.start + 8, handler.start + 12)
  const formats = readBoxes(bytes, samples.start + 8, samples.end)
  return (
    kind === 'soun' &&
    formats.length > 0 &&
    formats.every(({ name }) => name === 'mp4a' || name === 'Opus')
  )
}

/** Most boxes beside each other that are read: a memo of three minutes has a few hundred. */
const BOXES_MAX = 2_000

/** A box: its name, and where its content begins and ends, in bytes. */
interface Box {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** The boxes from `start` to `end`, in order. Where they make no sense any more, they end. */
function readBoxes(bytes: Buffer, start: number, end: number): Box[] {
  const boxes: Box[] = []
  let at = start
  while (at + 8 <= end && boxes.length < BOXES_MAX) {
    const size = bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    // 0 reaches to the end. 1 announces a size of eight bytes, which no memo of ours needs.
    const known = size === 0 ? end : at + size
    if (known < at + 8 || known > end) break
    boxes.push({ name, start: at + 8, end: known })
    at = known
  }
  return boxes
}
