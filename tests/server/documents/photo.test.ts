import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPhoto } from '#server/documents/photo.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(/\s/gu, ''), 'hex')
const padded = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(40)])

it.each([
  [
    'a JPEG with its camera’s notes before the size',
    hex('ffd8 ffe1 0008 457869660000 ffdb 0004 0000 ffc2 000b 08 0258 0320 01 011100'),
    { mime: 'image/jpeg', width: 800, height: 600 },
  ],
  [
    'a JPEG with fill bytes',
    hex('ffd8 ffff ffff ffc0 000b 08 0001 0002 01 011100'),
    { mime: 'image/jpeg', width: 2, height: 1 },
  ],
  [
    'a PNG',
    padded(hex('89504e470d0a1a0a 0000000d 49484452 00000320 00000258')),
    { mime: 'image/png', width: 800, height: 600 },
  ],
  [
    'a WebP with loss',
    padded(
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8 \0\0\0\0'), hex('000000 9d012a 2003 5802')]),
    ),
    { mime: 'image/webp', width: 800, height: 600 },
  ],
  [
    'a WebP without loss',
    padded(Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8L\0\0\0\0'), hex('2f 1fc39500')])),
    { mime: 'image/webp', width: 800, height: 600 },
  ],
  [
    'a WebP with extensions',
    padded(
      Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBPVP8X\0\0\0\0'), hex('00000000 1f0300 570200')]),
    ),
    { mime: 'image/webp', width: 800, height: 600 },
  ],
])('%s is a photo of its size', (_, bytes, photo) => {
  expect(readPhoto(bytes)).toEqual(photo)
})

it.each([
  ['a JPEG that never says its size', padded(hex('ffd8 ffda 0008'))],
  ['a JPEG whose segment leads nowhere', hex('ffd8 ffe1 ffff 4578696600000000')],
  ['a segment of length zero', padded(hex('ffd8 ffe1 0000'))],
  ['a GIF', padded(Buffer.from('GIF89a'))],
  ['a PDF', padded(Buffer.from('%PDF-1.7'))],
  ['a HEIC', padded(Buffer.concat([hex('00000018'), Buffer.from('ftypheic')]))],
  ['a PNG without its header', padded(hex('89504e470d0a1a0a 0000000d 54455854 00000320 00000258'))],
  ['a WebP of a kind nobody knows', padded(Buffer.from('RIFF\0\0\0\0WEBPXXXX\0\0\0\0'))],
])('%s is none', (_, bytes) => {
  expect(readPhoto(bytes)).toBeNull()
})

it('no bytes at all make it throw', () => {
  const starts = [
    '',
    'ffd8ff',
    '89504e470d0a1a0a0000000d49484452',
    '52494646000000005745425056503820',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 80 }), (start, rest) => {
      const photo = readPhoto(Buffer.concat([hex(start), rest]))
      expect(photo === null || photo.width * photo.height > 0).toBe(true)
    }),
    { numRuns: 500 },
  )
})
