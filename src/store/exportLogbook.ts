import { kindNames } from '#domain/kinds.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { readCompactJws } from '#protocol/compactJws.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from './database.ts'
import { listShown } from './documents.ts'
import { readProgress } from './progress.ts'

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
  const ownKey = await readOwnKey(db, person)
  const tables = ['packs', 'shown', 'progress', 'books', 'signingKeys', 'server'] as const
  // One moment: a pull in between must not mix two states of the livret.
  return db.read(tables, async (tx) => {
    const book = await tx.books.get(logbookId)
    if (!book) return null
    const documents: LogbookDocument[] = await listShown(tx, kindNames, logbookId)
    const used = new Set(documents.flatMap(keyIdsOf))
    const found = await Promise.all([...used].map((keyId) => tx.signingKeys.get(keyId)))
    const known = found.filter((key) => key !== undefined)
    // What was signed here and not sent yet: the server has not given our own key back.
    const missing = ownKey && used.has(ownKey.keyId) && !known.some(isSameKey(ownKey))
    const server = await tx.server.get('server')
    const { seq, chain: head } = await readProgress(tx, logbookId)
    return {
      format: 'livret-export',
      version: 1,
      exportedAt,
      exportedBy: { personId: person, source: 'device' },
      logbook: book.facts,
      documents: documents.map(asExported).sort((a, b) => a.id.localeCompare(b.id)),
      keys: missing ? [...known, ownKey] : known,
      serverKey: server?.publicKey ?? null,
      chain: { seq, head, links: [] },
    }
  })
}

/** Ids of the keys with which a document was signed; of an in-person one, of the device lent. */
const keyIdsOf = ({ signatures }: LogbookDocument): string[] =>
  signatures.flatMap(({ jws }) => {
    const keyId = jws === null ? undefined : readCompactJws(jws)?.header['kid']
    return typeof keyId === 'string' ? [keyId] : []
  })

const isSameKey = (one: SigningKey) => (other: SigningKey) => one.keyId === other.keyId

async function readOwnKey(db: LogbookDb, personId: PersonId): Promise<SigningKey | null> {
  const device = await db.read(['device'], (tx) => tx.device.get('device'))
  if (!device?.signingKey || device.keyId === null) return null
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', device.signingKey.publicKey)
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const
  return { keyId: device.keyId, personId, device: device.id, publicKey }
}

/** Only what the file’s schema names: how many operations wait is this device’s own affair. */
function asExported(document: LogbookDocument): ExportFile['documents'][number] {
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
