import type { Configuration } from '#server/configuration.ts'
import { createFolderStore } from './folderStore.ts'
import { createS3Store } from './s3Store.ts'

/** Where the bytes of photos and sounds rest: a folder, or an S3-compatible store. */
export interface FileStore {
  /** Keeps bytes under a key. Once it resolves, neither a power cut nor a crash takes them back. */
  readonly keep: (key: string, bytes: Buffer) => Promise<void>
  /** All bytes under a key, or `null`: there are none. */
  readonly read: (key: string) => Promise<Buffer | null>
}

/**
 * What is kept of a file: the bytes as they were sent, which a signed version names by their hash,
 * and, of a photo, two pictures drawn anew from them for screens.
 */
export type FileForm = 'original' | 'screen' | 'thumbnail'

/** Where a file rests: `ab/cd/abcd…`, so that no folder grows too long. */
export function keyOf(sha256: string, form: FileForm): string {
  const ending = form === 'original' ? '' : `-${form}`
  return `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}${ending}`
}

export const createFileStore = ({ filesUrl, dataFolder }: Configuration): FileStore =>
  filesUrl ? createS3Store(filesUrl) : createFolderStore(dataFolder)
