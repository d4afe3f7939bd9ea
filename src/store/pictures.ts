import type { LogbookId } from '#domain/identifiers.ts'
import type { LogbookDb, PictureForm, PictureRow, Tables } from './database.ts'

/** The bytes that a file’s hash names, if it was taken here or is a sound. */
export const readOriginal = async (db: LogbookDb, sha256: string): Promise<ArrayBuffer | null> =>
  (await db.read(['bytes'], ({ bytes }) => bytes.get([sha256, 'original'])))?.bytes ?? null

/**
 * The first of these pictures that is on this device, or `undefined`. It counts as looked at
 * `now`, so that it is not among the first that make room.
 */
export const showPicture = (
  db: LogbookDb,
  sha256: string,
  forms: readonly PictureForm[],
  now: string,
): Promise<ArrayBuffer | undefined> =>
  db.write(
    ['pictures', 'bytes'],
    async (tx) => {
      for (const form of forms) {
        const [picture, row] = await Promise.all([
          tx.pictures.get([sha256, form]),
          tx.bytes.get([sha256, form]),
        ])
        if (!picture || !row) continue
        await tx.pictures.put({ ...picture, usedAt: now })
        return row.bytes
      }
      return undefined
    },
    'relaxed',
  )

/** Keeps a picture or sound that came from the server, to show it without a network. */
export const keepPicture = (
  db: LogbookDb,
  picture: Omit<PictureRow, 'size'>,
  bytes: ArrayBuffer,
): Promise<void> =>
  db.write(
    ['pictures', 'bytes'],
    async (tx) => {
      const { sha256, form } = picture
      await Promise.all([
        tx.pictures.put({ ...picture, size: bytes.byteLength }),
        tx.bytes.put({ sha256, form, bytes }),
      ])
    },
    'relaxed',
  )

/** Of which of these files nothing is on this device. */
export const listUnseen = (db: LogbookDb, hashes: readonly string[]): Promise<string[]> =>
  db.read(['pictures'], async ({ pictures }) => {
    const counts = await Promise.all(hashes.map((sha256) => pictures.count({ prefix: [sha256] })))
    return hashes.filter((_, index) => counts[index] === 0)
  })

/** Lets go of all pictures and sounds of a logbook but for files that the server has not confirmed. */
export async function dropPictures(
  tx: Tables<'files' | 'pictures' | 'bytes'>,
  logbookId: LogbookId,
): Promise<void> {
  for (const picture of await tx.pictures.list({ index: 'logbook', prefix: [logbookId] })) {
    const file = await tx.files.get(picture.sha256)
    if (!file || file.state === 'stored') await dropPicture(tx, picture)
  }
}

/** Removes the bytes of a picture or sound. Of what was taken here, nothing is then left to send. */
export async function dropPicture(
  tx: Tables<'files' | 'pictures' | 'bytes'>,
  { sha256, form }: Pick<PictureRow, 'sha256' | 'form'>,
): Promise<void> {
  await Promise.all([
    tx.pictures.remove([sha256, form]),
    tx.bytes.remove([sha256, form]),
    form === 'original' ? tx.files.remove(sha256) : null,
  ])
}
