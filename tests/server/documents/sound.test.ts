import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSound } from '#server/documents/sound.ts'
import { aRealPhoto } from '#tests/support/photos.ts'
import {
  anMp4,
  anOgg,
  aWebm,
  box,
  element,
  mp4Track,
  oggPage,
  opusHead,
} from '#tests/support/sounds.ts'

const text = (words: string) => Buffer.from(words, 'latin1')
const ftyp = box('ftyp', text('M4A \0\0\0\0'))

describe('what browsers record is taken for what it is, whatever it is called', () => {
  it.each<[string, Buffer, string]>([
    ['WebM that does not know its end', aWebm(), 'audio/webm'],
    ['WebM that says its size', aWebm({ isOpen: false }), 'audio/webm'],
    ['WebM that was cut off while it was recorded', aWebm().subarray(0, -9), 'audio/webm'],
    ['Ogg', anOgg(), 'audio/ogg'],
    ['MP4 with AAC', anMp4(), 'audio/mp4'],
    ['MP4 with Opus', anMp4([mp4Track('soun', 'Opus')]), 'audio/mp4'],
    ['MP4 whose last box is cut off', anMp4().subarray(0, -9), 'audio/mp4'],
  ])('%s', (_, bytes, mime) => {
    expect(readSound(bytes)).toBe(mime)
  })

  it.each([
    ['webm', 'audio/webm'],
    ['mp4', 'audio/mp4'],
  ])('a second that Chromium recorded (%s)', (ending, mime) => {
    const bytes = readFileSync(
      new URL(`../../support/recordings/second.${ending}`, import.meta.url),
    )
    expect(readSound(bytes)).toBe(mime)
  })
})

describe('what is no sound, or more than a sound, is not taken', () => {
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    [
      'a page behind the first letters of Ogg',
      text(`OggS${'<script>alert(1)</script>'.repeat(9)}`),
    ],
    ['a page behind the head of WebM', Buffer.concat([aWebm().subarray(0, 26), text('<script>')])],
    ['a film in WebM', aWebm({ tracks: [[1, 'V_VP8']] })],
    [
      'a film with sound in WebM',
      aWebm({
        tracks: [
          [2, 'A_OPUS'],
          [1, 'V_VP8'],
        ],
      }),
    ],
    ['a film that calls itself sound by its codec alone', aWebm({ tracks: [[1, 'A_OPUS']] })],
    ['subtitles', aWebm({ tracks: [[17, 'S_TEXT/UTF8']] })],
    ['another codec than browsers record with', aWebm({ tracks: [[2, 'A_MPEG/L3']] })],
    ['WebM without a track', aWebm({ tracks: [] })],
    ['Matroska, which may hold anything', aWebm({ docType: 'matroska' })],
    ['WebM with a file attached', aWebm({ more: [element('1941a469', text('<html>'))] })],
    ['WebM with a second list of tracks, a film', aWebm({ more: [filmTracks()] })],
    [
      'Ogg with a film',
      Buffer.concat([oggPage(true, opusHead), oggPage(true, text('\u0080theora'))]),
    ],
    ['Ogg with two sounds', Buffer.concat([oggPage(true, opusHead), anOgg()])],
    ['Ogg of another codec', oggPage(true, text('\u0001vorbis'))],
    ['a film in MP4', anMp4([mp4Track('vide', 'avc1')])],
    ['a film with sound in MP4', anMp4([mp4Track(), mp4Track('vide', 'avc1')])],
    ['a film that calls itself sound by its handler alone', anMp4([mp4Track('soun', 'avc1')])],
    ['MP4 without a track', anMp4([])],
    ['MP4 without a movie', ftyp],
    ['a picture of an iPhone', Buffer.concat([ftyp, box('meta', Buffer.alloc(9)), anMp4()])],
    ['an MP3', Buffer.concat([text('ID3\u0004\0\0\0\0\0\0'), Buffer.alloc(100, 0xff)])],
    ['a WAV', text('RIFF\0\0\0\0WAVEfmt ')],
  ])('%s', (_, bytes) => {
    expect(readSound(bytes)).toBeNull()
  })

  it('photos', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      expect(readSound((await aRealPhoto({ format })).bytes)).toBeNull()
    }
  })
})

const filmTracks = () =>
  element('1654ae6b', [
    element('ae', [element('83', Buffer.from([1])), element('86', text('V_VP8'))]),
  ])

it('whatever comes, an answer comes, and soon', () => {
  const whole = [aWebm(), anOgg(), anMp4(), aWebm({ isOpen: false })]
  const damaged = fc
    .tuple(
      fc.constantFrom(...whole),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }),
      fc.nat(),
    )
    .map(([bytes, changes, cut]) => {
      const copy = Buffer.from(bytes)
      for (const [at, value] of changes) copy[at % copy.length] = value
      return copy.subarray(0, cut % (copy.length + 1))
    })
  fc.assert(
    fc.property(
      fc.oneof(
        damaged,
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      ),
      (bytes) => {
        expect([null, 'audio/webm', 'audio/ogg', 'audio/mp4']).toContain(readSound(bytes))
      },
    ),
    { numRuns: 2_000 },
  )
  // Ten megabytes of nothing but empty elements, or boxes, are no reason to think long.
  const empty = Buffer.alloc(10_000_000)
  const traps = [
    Buffer.concat([
      aWebm().subarray(0, 26),
      element('18538067', empty.fill(Buffer.from('ec80', 'hex'))),
    ]),
    Buffer.concat([ftyp, Buffer.alloc(8_000_000).fill(box('free', Buffer.alloc(0)))]),
  ]
  for (const trap of traps) expect(readSound(trap)).toBeNull()
})
