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

/** The server does not take it: it is not offered again until somebody wants to. */
export const refuseFile = (db: LogbookDb, sha256: string, refusal: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    const file = await files.get(sha256)
    if (file) await files.put({ ...file, state: 'refused', refusal })
  })

/** Photos that the server did not take. No order. */
export const listRefusedFiles = (db: LogbookDb): Promise<FileRow[]> =>
  db.read(['files'], ({ files }) => files.list({ index: 'state', prefix: ['refused'] }))

/** Offers a photo that was refused once more. */
export const offerFile = (db: LogbookDb, sha256: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    const file = await files.get(sha256)
    if (file?.state === 'refused') await files.put({ ...file, state: 'waiting' })
  })

/** Lets go of a photo that the server did not take. */
export const dropFile = (db: LogbookDb, sha256: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    if ((await files.get(sha256))?.state === 'refused') await files.remove(sha256)
  })

/** Keeps a photo that came from the server, to show it without a network. */
export const keepFile = (db: LogbookDb, file: FileRow): Promise<void> =>
  db.write(['files'], ({ files }) => files.put(file))
