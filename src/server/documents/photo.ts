import type { photoTypes } from '#protocol/value.ts'

export interface Photo {
  readonly mime: (typeof photoTypes)[number]
  /** In pixels. */
  readonly width: number
  readonly height: number
}

/** Largest picture, in pixels: a bigger one fills the memory of a phone when it is shown. */
export const PIXELS_MAX = 40_000_000

/**
 * What picture these bytes begin, by their first bytes and the size they announce; the name and
 * what the sender says do not count. `null`: none that we take. Never throws.
 */
export function readPhoto(bytes: Buffer): Photo | null {
  const photo = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes)
  if (!photo || photo.width === 0 || photo.height === 0) return null
  return photo.width * photo.height <= PIXELS_MAX ? photo : null
}

/** ITU-T T.81: segments follow each other until the frame header, which says the size. */
function readJpeg(bytes: Buffer): Photo | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) return null
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrame(marker)) {
      const height = bytes.readUInt16BE(at + 5)
      return { mime: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height }
    }
    // Scan data or the end before any frame: nothing that can be shown.
    if (marker === 0xda || marker === 0xd9) return null
    at += 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

/** SOF0 … SOF15 without DHT (C4), JPG (C8) and DAC (CC), which lie between them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const PNG_START = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function readPng(bytes: Buffer): Photo | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG_START)) return null
  if (bytes.readUInt32BE(8) !== 13 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null
  return { mime: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}

/** RIFF container with one of three kinds of picture (RFC 9649). */
function readWebp(bytes: Buffer): Photo | null {
  if (bytes.length < 30) return null
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') {
    return null
  }
  const mime = 'image/webp'
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      if (bytes.readUIntBE(23, 3) !== 0x9d012a) return null
      return {
        mime,
        width: bytes.readUInt16LE(26) & 0x3fff,
        height: bytes.readUInt16LE(28) & 0x3fff,
      }
    case 'VP8L': {
      if (bytes.readUInt8(20) !== 0x2f) return null
      const bits = bytes.readUInt32LE(21)
      return { mime, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { mime, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}
