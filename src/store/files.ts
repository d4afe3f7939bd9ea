import type { FileRow, LogbookDb } from './database.ts'

/** The photo’s bytes if this device holds them, or `undefined`. */
export const findFile = (db: LogbookDb, sha256: string): Promise<FileRow | undefined> =>
  db.files.get(sha256)

/** Photos that the server has not confirmed. No order. */
export const listWaitingFiles = (db: LogbookDb): Promise<FileRow[]> =>
  db.files.where({ state: 'waiting' }).toArray()

/** The server confirmed the hash: from now on this device may let go of the bytes. */
export const confirmFile = async (db: LogbookDb, sha256: string): Promise<void> => {
  await db.files.update(sha256, { state: 'stored' })
}

/** The server does not take it: it is not offered again until somebody wants to. */
export const refuseFile = async (db: LogbookDb, sha256: string, refusal: string): Promise<void> => {
  await db.files.update(sha256, { state: 'refused', refusal })
}

/** Photos that the server did not take. No order. */
export const listRefusedFiles = (db: LogbookDb): Promise<FileRow[]> =>
  db.files.where({ state: 'refused' }).toArray()

/** Offers a photo that was refused once more. */
export const offerFile = async (db: LogbookDb, sha256: string): Promise<void> => {
  await refused(db, sha256).modify({ state: 'waiting' })
}

/** Lets go of a photo that the server did not take. */
export const dropFile = async (db: LogbookDb, sha256: string): Promise<void> => {
  await refused(db, sha256).delete()
}

const refused = (db: LogbookDb, sha256: string) =>
  db.files.where({ sha256 }).filter(({ state }) => state === 'refused')

/** Keeps a photo that came from the server, to show it without a network. */
export const keepFile = async (db: LogbookDb, file: FileRow): Promise<void> => {
  await db.files.put(file)
}
