import type { FileRow, LogbookDb, Tables } from './database.ts'

/** Files that the server has not confirmed, without their bytes, the latest first. */
export const listWaitingFiles = async (db: LogbookDb): Promise<FileRow[]> =>
  (
    await db.read(['files'], ({ files }) => files.list({ index: 'state', prefix: ['waiting'] }))
  ).reverse()

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
    if (file?.state === 'waiting') await files.put({ ...file, state: 'refused', refusal })
  })

/** Offers a file that was refused once more. */
export const offerFile = (db: LogbookDb, sha256: string): Promise<void> =>
  db.write(['files'], async ({ files }) => {
    const file = await files.get(sha256)
    if (file?.state === 'refused') await files.put({ ...file, state: 'waiting' })
  })

/**
 * Lets go of a file that the server did not take, with its bytes: also of one that was offered again
 * a moment before.
 */
export const dropFile = (db: LogbookDb, sha256: string): Promise<void> =>
  db.write(['files', 'pictures', 'bytes'], async (tx) => {
    const file = await tx.files.get(sha256)
    if (file?.refusal !== undefined && file.state !== 'stored') await letGo(tx, sha256)
  })

/** Removes a file with its bytes. Whether that may be, whoever asks has to know. */
export async function letGo(
  tx: Tables<'files' | 'pictures' | 'bytes'>,
  sha256: string,
): Promise<void> {
  const prefix = [sha256]
  await Promise.all([
    tx.files.remove(sha256),
    tx.pictures.removeAll({ prefix }),
    tx.bytes.removeAll({ prefix }),
  ])
}
