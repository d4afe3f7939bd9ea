import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withDuration } from '#app/memos/withDuration.ts'
import { readElements } from '#protocol/ebml.ts'
import { readSound } from '#server/documents/sound.ts'
import { anMp4, anOgg, aWebm } from '#tests/support/sounds.ts'

const withDurationOf = (bytes: Uint8Array, ms: number) => withDuration(new Uint8Array(bytes), ms)

const recorded = new Uint8Array(
  readFileSync(join(import.meta.dirname, '../../support/recordings/second.webm')),
)

/** The length that a recording says it has, in its own units, or `null`: it says none. */
function lengthOf(bytes: Uint8Array): number | null {
  const [, segment] = readElements(bytes, 0, bytes.length)
  const inSegment = segment ? readElements(bytes, segment.inside, segment.end) : []
  const info = inSegment.find(({ id }) => id === '1549a966')
  const parts = info ? readElements(bytes, info.inside, info.end) : []
  const length = parts.find(({ id }) => id === '4489')
  return length ? new DataView(bytes.buffer, bytes.byteOffset).getFloat64(length.inside) : null
}

it.each([
  ['as it is built here', new Uint8Array(aWebm())],
  ['as Chromium recorded it', recorded],
])('a recording says how long it is, and is otherwise the same (%s)', (_, bytes) => {
  expect(lengthOf(bytes)).toBeNull()
  const told = withDuration(bytes, 61_250)
  expect(lengthOf(told)).toBe(61_250)
  expect(readSound(Buffer.from(told))).toBe('audio/webm')
  // The sound itself, behind the head, is byte for byte what was said.
  expect(Buffer.from(told).subarray(-20)).toEqual(Buffer.from(bytes).subarray(-20))
  const addition = told.length - bytes.length
  expect(addition).toBeGreaterThan(0)
  expect(addition).toBeLessThan(20)
})

it('one that says it already is not told twice', () => {
  const told = withDuration(recorded, 1_000)
  expect(withDuration(told, 9_000)).toEqual(told)
})

it.each<[string, Uint8Array]>([
  ['Ogg', anOgg()],
  ['MP4', anMp4()],
  ['WebM that knows its size', aWebm({ isOpen: false })],
  ['nothing', new Uint8Array(0)],
  ['something else', Buffer.from('une photo')],
])('%s stays as it is', (_, bytes) => {
  expect(Buffer.from(withDurationOf(bytes, 1_000))).toEqual(Buffer.from(bytes))
})
