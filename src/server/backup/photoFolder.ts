import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { placeOf, receiveUpload } from '#server/documents/upload.ts'

/** The bytes of photos by their SHA-256, wherever they rest. */
export interface PhotoStore {
  /** `null`: there are none, or they are not that photo’s any more. */
  readonly read: (sha256: string) => Promise<Buffer | null>
  /** Once it resolves, a power cut does not take them back. */
  readonly keep: (bytes: Buffer) => Promise<void>
}

/** Those in the data folder. */
export const createPhotoFolder = (dataFolder: string, newId: () => string): PhotoStore => ({
  read: async (sha256) => {
    const bytes = await readFile(placeOf(dataFolder, sha256)).catch(nothingThere)
    return bytes && sha256Of(bytes) === sha256 ? bytes : null
  },
  keep: async (bytes) => {
    const upload = await receiveUpload(
      new Blob([new Uint8Array(bytes)]).stream(),
      dataFolder,
      newId(),
    )
    if (!upload) throw new RangeError('a photo is larger than any that we take')
    await upload.keep()
  },
})

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

const nothingThere = (error: unknown): null => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
