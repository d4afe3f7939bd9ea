import { trustedScriptUrl } from '../trustedScriptUrl.ts'
import workerUrl from './shrink.worker.ts?worker&url'

export interface SmallPhoto {
  readonly sha256: string
  readonly size: number
  readonly mime: 'image/jpeg'
  readonly bytes: ArrayBuffer
}

/** A photo made small in a worker, named by its content; `null`: this file is no photo we can read. */
export async function shrinkPhoto(photo: Blob): Promise<SmallPhoto | null> {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: 'module' })
  try {
    const bytes = await new Promise<ArrayBuffer | null>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<ArrayBuffer | null>) => {
        resolve(data)
      }
      worker.onerror = () => {
        resolve(null)
      }
      worker.postMessage(photo)
    })
    if (!bytes) return null
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return { sha256, size: bytes.byteLength, mime: 'image/jpeg', bytes }
  } finally {
    worker.terminate()
  }
}
