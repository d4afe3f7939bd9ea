import sharp from 'sharp'
import type { FileReference } from '#domain/operation.ts'
import { sha256Of } from '#server/sha256.ts'

export interface TestPhoto extends FileReference {
  readonly bytes: Buffer
}

interface PhotoOptions {
  /** In pixels. */
  readonly width?: number
  readonly height?: number
  readonly format?: 'jpeg' | 'png' | 'webp'
  /** How much of a megabyte it weighs: noise does not become small. */
  readonly noisy?: boolean
  /** Writes where it was taken into it, as cameras do, and that it lies on its side. */
  readonly withPlace?: boolean
}

/** What `withPlace` leaves in the bytes. */
export const PLACE = 'Chez Lea, 45.4397 N'

/** A real photo, unlike every other one. */
export async function aRealPhoto(options: PhotoOptions = {}): Promise<TestPhoto> {
  const { width = 80, height = 60, format = 'jpeg', noisy = false, withPlace = false } = options
  const noise = { type: 'gaussian', mean: 128, sigma: noisy ? 90 : 8 } as const
  let picture = sharp({
    create: { width, height, channels: 3, background: '#888', noise },
  }).toFormat(format, { quality: noisy ? 95 : 80 })
  if (withPlace) {
    picture = picture
      .withExif({ IFD0: { ImageDescription: PLACE }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
  }
  return asPhoto(await picture.toBuffer(), `image/${format}`)
}

/** Bytes under their hash, whatever they are. */
export const asPhoto = (bytes: Buffer, mime = 'image/jpeg'): TestPhoto => ({
  bytes,
  sha256: sha256Of(bytes),
  size: bytes.length,
  mime,
})
