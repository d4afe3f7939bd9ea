import type { FileStore } from './fileStore.ts'
import { sha256Of } from '#server/sha256.ts'
import { signedHeaders, type S3Key } from './s3Signature.ts'

export interface S3Place extends S3Key {
  /** Scheme and host, `https://s3.example.org`. */
  readonly origin: string
  readonly bucket: string
  /** Put before every key; empty, or ends with a slash. */
  readonly prefix: string
}

/** Longest that one request may take, in ms; the sender of the photo is told to try again. */
const TIMEOUT = 30_000

/**
 * Objects in a bucket of any store that speaks the S3 protocol, addressed by path
 * (`host/bucket/key`). Throws when the store refuses or does not answer; what it says may hold
 * names of ours and is not repeated.
 */
export function createS3Store({ origin, bucket, prefix, ...key }: S3Place): FileStore {
  const ask = async (method: 'GET' | 'PUT', name: string, body?: Buffer): Promise<Response> => {
    const url = new URL(`/${bucket}/${prefix}${name}`, origin)
    const request = { method, url, headers: {}, payload: sha256Of(body ?? '') } as const
    const headers = signedHeaders(request, key, new Date())
    const signal = AbortSignal.timeout(TIMEOUT)
    return fetch(url, { method, headers, signal, ...(body && { body: new Uint8Array(body) }) })
  }
  return {
    keep: async (name, bytes) => {
      const answer = await ask('PUT', name, bytes)
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the file store answered ${answer.status} to a PUT`)
    },
    read: async (name) => {
      const answer = await ask('GET', name)
      if (answer.ok) return Buffer.from(await answer.arrayBuffer())
      const text = await answer.text()
      // A bucket that is not there answers 404 too, and is no photo that is missing.
      if (answer.status === 404 && !text.includes('NoSuchBucket')) return null
      throw new Error(`the file store answered ${answer.status} to a GET`)
    },
  }
}
