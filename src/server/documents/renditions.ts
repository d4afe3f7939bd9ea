import sharp from 'sharp'
import { createGate } from './gate.ts'
import { PIXELS_MAX, readPhoto } from './photo.ts'

/** A photo drawn anew for screens, as JPEG: nothing of what stood beside the picture is left. */
export interface Renditions {
  readonly screen: Buffer
  readonly thumbnail: Buffer
}

/** Longest side of the picture that is shown large, in pixels: as devices make them. */
const SCREEN_SIDE = 1_600
/** Longest side of the small picture, in pixels: sharp in a square of seven rem. */
const THUMBNAIL_SIDE = 320

// Whatever else libvips could read (SVG, PDF, TIFF …) is closed, also for what lies about itself.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'],
})
// One thread for a picture: the other core answers people.
sharp.concurrency(1)

/** Two at a time: each may hold forty million pixels. */
const gate = createGate(2)

/**
 * Draws a photo anew in two sizes, the right way up, on white. `null`: the bytes are no whole JPEG,
 * PNG or WebP of at most `PIXELS_MAX` pixels.
 */
export async function drawRenditions(bytes: Buffer): Promise<Renditions | null> {
  if (!readPhoto(bytes)) return null
  return gate(async () => {
    const screen = await draw(bytes, SCREEN_SIDE, 80)
    const thumbnail = screen && (await draw(screen, THUMBNAIL_SIDE, 70))
    return screen && thumbnail ? { screen, thumbnail } : null
  })
}

function draw(bytes: Buffer, side: number, quality: number): Promise<Buffer | null> {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'warning' })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality })
    .toBuffer()
    .catch(() => null)
}
