import type { FileReference } from '#domain/operation.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { PictureForm, Tables } from './database.ts'

/** A photo as it was taken here and made small, or a sound as it was recorded. */
export interface TakenFile extends FileReference {
  readonly logbookId: LogbookId
  readonly bytes: ArrayBuffer
  /** Of a photo, a picture for lists. */
  readonly thumbnail?: ArrayBuffer
  /** Of a sound, the recording it was kept as until now: its pieces have had their use. */
  readonly recording?: string
  /** UTC instant of this device. */
  readonly addedAt: string
}

/** Writes a file that waits to be sent. One that the server has already is not sent again. */
export async function putTaken(
  tx: Tables<'files' | 'pictures' | 'bytes' | 'recordings'>,
  { bytes, thumbnail, recording, addedAt, ...file }: TakenFile,
): Promise<void> {
  const { sha256, logbookId } = file
  if (recording !== undefined) await tx.recordings.removeAll({ prefix: [recording] })
  if ((await tx.files.get(sha256))?.state === 'stored') return
  const forms: readonly (readonly [PictureForm, ArrayBuffer])[] = [
    ['original', bytes],
    ...(thumbnail ? [['thumbnail', thumbnail] as const] : []),
  ]
  await Promise.all([
    tx.files.put({ ...file, state: 'waiting', addedAt }),
    tx.pictures.putAll(
      forms.map(([form, { byteLength: size }]) => ({
        ...{ sha256, form, logbookId, size },
        usedAt: addedAt,
      })),
    ),
    tx.bytes.putAll(forms.map(([form, of]) => ({ sha256, form, bytes: of }))),
  ])
}
