import { CHAIN_START } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { LogbookFacts, SigningKey } from '#protocol/logbookFacts.ts'
import type { Result } from '#protocol/sync.ts'
import {
  Unstorable,
  type Ahead,
  type Changes,
  type Head,
  type KeptOperation,
  type LogbookStorage,
  type OpenLogbook,
  type StoredDocument,
} from '#server/storage/logbookStorage.ts'
import { deepFreeze } from '#tests/support/builders.ts'
import { snapshotOf } from './memorySnapshot.ts'

/** All that one logbook holds. Never changes: each commit puts another one in its place. */
export interface MemoryLogbook {
  readonly facts: LogbookFacts
  readonly grantNumber: number
  readonly head: Head
  /** In the order of `seq`. */
  readonly operations: readonly KeptOperation[]
  readonly counters: ReadonlyMap<DeviceId, Omit<Changes['counter'], 'deviceId'>>
  readonly documents: ReadonlyMap<DocumentId, StoredDocument>
  /** By their id, with the number of the first signature each made here. */
  readonly keys: ReadonlyMap<string, { readonly key: SigningKey; readonly seq: number }>
}

export type MemoryState = ReadonlyMap<LogbookId, MemoryLogbook>

export interface MemoryStorage extends LogbookStorage {
  /** All there is at this moment: a backup. */
  readonly state: () => MemoryState
  /** Puts an earlier state in the place of everything. */
  readonly restore: (state: MemoryState) => void
  /** Opens a logbook, or changes what it is and who belongs to it. */
  readonly putFacts: (facts: LogbookFacts) => void
}

export interface MemoryStorageOptions {
  /** Told of each commit, before anybody can see it. */
  readonly onCommit?: (id: LogbookId, changes: Changes, after: MemoryLogbook) => void
  /** Whether the database takes none of these rows. */
  readonly refuses?: (changes: Changes) => boolean
  /** Whether the bytes of a photo are stored for a logbook. */
  readonly hasFile?: (id: LogbookId, sha256: string) => boolean
}

/** The logbooks in memory, with the promises of PostgreSQL: locks, moments, keys, what it refuses. */
export function createMemoryStorage({
  onCommit = () => undefined,
  refuses = () => false,
  hasFile = () => false,
}: MemoryStorageOptions = {}): MemoryStorage {
  let books: MemoryState = new Map()
  const locks = new Map<LogbookId, Promise<unknown>>()
  const put = (id: LogbookId, book: MemoryLogbook) => {
    books = new Map([...books, [id, deepFreeze(book)]])
  }

  const open = async <Outcome>(
    id: LogbookId,
    ahead: Ahead,
    work: (logbook: OpenLogbook) => Promise<Outcome>,
  ): Promise<Outcome | null> => {
    const book = books.get(id)
    if (!book) return null
    const written: Changes[] = []
    const pick = (ids: readonly DocumentId[]) =>
      documentsOf(book).filter(({ document }) => ids.includes(document.id))
    const outcome = await work({
      head: book.head,
      grantNumber: book.grantNumber,
      memberships: book.facts.members,
      results: new Map(
        book.operations
          .filter((each) => ahead.operationIds.includes(each.id))
          .map((each) => [each.id, resultOf(each)]),
      ),
      lastN: book.counters.get(ahead.deviceId)?.lastN ?? 0,
      documents: pick(ahead.documentIds),
      loadDocuments: (ids) => Promise.resolve(pick(ids)),
      findFiles: (hashes) =>
        Promise.resolve(new Set(hashes.filter((sha256) => hasFile(id, sha256)))),
      write: (changes) => {
        written.push(changes)
        const refusal = refuses(changes) ? 'refused' : whyRefused(book, changes)
        return refusal === null
          ? Promise.resolve()
          : Promise.reject(new Unstorable('a row was refused', { cause: new Error(refusal) }))
      },
    })
    // A restored backup stands where this push was: it never happened.
    if (books.get(id) !== book) throw new Error('the server went away')
    for (const changes of written) {
      const after = withChanges(book, changes)
      put(id, after)
      onCommit(id, changes, after)
    }
    return outcome
  }

  const storage: MemoryStorage = {
    inLogbook: (id, ahead, work) => {
      const turn = () => open(id, ahead, work)
      const result = (locks.get(id) ?? Promise.resolve()).then(turn, turn)
      locks.set(
        id,
        result.catch(() => undefined),
      )
      return result
    },
    inSnapshot: (work) => work(snapshotOf(books)),
    state: () => books,
    restore: (state) => {
      books = state
    },
    putFacts: (facts) => {
      const book = books.get(facts.id) ?? emptyLogbook(facts)
      put(facts.id, { ...book, facts, grantNumber: book.grantNumber + 1 })
    },
  }
  return storage
}

const emptyLogbook = (facts: LogbookFacts): MemoryLogbook => ({
  facts,
  grantNumber: 0,
  head: { seq: 0, chain: CHAIN_START },
  operations: [],
  counters: new Map(),
  documents: new Map(),
  keys: new Map(),
})

export const resultOf = ({ id, n, seq, verdict, code }: KeptOperation): Result => ({
  ...{ id, n, seq, verdict, code },
})

/** In the order of `seq`. */
export const documentsOf = ({ documents }: MemoryLogbook): StoredDocument[] =>
  [...documents.values()].sort((one, other) => one.seq - other.seq)

/** What `0002_logbooks.sql` does not take, as far as anybody can send it; `null`: it takes all. */
function whyRefused(book: MemoryLogbook, changes: Changes): string | null {
  const ids = new Set(book.operations.map(({ id }) => id))
  const numbers = new Set(book.operations.map(({ deviceId, n }) => `${deviceId} ${n}`))
  const seqs = new Set(book.operations.map(({ seq }) => seq))
  for (const { id, deviceId, n, seq } of changes.operations) {
    if (ids.has(id) || numbers.has(`${deviceId} ${n}`) || seqs.has(seq)) return 'operation'
    ids.add(id)
    numbers.add(`${deviceId} ${n}`)
    seqs.add(seq)
  }
  const { documents } = withChanges(book, changes)
  for (const { document } of documents.values()) {
    const versions = new Set(document.versions.map(({ number }) => number))
    if (versions.size < document.versions.length) return 'version'
    const signatures = document.signatures.map(({ version, signer }) => `${version} ${signer}`)
    if (new Set(signatures).size < signatures.length) return 'signature'
    if (document.signatures.some(({ version }) => !versions.has(version))) return 'no such version'
  }
  const drafts = JSON.stringify(changes.documents.map(({ document }) => document.fields))
  return /\\u0000|\\ud[89a-f]/iu.test(drafts) ? 'draft' : null
}

function withChanges(book: MemoryLogbook, changes: Changes): MemoryLogbook {
  const { operations, documents, signatures, counter, head } = changes
  const { deviceId, ...count } = counter
  const after = new Map(book.documents)
  for (const stored of documents) {
    const { id } = stored.document
    after.set(id, asRested(book.documents.get(id)?.document, stored))
  }
  const keys = new Map(book.keys)
  for (const { proof, seq } of signatures) {
    const { key } = proof
    if (key && !keys.has(key.keyId)) keys.set(key.keyId, { key, seq })
  }
  return {
    ...book,
    documents: after,
    keys,
    head: operations.length > 0 ? head : book.head,
    operations: [...book.operations, ...operations],
    counters: new Map([...book.counters, [deviceId, count]]),
  }
}

/** A document as it comes back: as JSON, of the kind and author it had at first. */
function asRested(before: LogbookDocument | undefined, stored: StoredDocument): StoredDocument {
  const document = JSON.parse(JSON.stringify(stored.document)) as LogbookDocument
  const { kind, author } = before ?? document
  return { ...stored, document: { ...document, kind, author } }
}
