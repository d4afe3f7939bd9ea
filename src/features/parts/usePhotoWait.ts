import { filesOf } from '#domain/content.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { listUnseen } from '#store/pictures.ts'
import { listHeldSignatures } from '#store/heldSignatures.ts'
import { useLiveQuery } from 'dexie-react-hooks'

/**
 * Why the last version of a document is not signed now: `missing`, so many of its photos are not
 * here to be looked at; `held`: it was signed here, and the signature leaves with the photos.
 */
export interface PhotoWait {
  readonly missing: number
  readonly held: boolean
}

/** What a document’s photos keep from being signed, or `null`: nothing. */
export async function findPhotoWait(
  db: LogbookDb,
  document: LogbookDocument,
): Promise<PhotoWait | null> {
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
  return unseen.length > 0 || held ? { missing: unseen.length, held } : null
}

/** The same, as it changes. `undefined` while it is read for the first time. */
export const usePhotoWait = (
  db: LogbookDb,
  document: LogbookDocument | null | undefined,
): PhotoWait | null | undefined =>
  useLiveQuery(() => (document ? findPhotoWait(db, document) : null), [db, document])
