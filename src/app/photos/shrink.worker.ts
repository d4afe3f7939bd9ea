import { contentHash } from '#store/contentHash.ts'

/** Longest side of a photo that is kept, in pixels: a page of handwriting stays readable. */
const SIDE_MAX = 1_600
const QUALITY = 0.8
/** Longest side of the picture for lists, in pixels: sharp in a square of seven rem. */
const THUMBNAIL_SIDE = 320
const THUMBNAIL_QUALITY = 0.7

/** What the worker answers; `null`: not a picture this browser reads. */
export type Shrunk = {
  /** Of `bytes`, in hex. */
  readonly sha256: string
  readonly bytes: ArrayBuffer
  readonly thumbnail: ArrayBuffer
} | null

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Blob>) => void) | null
  postMessage: (message: Shrunk, transfer?: Transferable[]) => void
}

/**
 * Takes a picture, answers with a small JPEG, its hash, and a smaller one for lists. Drawing it
 * anew leaves place, time and device (EXIF) behind.
 */
scope.onmessage = ({ data }) => {
  void shrink(data).then(
    (photo) => {
      scope.postMessage(photo, [photo.bytes, photo.thumbnail])
    },
    () => {
      scope.postMessage(null)
    },
  )
}

async function shrink(photo: Blob): Promise<NonNullable<Shrunk>> {
  const picture = await createImageBitmap(photo)
  const large = draw(picture, SIDE_MAX)
  // Twelve million pixels are fifty megabytes: they go before anything else is made.
  picture.close()
  const bytes = await encode(large, QUALITY)
  const thumbnail = await encode(draw(large, THUMBNAIL_SIDE), THUMBNAIL_QUALITY)
  return { sha256: await contentHash(bytes), bytes, thumbnail }
}

function draw(picture: ImageBitmap | OffscreenCanvas, sideMax: number): OffscreenCanvas {
  const scale = Math.min(1, sideMax / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  // A drawing with a clear ground becomes white paper, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return canvas
}

async function encode(canvas: OffscreenCanvas, quality: number): Promise<ArrayBuffer> {
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality })
  return jpeg.arrayBuffer()
}
