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

/** Keeps a photo that came from the server, to show it without a network. */
export const keepFile = async (db: LogbookDb, file: FileRow): Promise<void> => {
  await db.files.put(file)
}
