import { kindNames } from '#domain/kinds.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import type { LogbookDb } from './database.ts'
import { listDocuments } from './documents.ts'

/**
 * The whole livret as this device holds it, drafts of its owner included: the same file as the
 * server’s, made without a network. `null`: the device does not hold this logbook.
 */
export async function exportLogbook(
  db: LogbookDb,
  logbookId: LogbookId,
  person: PersonId,
  exportedAt: string,
): Promise<ExportFile | null> {
  const book = await db.books.get(logbookId)
  if (!book) return null
  const documents = []
  for (const kind of kindNames) documents.push(...(await listDocuments(db, kind, logbookId)))
  const used = new Set(
    documents.flatMap(({ signatures }) => signatures.map(({ signer }) => signer)),
  )
  const keys = await db.signingKeys.filter(({ personId }) => used.has(personId)).toArray()
  const server = await db.server.get('server')
  return {
    format: 'livret-export',
    version: 1,
    exportedAt,
    exportedBy: { personId: person, source: 'device' },
    logbook: book.facts,
    documents: documents.map(asExported).sort((a, b) => a.id.localeCompare(b.id)),
    keys,
    serverKey: server?.publicKey ?? null,
    chain: { seq: book.seq, head: book.chain, links: [] },
  }
}

/** Only what the file’s schema names: how many operations wait is this device’s own affair. */
function asExported(
  document: Awaited<ReturnType<typeof listDocuments>>[number],
): ExportFile['documents'][number] {
  const { id, logbookId, kind, author, state, fields, alternatives } = document
  const { returns, versions, signatures } = document
  return structuredClone({
    id,
    logbookId,
    kind,
    author,
    state,
    fields,
    alternatives,
    returns,
    versions,
    signatures,
  }) as ExportFile['documents'][number]
}
