import { CHAIN_START } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { LogbookFacts, SigningKey } from '#protocol/logbookFacts.ts'
import type { HeldStorage, KeptSettlement, SettlementChanges } from '#server/storage/heldStorage.ts'
import type { KnownDevice } from '#server/storage/logbookDevices.ts'
import {
  GRANTS_MAX,
  Unstorable,
  type Ahead,
  type Changes,
  type Head,
  type KeptOperation,
  type KnownResult,
  type LogbookStorage,
  type OpenLogbook,
  type StoredDocument,
} from '#server/storage/logbookStorage.ts'
import type { Origin, RescueChanges, RescueStorage } from '#server/storage/rescueStorage.ts'
import { deepFreeze } from '#tests/support/builders.ts'
import { heldIn, lastRescued } from './memoryHeld.ts'
import { snapshotOf } from './memorySnapshot.ts'

/** All that one logbook holds. Never changes: each commit puts another one in its place. */
export interface MemoryLogbook {
  readonly facts: LogbookFacts
  readonly grantNumber: number
  readonly head: Head
  /** In the order of `seq`. */
  readonly operations: readonly KeptOperation[]
  /** What people decided about operations that were put aside, by operation. */
  readonly settlements: ReadonlyMap<OperationId, KeptSettlement>
  /** What came in files, with its number on the device it comes from. */
  readonly rescued: ReadonlyMap<OperationId, Origin & { readonly n: number }>
  /** Operations and settlements: the so manieth has the number after its place here. */
  readonly history: readonly (KeptOperation | KeptSettlement)[]
  readonly counters: ReadonlyMap<DeviceId, Omit<Changes['counter'], 'deviceId'>>
  readonly documents: ReadonlyMap<DocumentId, StoredDocument>
  /** By their id, with the number of the first signature each made here. */
  readonly keys: ReadonlyMap<string, { readonly key: SigningKey; readonly seq: number }>
}

export type MemoryState = ReadonlyMap<LogbookId, MemoryLogbook>

export interface MemoryStorage
  extends LogbookStorage, RescueStorage, Omit<HeldStorage, 'countHeld'> {
  /** All there is at this moment: a backup. */
  readonly state: () => MemoryState
  /** Puts an earlier state in the place of everything. */
  readonly restore: (state: MemoryState) => void
  /** See `beginGeneration` in `#server/storage/logbooks.ts`. */
  readonly beginGeneration: (at: Date) => void
  /** Opens a logbook, or changes what it is and who belongs to it. */
  readonly putFacts: (facts: LogbookFacts) => void
}

export interface MemoryStorageOptions {
  /** Told of each commit, before anybody can see it. */
  readonly onCommit?: (id: LogbookId, changes: Changes, after: MemoryLogbook) => void
  readonly onSettled?: (id: LogbookId, changes: SettlementChanges, after: MemoryLogbook) => void
  readonly onRescued?: (id: LogbookId, changes: RescueChanges, after: MemoryLogbook) => void
  /** Whether the database takes none of these rows. */
  readonly refuses?: (changes: Pick<Changes, 'documents'>) => boolean
  /** What is known of a device. */
  readonly findDevice?: (id: DeviceId) => KnownDevice | null
  /** Whether the bytes of a photo are stored for a logbook. */
  readonly hasFile?: (id: LogbookId, sha256: string) => boolean
}

/** The logbooks in memory, with the promises of PostgreSQL: locks, moments, keys, what it refuses. */
export function createMemoryStorage({
  onCommit = () => undefined,
  onSettled = () => undefined,
  onRescued = () => undefined,
  refuses = () => false,
  hasFile = () => false,
  findDevice = () => null,
}: MemoryStorageOptions = {}): MemoryStorage {
  let books: MemoryState = new Map()
  const locks = new Map<LogbookId, Promise<unknown>>()
  const put = (id: LogbookId, book: MemoryLogbook) => {
    books = new Map([...books, [id, deepFreeze(book)]])
  }

  /** Runs `work` when nobody else writes in the logbook: what it writes happens at its end, or not. */
  const alone = <Outcome>(
    id: LogbookId,
    work: (book: MemoryLogbook, write: Write) => Promise<Outcome>,
  ): Promise<Outcome | null> => {
    const turn = async () => {
      const book = books.get(id)
      if (!book) return null
      const written: Written[] = []
      const refusals: string[] = []
      const outcome = await work(book, (changes, each) => {
        const refusal = refuses(changes) ? 'refused' : whyRefused(book, changes)
        if (refusal !== null) refusals.push(refusal)
        written.push(each)
        return Promise.resolve()
      })
      const [refusal] = refusals
      if (refusal !== undefined)
        throw new Unstorable('a row was refused', { cause: new Error(refusal) })
      // A restored backup stands where this push was: it never happened.
      if (books.get(id) !== book) throw new Error('the server went away')
      for (const { change, told } of written) {
        const after = change(books.get(id) ?? book)
        put(id, after)
        told(after)
      }
      return outcome
    }
    const result = (locks.get(id) ?? Promise.resolve()).then(turn, turn)
    locks.set(
      id,
      result.catch(() => undefined),
    )
    return result
  }

  /** What everybody asks of a logbook who writes in it. */
  const reads = (id: LogbookId, book: MemoryLogbook) => {
    const pick = (ids: readonly DocumentId[]) =>
      documentsOf(book).filter(({ document }) => ids.includes(document.id))
    return {
      head: book.head,
      memberships: book.facts.members,
      documents: [] as StoredDocument[],
      loadDocuments: (ids: readonly DocumentId[]) => Promise.resolve(pick(ids)),
      programme: book.facts.programme,
      findFiles: (hashes: readonly string[]) => {
        const found = hashes.filter((sha256) => hasFile(id, sha256))
        return Promise.resolve(new Map(found.map((sha256) => [sha256, 'image/jpeg'])))
      },
    }
  }

  const readsAhead = (id: LogbookId, book: MemoryLogbook, ahead: Ahead) => {
    const named = book.operations.filter((each) => ahead.operationIds.includes(each.id))
    return {
      ...reads(id, book),
      grantNumber: book.grantNumber,
      results: new Map(named.map((each) => [each.id, withoutReason(resultOf(book, each))])),
      lastN: book.counters.get(ahead.deviceId)?.lastN ?? 0,
      documents: documentsOf(book).filter(({ document }) =>
        ahead.documentIds.includes(document.id),
      ),
    } satisfies Omit<OpenLogbook, 'write'>
  }

  const storage: MemoryStorage = {
    inLogbook: (id, ahead, work) =>
      alone(id, (book, write) =>
        work({
          ...readsAhead(id, book, ahead),
          write: (changes) => {
            void write(changes, {
              change: (before) => withChanges(before, changes),
              told: (after) => {
                onCommit(id, changes, after)
              },
            })
          },
        }),
      ),
    inRescueLogbook: (id, ahead, work) =>
      alone(id, (book, write) =>
        work({
          ...readsAhead(id, book, ahead),
          lastRescued: lastRescued(book, ahead.deviceId),
          write: (changes) =>
            write(changes, {
              change: (before) => withRescued(withChanges(before, changes), changes),
              told: (after) => {
                onRescued(id, changes, after)
              },
            }),
        }),
      ),
    inHeldLogbook: (id, operationId, work) =>
      alone(id, (book, write) =>
        work({
          ...reads(id, book),
          held: heldIn(book, findDevice).find((each) => each.id === operationId) ?? null,
          write: (changes) =>
            write(changes, {
              change: (before) => withSettlement(before, changes),
              told: (after) => {
                onSettled(id, changes, after)
              },
            }),
        }),
      ),
    readHeld: async (id, most, work) => {
      const book = books.get(id)
      if (!book) return null
      const open = heldIn(book, findDevice).filter(({ isSettled }) => !isSettled)
      const { memberships, loadDocuments } = reads(id, book)
      return work({ memberships, loadDocuments, held: open.slice(0, most), total: open.length })
    },
    inSnapshot: (work) => work(snapshotOf(books)),
    state: () => books,
    restore: (state) => {
      books = state
    },
    beginGeneration: (at) => {
      const generation = Math.floor(at.getTime() / 1000) * GRANTS_MAX
      for (const [id, book] of books)
        put(id, { ...book, grantNumber: generation + (book.grantNumber % GRANTS_MAX) })
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
  settlements: new Map(),
  rescued: new Map(),
  history: [],
  counters: new Map(),
  documents: new Map(),
  keys: new Map(),
})

/** What became of an operation: where a person settled it, that. */
export function resultOf(
  { settlements }: Pick<MemoryLogbook, 'settlements'>,
  { id, n, seq, verdict, code }: KeptOperation,
): KnownResult {
  const settled = settlements.get(id)
  if (!settled) return { id, n, seq, verdict, code }
  const { seq: place, verdict: last, code: why, reason } = settled
  return { ...{ id, n, seq: place, verdict: last, code: why }, ...(reason && { reason }) }
}

const withoutReason = ({ reason: _, ...result }: KnownResult) => result

type Contents = Pick<Changes, 'documents' | 'versions' | 'signatures'>

/** A change of a logbook that waits for the end of its transaction, and who is told of it then. */
interface Written {
  readonly change: (before: MemoryLogbook) => MemoryLogbook
  readonly told: (after: MemoryLogbook) => void
}

type Write = (changes: Contents & Partial<Changes>, written: Written) => Promise<void>

/** In the order of `seq`. */
export const documentsOf = ({ documents }: MemoryLogbook): StoredDocument[] =>
  [...documents.values()].sort((one, other) => one.seq - other.seq)

/** What `0002_logbooks.sql` does not take, as far as anybody can send it; `null`: it takes all. */
function whyRefused(
  book: MemoryLogbook,
  { operations = [], ...changes }: Contents & Partial<Changes>,
): string | null {
  const ids = new Set(book.operations.map(({ id }) => id))
  const numbers = new Set(book.operations.map(({ deviceId, n }) => `${deviceId} ${n}`))
  const seqs = new Set(book.operations.map(({ seq }) => seq))
  for (const { id, deviceId, n, seq } of operations) {
    if (ids.has(id) || numbers.has(`${deviceId} ${n}`) || seqs.has(seq)) return 'operation'
    ids.add(id)
    numbers.add(`${deviceId} ${n}`)
    seqs.add(seq)
  }
  const { documents } = withContents(book, changes)
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
  const { operations, counter, head } = changes
  const { deviceId, ...count } = counter
  return {
    ...withContents(book, changes),
    head: operations.length > 0 ? head : book.head,
    operations: [...book.operations, ...operations],
    history: [...book.history, ...operations],
    counters: new Map([...book.counters, [deviceId, count]]),
  }
}

const withRescued = (book: MemoryLogbook, { rescued, origin }: RescueChanges): MemoryLogbook => ({
  ...book,
  rescued: new Map([
    ...book.rescued,
    ...rescued.map(({ id, n }) => [id, { ...origin, n }] as const),
  ]),
})

function withSettlement(book: MemoryLogbook, changes: SettlementChanges): MemoryLogbook {
  const { settlement } = changes
  return {
    ...withContents(book, changes),
    head: { seq: settlement.seq, chain: settlement.chain },
    settlements: new Map([...book.settlements, [settlement.operationId, settlement]]),
    history: [...book.history, settlement],
  }
}

function withContents(book: MemoryLogbook, { documents, signatures }: Contents): MemoryLogbook {
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
  return { ...book, documents: after, keys }
}

/** A document as it comes back: as JSON, of the kind and author it had at first. */
function asRested(before: LogbookDocument | undefined, stored: StoredDocument): StoredDocument {
  const document = JSON.parse(JSON.stringify(stored.document)) as LogbookDocument
  const { kind, author } = before ?? document
  return { ...stored, document: { ...document, kind, author } }
}
