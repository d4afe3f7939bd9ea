import { filesOf } from '#domain/content.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { isSound } from '#domain/sound.ts'
import type { LogbookDb } from '#store/database.ts'
import { listUnseen } from '#store/pictures.ts'
import { listHeldSignatures } from '#store/heldSignatures.ts'
import { useLiveRead } from './useLiveRead.ts'

/**
 * Why the last version of a document is not signed now: so many of its photos and memos are not here
 * to be looked at and heard; `held`: it was signed here, and the signature leaves with them.
 */
export interface FileWait {
  readonly photos: number
  readonly memos: number
  readonly held: boolean
}

/** What a document’s files keep from being signed, or `null`: nothing. */
export async function findFileWait(
  db: LogbookDb,
  document: LogbookDocument,
): Promise<FileWait | null> {
  const version = lastVersion(document)
  const files = version ? filesOf(version.content) : []
  if (!version || files.length === 0) return null
  const unseen = await listUnseen(
    db,
    files.map(({ sha256 }) => sha256),
  )
  const held = (await listHeldSignatures(db)).some(
    ({ operation }) => operation.type === 'sign' && operation.hash === version.hash,
  )
  if (unseen.length === 0 && !held) return null
  const memos = files.filter((file) => isSound(file) && unseen.includes(file.sha256)).length
  return { photos: unseen.length - memos, memos, held }
}

/** The same, as it changes. `undefined` while it is read for the first time. */
export const useFileWait = (
  db: LogbookDb,
  document: LogbookDocument | null | undefined,
): FileWait | null | undefined =>
  useLiveRead(db, async (db) => (document ? findFileWait(db, document) : null), [document])
