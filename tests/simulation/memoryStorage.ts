import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import { CHAIN_START } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import { partsOn } from '#domain/membership.ts'
import type { Content } from '#domain/operation.ts'
import type { LogbookFacts, Member, SigningKey } from '#protocol/logbookFacts.ts'
import type { Result } from '#protocol/sync.ts'
import { groupBy } from '#server/storage/groupBy.ts'
import {
  Unstorable,
  type Changes,
  type DocumentFilter,
  type Head,
  type KeptOperation,
  type LogbookStorage,
  type ReadableLogbook,
  type Snapshot,
  type StoredDocument,
} from '#server/storage/logbookStorage.ts'
import { deepFreeze } from '#tests/support/builders.ts'

/** All that one logbook holds. Never changes: each commit puts another one in its place. */
export interface MemoryLogbook {
  readonly facts: LogbookFacts
  readonly grantNumber: number
  readonly head: Head
  /** In the order of `seq`. */
  readonly operations: readonly KeptOperation[]
  readonly counters: ReadonlyMap<DeviceId, Omit<Changes['counter'], 'deviceId'>>
  readonly documents: ReadonlyMap<DocumentId, StoredDocument>
  readonly keys: ReadonlyMap<DocumentId, readonly SigningKey[]>
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
}

/** The logbooks in memory, with the promises of PostgreSQL: locks, moments, keys, what it refuses. */
export function createMemoryStorage({
  onCommit = () => undefined,
  refuses = () => false,
}: MemoryStorageOptions = {}): MemoryStorage {
  let books: MemoryState = new Map()
  const locks = new Map<LogbookId, Promise<unknown>>()
  const put = (id: LogbookId, book: MemoryLogbook) => {
    books = new Map([...books, [id, deepFreeze(book)]])
  }

  const open = async <Outcome>(
    id: LogbookId,
    work: Parameters<typeof storage.inLogbook<Outcome>>[1],
  ): Promise<Outcome | null> => {
    const book = books.get(id)
    if (!book) return null
    const written: Changes[] = []
    const outcome = await work({
      head: book.head,
      listMemberships: () => Promise.resolve(book.facts.members),
      findResults: (ids) =>
        Promise.resolve(
          new Map(
            book.operations
              .filter((each) => ids.includes(each.id))
              .map((each) => [each.id, resultOf(each)]),
          ),
        ),
      lastNumber: (deviceId) => Promise.resolve(book.counters.get(deviceId)?.lastN ?? 0),
      loadDocuments: (ids) =>
        Promise.resolve(list(book).filter(({ document }) => ids.includes(document.id))),
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
    inLogbook: (id, work) => {
      const turn = () => open(id, work)
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

const resultOf = ({ id, n, seq, verdict, code }: KeptOperation): Result => ({
  ...{ id, n, seq, verdict, code },
})

const list = ({ documents }: MemoryLogbook): StoredDocument[] =>
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
  const { operations, documents, counter, head } = changes
  const { deviceId, ...count } = counter
  const after = new Map(book.documents)
  const keys = new Map(book.keys)
  for (const stored of documents) {
    const { id } = stored.document
    const before = book.documents.get(id)?.document
    after.set(id, { ...stored, document: asRested(before, stored.document, changes) })
    const added = changes.signatures.flatMap(({ documentId, proof }) =>
      documentId === id && proof.key ? [proof.key] : [],
    )
    if (added.length > 0) keys.set(id, [...(keys.get(id) ?? []), ...added])
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

/** A document as its rows give it back: versions and signatures have rows of their own. */
function asRested(
  before: LogbookDocument | undefined,
  document: LogbookDocument,
  { versions, signatures }: Changes,
): LogbookDocument {
  const { id } = document
  const asSigned = (signature: Signature, receipt: string): Signature => ({ ...signature, receipt })
  return {
    ...document,
    ...(before ? { kind: before.kind, author: before.author } : {}),
    versions: [
      ...(before?.versions ?? []),
      ...versions
        .filter(({ documentId }) => documentId === id)
        .map(({ version }) => ({
          ...version,
          content: JSON.parse(canonicalJson(version.content as Canonical)) as Content,
        })),
    ],
    signatures: [
      ...(before?.signatures ?? []),
      ...signatures
        .filter(({ documentId }) => documentId === id)
        .map(({ signature, proof }) => asSigned(signature, proof.receipt)),
    ],
  }
}

function snapshotOf(books: MemoryState): Snapshot {
  const chosen = (ids: readonly LogbookId[]) => ids.flatMap((id) => books.get(id) ?? [])
  const byId = <Value>(ids: readonly LogbookId[], valueOf: (book: MemoryLogbook) => Value[]) =>
    new Map(
      chosen(ids).flatMap((book) => {
        const values = valueOf(book)
        return values.length > 0 ? [[book.facts.id, values] as const] : []
      }),
    )
  const load = ({ logbookIds, ids }: DocumentFilter) =>
    chosen(logbookIds)
      .flatMap(list)
      .filter(({ document }) => ids === null || ids.includes(document.id))
      .sort((one, other) => one.seq - other.seq)

  return {
    listReadable: (personId, day) => Promise.resolve(listReadable(books, personId, day)),
    findHeads: (places) => {
      const known = new Map(
        places.map(({ id, seq }) => [
          `${id}/${seq}`,
          books.get(id)?.operations[seq - 1]?.chain ?? null,
        ]),
      )
      return Promise.resolve((id: LogbookId, seq: number) =>
        seq === 0 ? CHAIN_START : (known.get(`${id}/${seq}`) ?? null),
      )
    },
    listFrames: (ids) =>
      Promise.resolve(
        byId(ids, (book) =>
          [...book.documents.values()].map(({ document, seq, sharedSeq }) => {
            const { id, logbookId, kind, author, state, versions } = document
            const frame = { id, logbookId, kind, author, state }
            return { ...frame, seq, sharedSeq, versions: versions.length }
          }),
        ),
      ),
    loadDocuments: (filter) => Promise.resolve(load(filter)),
    readFacts: (ids) => Promise.resolve(new Map(chosen(ids).map(({ facts }) => [facts.id, facts]))),
    listSigningKeys: ({ logbookIds, ids }) =>
      Promise.resolve(
        byId(logbookIds, ({ keys }) => {
          const found = [...keys]
            .filter(([id]) => ids === null || ids.includes(id))
            .flatMap(([, rows]) => rows)
          return [...new Map(found.map((key) => [JSON.stringify(key), key])).values()]
        }),
      ),
    listVerdicts: (deviceId, settled) => {
      const after = new Map(settled.map(({ id, n }) => [id, n]))
      return Promise.resolve(
        byId([...after.keys()], ({ operations, facts }) =>
          operations
            .filter((each) => each.deviceId === deviceId && each.n > (after.get(facts.id) ?? 0))
            .sort((one, other) => one.n - other.n)
            .map(resultOf),
        ),
      )
    },
    lastNumbers: (deviceId, ids) =>
      Promise.resolve(
        new Map(
          chosen(ids).flatMap(({ counters, facts }) => {
            const counter = counters.get(deviceId)
            return counter ? [[facts.id, counter.lastN] as const] : []
          }),
        ),
      ),
    listLinks: (id) =>
      Promise.resolve(
        (books.get(id)?.operations ?? []).map(({ seq, hash, verdict }) => ({ seq, hash, verdict })),
      ),
  }
}

function listReadable(books: MemoryState, personId: PersonId, day: string): ReadableLogbook[] {
  const isToday = ({ from, until }: Member) => from <= day && (until === null || until >= day)
  return [...books.values()].flatMap(({ facts, head, grantNumber }) => {
    const members = groupBy(facts.members.filter(isToday), (each) => each.personId)
    const part = partsOn(members.get(personId) ?? [], day).get(personId)
    return part ? [{ id: facts.id, ...head, grantNumber, role: part.role }] : []
  })
}
