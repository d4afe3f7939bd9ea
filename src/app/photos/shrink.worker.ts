/** Longest side of a photo that is kept, in pixels: a page of handwriting stays readable. */
const SIDE_MAX = 1_600
const QUALITY = 0.8

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<Blob>) => void) | null
  postMessage: (message: unknown, transfer?: Transferable[]) => void
}

/**
 * Takes a picture, answers with a small JPEG as `ArrayBuffer`, or `null`: not a picture this
 * browser reads. Drawing it anew leaves place, time and device (EXIF) behind.
 */
scope.onmessage = ({ data }) => {
  void shrink(data).then(
    (bytes) => {
      scope.postMessage(bytes, [bytes])
    },
    () => {
      scope.postMessage(null)
    },
  )
}

async function shrink(photo: Blob): Promise<ArrayBuffer> {
  const picture = await createImageBitmap(photo)
  const scale = Math.min(1, SIDE_MAX / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no 2d context')
  // A drawing with a clear ground becomes white paper, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(picture, 0, 0, width, height)
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  return jpeg.arrayBuffer()
}
