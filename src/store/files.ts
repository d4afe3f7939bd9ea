import type { LogbookId } from '#domain/identifiers.ts'
import type { FileRow, LogbookDb, PictureForm, PictureRow, Tables } from './database.ts'
import { dropPicture } from './freeSpace.ts'

/** Photos that the server has not confirmed, without their bytes, the latest first. */
export const listWaitingFiles = async (db: LogbookDb): Promise<FileRow[]> =>
  (
    await db.read(['files'], ({ files }) => files.list({ index: 'state', prefix: ['waiting'] }))
  ).reverse()

/** The bytes that a photo’s hash names, if it was taken here. */
export const readOriginal = async (db: LogbookDb, sha256: string): Promise<ArrayBuffer | null> =>
  (await db.read(['bytes'], ({ bytes }) => bytes.get([sha256, 'original'])))?.bytes ?? null

/** The server confirmed the hash: from now on this device may let go of the bytes. */
export const confirmFile = (db: LogbookDb, sha256: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    const file = await files.get(sha256)
    if (file) await files.put({ ...file, state: 'stored' })
  })

/** It cannot be sent: it is not tried again by itself, and its person has to be told. */
export const refuseFile = (db: LogbookDb, sha256: string, refusal: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    const file = await files.get(sha256)
    if (file?.state === 'waiting') await files.put({ ...file, state: 'refused', refusal })
  })

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
  db.write(['pictures', 'bytes'], async (tx) => {
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
  })

/** Keeps a picture that came from the server, to show it without a network. */
export const keepPicture = (
  db: LogbookDb,
  picture: Omit<PictureRow, 'size'>,
  bytes: ArrayBuffer,
): Promise<void> =>
  db.write(['pictures', 'bytes'], async (tx) => {
    const { sha256, form } = picture
    await Promise.all([
      tx.pictures.put({ ...picture, size: bytes.byteLength }),
      tx.bytes.put({ sha256, form, bytes }),
    ])
  })

/** Of which of these photos no picture is on this device. */
export const listUnseen = (db: LogbookDb, hashes: readonly string[]): Promise<string[]> =>
  db.read(['pictures'], async ({ pictures }) => {
    const counts = await Promise.all(hashes.map((sha256) => pictures.count({ prefix: [sha256] })))
    return hashes.filter((_, index) => counts[index] === 0)
  })

/** Lets go of all pictures of a logbook but for photos that the server has not confirmed. */
export async function dropPictures(
  tx: Tables<'files' | 'pictures' | 'bytes'>,
  logbookId: LogbookId,
): Promise<void> {
  for (const picture of await tx.pictures.list({ index: 'logbook', prefix: [logbookId] })) {
    const file = await tx.files.get(picture.sha256)
    if (!file || file.state === 'stored') await dropPicture(tx, picture)
  }
}
