import { afterEach } from 'vitest'
import type { DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import {
  openLogbookDb,
  type BookRow,
  type FileRow,
  type LogbookDb,
  type Rows,
  type SentRow,
  type TableName,
} from '#store/database.ts'
import { findDocument, type ShownDocument } from '#store/documents.ts'
import type { Journal, JournalEntry } from '#store/journal.ts'
import { documentsIn } from '#store/packs.ts'
import { putPulled, readRecent } from '#store/pulled.ts'
import { moveProgress, readProgress } from '#store/progress.ts'
import { rowsIn } from '#store/sent.ts'
import { everything, type TablesOf } from '#store/tables.ts'
import { putTaken, type TakenFile } from '#store/takenFile.ts'
import { apprentice, logbookId, nextId, NOW, personId } from '#tests/support/builders.ts'

const opened: LogbookDb[] = []
/** The table of a database that cannot be written now. */
const broken = new WeakMap<LogbookDb, TableName>()

afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy()
})

/**
 * An empty database of a person of its own, gone after the test. `watch` is told of every operation
 * that is written.
 */
export function aDatabase(
  person: PersonId = nextId(),
  watch: (operation: Operation) => void = () => undefined,
): LogbookDb {
  const real = openLogbookDb(person)
  const db: LogbookDb = {
    ...real,
    write: (names, work, durability) =>
      real.write(
        names,
        (tables) => {
          const full = broken.get(db)
          const seen = 'outbox' in tables ? watched(tables, watch) : tables
          return work(full !== undefined && full in seen ? withoutRoom(seen, full) : seen)
        },
        durability,
      ),
  }
  opened.push(db)
  return db
}

function watched<Tables extends object>(tables: Tables, watch: (operation: Operation) => void) {
  const { outbox } = tables as unknown as Pick<TablesOf<Rows>, 'outbox'>
  const put: (typeof outbox)['put'] = (row) => {
    watch(row.operation)
    return outbox.put(row)
  }
  return { ...tables, outbox: { ...outbox, put } }
}

function withoutRoom<Tables extends object>(tables: Tables, full: TableName): Tables {
  const refuse = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'))
  const table = { ...(tables as Record<string, object>)[full], put: refuse, putAll: refuse }
  return { ...tables, [full]: table }
}

/** Nothing can be written to this table any more, until the returned function is called. */
export function breakTable(db: LogbookDb, name: TableName) {
  broken.set(db, name)
  return () => broken.delete(db)
}

/** All rows of a table. */
export const rowsOf = <Name extends TableName>(db: LogbookDb, name: Name): Promise<Rows[Name][]> =>
  db.read([name], (tables) => tables[name].list(everything))

/** All operations that have a verdict, in the order of their numbers. */
export const sentRows = async (db: LogbookDb): Promise<SentRow[]> =>
  (await rowsOf(db, 'sent')).flatMap(rowsIn)

/** Writes a row as it is. */
export const putRow = <Name extends TableName>(
  db: LogbookDb,
  name: Name,
  ...rows: readonly Rows[Name][]
): Promise<void> => db.write([name], (tables) => tables[name].putAll(rows))

/** What the device holds of a logbook as a pull brought it; no order. */
export const pulledOf = async (db: LogbookDb): Promise<PulledDocument[]> =>
  documentsIn(await rowsOf(db, 'packs'))

/** Lets a device hold documents as if a pull had brought them. */
export const hold = (db: LogbookDb, ...documents: readonly PulledDocument[]): Promise<void> =>
  db.write(['packs'], async (tx) => {
    for (const document of documents) {
      const { logbookId: id } = document
      await putPulled(tx, id, [document], await readRecent(tx, id, [document]))
    }
  })

/** Lets a device hold a logbook up to some number. */
export const holdBook = (
  db: LogbookDb,
  {
    seq = 1,
    chain = 'a'.repeat(64),
    ...change
  }: Partial<BookRow> & { seq?: number; chain?: string } = {},
): Promise<void> =>
  db.write(['books', 'progress'], async (tx) => {
    const row: BookRow = { id: logbookId, role: 'apprentice', facts: theFacts(), ...change }
    await tx.books.put(row)
    await moveProgress(tx, await readProgress(tx, row.id), { grant: 6, seq, chain })
  })

/** A document of the logbook of the tests as the device shows it, or `null`. */
export const findHere = (
  db: LogbookDb,
  { kind, id }: { readonly kind: KindName; readonly id: DocumentId },
): Promise<ShownDocument | null> => findDocument(db, { kind, logbookId, id })

/** A document as a pull brought it. */
export const pulledAs = (document: LogbookDocument, revision = 1): PulledDocument => ({
  ...document,
  revision,
})

export const theFacts = (id: LogbookId = logbookId): LogbookFacts => ({
  id,
  centre: 'Campus Tezenas du Montcel',
  company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  contract: { start: '2025-09-01', end: '2027-08-31' },
  members: (['apprentice', 'master', 'trainer'] as const).map((role) => ({
    personId: personId(role),
    name: `Élodie ${role}`,
    role,
    from: '2025-09-01',
    until: null,
  })),
})

/** A photo as it is taken on the device: not really one, only its place. */
export const aPhoto = (change: Partial<TakenFile> = {}): TakenFile => ({
  sha256: 'b'.repeat(64),
  size: 3,
  mime: 'image/jpeg',
  logbookId,
  bytes: new Uint8Array([1, 2, 3]).buffer,
  thumbnail: new Uint8Array([1]).buffer,
  addedAt: NOW,
  ...change,
})

/** Lets a device hold a photo that was taken on it. */
export const holdPhoto = (
  db: LogbookDb,
  photo: TakenFile = aPhoto(),
  state: FileRow['state'] = 'waiting',
): Promise<void> =>
  db.write(['files', 'pictures', 'bytes', 'recordings'], async (tx) => {
    await putTaken(tx, photo)
    const file = await tx.files.get(photo.sha256)
    if (file) await tx.files.put({ ...file, state })
  })

export const newIntent = () => ({
  id: nextId<OperationId>(),
  v: 1 as const,
  at: NOW,
  present: null,
})

/** A journal in memory; what it holds survives a “reload”, that is, a new writer. */
export function aJournal(): Journal & { readonly entries: Map<string, JournalEntry> } {
  const entries = new Map<string, JournalEntry>()
  return {
    entries,
    save: (entry) => {
      entries.set(entry.id, structuredClone(entry))
    },
    remove: (id) => {
      entries.delete(id)
    },
    list: () => [...entries.values()],
  }
}

export const owner = apprentice.personId
