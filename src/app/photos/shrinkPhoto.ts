import { trustedScriptUrl } from '../trustedScriptUrl.ts'
import { isHeic } from './isHeic.ts'
import type { Shrunk } from './shrink.worker.ts'
import workerUrl from './shrink.worker.ts?worker&url'

export interface SmallPhoto {
  readonly sha256: string
  readonly size: number
  readonly mime: 'image/jpeg'
  readonly bytes: ArrayBuffer
  readonly thumbnail: ArrayBuffer
}

/**
 * A photo made small in a worker, named by its content; or why not: `heic-photo`, which Apple’s
 * devices read and hardly any other, `not-a-photo`, nothing that we can read.
 */
export async function shrinkPhoto(photo: Blob): Promise<SmallPhoto | 'heic-photo' | 'not-a-photo'> {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' })
  try {
    const shrunk = await new Promise<Shrunk>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Shrunk>) => {
        resolve(data)
      }
      worker.onerror = () => {
        resolve(null)
      }
      worker.postMessage(photo)
    })
    // Tried first: where the browser can read it, it is a photo like any other.
    if (!shrunk) return (await isHeic(photo)) ? 'heic-photo' : 'not-a-photo'
    return { ...shrunk, size: shrunk.bytes.byteLength, mime: 'image/jpeg' }
  } finally {
    worker.terminate()
  }
}
