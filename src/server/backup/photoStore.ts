import { keyOf, type FileStore } from '#server/documents/fileStore.ts'
import { drawRenditions } from '#server/documents/renditions.ts'
import { sha256Of } from '#server/sha256.ts'

/** The bytes of photos by their SHA-256, wherever they rest. */
export interface PhotoStore {
  /** `null`: there are none, or they are not that photo’s any more. */
  readonly read: (sha256: string) => Promise<Buffer | null>
  /** Once it resolves, a power cut does not take them back. */
  readonly keep: (bytes: Buffer) => Promise<void>
}

/** Photos as they were sent. What is shown of them is drawn anew when they are put back. */
export const createPhotoStore = (files: FileStore): PhotoStore => ({
  read: async (sha256) => {
    const bytes = await files.read(keyOf(sha256, 'original'))
    return bytes && sha256Of(bytes) === sha256 ? bytes : null
  },
  keep: async (bytes) => {
    const sha256 = sha256Of(bytes)
    const drawn = await drawRenditions(bytes)
    await files.keep(keyOf(sha256, 'original'), bytes)
    if (!drawn) return
    await files.keep(keyOf(sha256, 'screen'), drawn.screen)
    await files.keep(keyOf(sha256, 'thumbnail'), drawn.thumbnail)
  },
})
