import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FILE_SIZE_MAX } from '#protocol/value.ts'

/** Bytes that arrived, in a file nobody else knows yet. */
export interface Upload {
  readonly sha256: string
  readonly size: number
  /** The first bytes: enough to tell what it is. */
  readonly readStart: () => Promise<Buffer>
  /** Puts it in its place for good: once this resolves, a power cut does not take it back. */
  readonly keep: () => Promise<void>
  /** Throws away what was not kept. */
  readonly forget: () => Promise<void>
}

/** How much of a file is looked at, in bytes: more than cameras write before the picture. */
const START_LENGTH = 1_000_000

/** Where a file rests: `files/ab/cd/abcd…`, so that no folder grows too long. */
export const placeOf = (dataFolder: string, sha256: string): string =>
  join(dataFolder, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256)

/** Writes a body to a file as it comes and hashes it, or gives `null`: it is too large. */
export async function receiveUpload(
  body: ReadableStream<Uint8Array> | null,
  dataFolder: string,
  name: string,
): Promise<Upload | null> {
  const folder = join(dataFolder, 'files', 'incoming')
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  const forget = () => rm(path, { force: true })

  const hash = createHash('sha256')
  let size = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > FILE_SIZE_MAX) break
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (size <= FILE_SIZE_MAX) await file.sync()
  } catch (error) {
    await forget()
    throw error
  } finally {
    await file.close()
  }
  if (size > FILE_SIZE_MAX) {
    await forget()
    return null
  }

  const sha256 = hash.digest('hex')
  return {
    sha256,
    size,
    forget,
    readStart: () => readStart(path, size),
    keep: async () => {
      const place = placeOf(dataFolder, sha256)
      await mkdir(dirname(place), { recursive: true })
      await rename(path, place)
      // The name is in the folder: it too has to reach the disk.
      for (const each of [dirname(place), dirname(dirname(place))]) await syncFolder(each)
    },
  }
}

async function readStart(path: string, size: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(Math.min(size, START_LENGTH))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
