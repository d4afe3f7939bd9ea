import { asPhoto, type TestPhoto } from './photos.ts'

/** Bytes of a sound under their hash; they only look like one: nobody would hear anything. */
export type TestSound = TestPhoto

const utf8 = (text: string) => Buffer.from(text, 'latin1')

/** What is inside, in one piece or in several. */
type Content = Buffer | Buffer[]

/** An element of EBML; `isOpen`: it does not say its size, as a recorder leaves it. */
export function element(id: string, content: Content, isOpen = false): Buffer {
  const inside = Buffer.concat([content].flat())
  const size = Buffer.alloc(8, 0xff)
  if (!isOpen) size.writeBigUInt64BE(BigInt(inside.length))
  size[0] = 1
  return Buffer.concat([Buffer.from(id, 'hex'), size, inside])
}

interface WebmOptions {
  readonly docType?: string
  /** Kind (1: pictures, 2: sound) and codec of each track. */
  readonly tracks?: readonly (readonly [kind: number, codec: string])[]
  readonly isOpen?: boolean
  /** More elements before the sound. */
  readonly more?: readonly Buffer[]
  /** Bytes of sound. */
  readonly length?: number
}

/** What a browser records: WebM with one track of Opus, which does not know its end. */
export function aWebm(options: WebmOptions = {}): Buffer {
  const {
    docType = 'webm',
    tracks = [[2, 'A_OPUS']],
    isOpen = true,
    more = [],
    length = 40,
  } = options
  const entries = tracks.map(([kind, codec]) =>
    element('ae', [element('83', Buffer.from([kind])), element('86', utf8(codec))]),
  )
  return Buffer.concat([
    element('1a45dfa3', [element('4282', utf8(docType))]),
    element(
      '18538067',
      [
        element('1549a966', [element('2ad7b1', Buffer.from([0x0f, 0x42, 0x40]))]),
        element('1654ae6b', entries),
        ...more,
        element('1f43b675', Buffer.alloc(length, 7), isOpen),
      ],
      isOpen,
    ),
  ])
}

/** A page of Ogg that begins a stream, or goes on with one. */
export function oggPage(begins: boolean, packet: Buffer): Buffer {
  const head = Buffer.alloc(28)
  head.write('OggS', 'latin1')
  head[5] = begins ? 2 : 0
  head[26] = 1
  head[27] = packet.length
  return Buffer.concat([head, packet])
}

export const opusHead = utf8('OpusHead\u0001\u0001')

export const anOgg = (): Buffer =>
  Buffer.concat([
    oggPage(true, opusHead),
    oggPage(false, utf8('OpusTags')),
    oggPage(false, Buffer.alloc(40, 7)),
  ])

/** A box of an MP4. */
export function box(name: string, content: Content): Buffer {
  const inside = Buffer.concat([content].flat())
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, inside])
}

/** A track of an MP4: its kind (`soun`, `vide`), and the format of its samples. */
export const mp4Track = (kind = 'soun', format = 'mp4a'): Buffer =>
  box('trak', [
    box('mdia', [
      box('hdlr', Buffer.concat([Buffer.alloc(8), utf8(kind), Buffer.alloc(12)])),
      box('minf', [
        box('stbl', [box('stsd', Buffer.concat([Buffer.alloc(8), box(format, Buffer.alloc(28))]))]),
      ]),
    ]),
  ])

export const anMp4 = (tracks: readonly Buffer[] = [mp4Track()]): Buffer =>
  Buffer.concat([
    box('ftyp', utf8('M4A \0\0\0\0')),
    box('moov', [box('mvhd', Buffer.alloc(100)), ...tracks]),
    box('mdat', Buffer.alloc(40, 7)),
  ])

let made = 0

/** A sound unlike every other one, of at least so many bytes. */
export function aSound(length = 40): TestSound {
  made += 1
  const more = [element('ec', utf8(`memo ${made}`))]
  return asPhoto(aWebm({ more, length }), 'audio/webm')
}
