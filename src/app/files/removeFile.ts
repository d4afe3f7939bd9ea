import type { PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Patch } from '#domain/operation.ts'
import { actorIn, findBook } from '#store/books.ts'
import type { FileRow } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'
import { dropFile } from '#store/files.ts'
import type { Workspace } from '../workspace.ts'

/**
 * Lets go of a photo or sound that the server does not take, and takes it out of the person’s
 * drafts; words beside it stay. A week that was sent with it keeps its name: what was sent does not
 * change.
 */
export async function removeFile(
  { db, act, newIntent }: Pick<Workspace, 'db' | 'act' | 'newIntent'>,
  personId: PersonId,
  { sha256, logbookId }: Pick<FileRow, 'sha256' | 'logbookId'>,
): Promise<void> {
  const book = await findBook(db, logbookId)
  for (const document of book ? await listDocuments(db, 'entry', logbookId) : []) {
    const named = namesOf(document, sha256)
    if (!book || named.length === 0) continue
    if (document.state !== 'draft' || document.author !== personId) continue
    const intent = newIntent()
    const { id: documentId, kind } = document
    const set = Object.fromEntries(named.map(([key]) => [key, null]))
    const seen = Object.fromEntries(named.map(([key, { by }]) => [key, by]))
    const patch: Patch = { ...intent, documentId, kind, type: 'patch', set, seen }
    await act(patch, actorIn(book, personId, intent.at))
  }
  await dropFile(db, sha256)
}

const namesOf = ({ fields }: LogbookDocument, sha256: string) =>
  Object.entries(fields).filter(
    ([, { value }]) => typeof value === 'object' && value?.sha256 === sha256,
  )
