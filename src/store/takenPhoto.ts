import type { FileReference } from '#domain/operation.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { PictureForm, Tables } from './database.ts'

/** A photo as it was taken here and made small, with a picture for lists. */
export interface TakenPhoto extends FileReference {
  readonly logbookId: LogbookId
  readonly bytes: ArrayBuffer
  readonly thumbnail: ArrayBuffer
  /** UTC instant of this device. */
  readonly addedAt: string
}

/** Writes a photo that waits to be sent. One that the server has already is not sent again. */
export async function putTaken(
  tx: Tables<'files' | 'pictures' | 'bytes'>,
  { bytes, thumbnail, addedAt, ...file }: TakenPhoto,
): Promise<void> {
  const { sha256, logbookId } = file
  if ((await tx.files.get(sha256))?.state === 'stored') return
  const pictures: readonly (readonly [PictureForm, ArrayBuffer])[] = [
    ['original', bytes],
    ['thumbnail', thumbnail],
  ]
  await Promise.all([
    tx.files.put({ ...file, state: 'waiting', addedAt }),
    tx.pictures.putAll(
      pictures.map(([form, { byteLength: size }]) => ({
        ...{ sha256, form, logbookId, size },
        usedAt: addedAt,
      })),
    ),
    tx.bytes.putAll(pictures.map(([form, of]) => ({ sha256, form, bytes: of }))),
  ])
}
