import type { FileRow, LogbookDb } from './database.ts'

/** The photo’s bytes if this device holds them, or `undefined`. */
export const findFile = (db: LogbookDb, sha256: string): Promise<FileRow | undefined> =>
  db.read(['files'], ({ files }) => files.get(sha256))

/** Photos that the server has not confirmed. No order. */
export const listWaitingFiles = (db: LogbookDb): Promise<FileRow[]> =>
  db.read(['files'], ({ files }) => files.list({ index: 'state', prefix: ['waiting'] }))

/** The server confirmed the hash: from now on this device may let go of the bytes. */
export const confirmFile = (db: LogbookDb, sha256: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    const file = await files.get(sha256)
    if (file) await files.put({ ...file, state: 'stored' })
  })

/** Keeps a photo that came from the server, to show it without a network. */
export const keepFile = (db: LogbookDb, file: FileRow): Promise<void> =>
  db.write(['files'], ({ files }) => files.put(file))
