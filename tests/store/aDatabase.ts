import { afterEach } from 'vitest'
import type { LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import { LogbookDb, type BookRow, type FileRow } from '#store/database.ts'
import type { Journal, JournalEntry } from '#store/journal.ts'
import { apprentice, logbookId, nextId, NOW, personId } from '#tests/support/builders.ts'

const opened: LogbookDb[] = []

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete()
})

/** An empty database of a person of its own, gone after the test. */
export function aDatabase(person: PersonId = nextId()): LogbookDb {
  const db = new LogbookDb(person)
  opened.push(db)
  return db
}

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

export const aBookRow = (change: Partial<BookRow> = {}): BookRow => ({
  id: logbookId,
  role: 'apprentice',
  facts: theFacts(),
  grant: 6,
  seq: 1,
  chain: 'a'.repeat(64),
  ...change,
})

/** A photo as it waits on the device: not really one, only its place. */
export const aPhoto = (change: Partial<FileRow> = {}): FileRow => ({
  sha256: 'b'.repeat(64),
  size: 3,
  mime: 'image/jpeg',
  logbookId,
  bytes: new Uint8Array([1, 2, 3]).buffer,
  state: 'waiting',
  ...change,
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
