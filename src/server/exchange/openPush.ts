import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { FileReference } from '#domain/operation.ts'
import { isSound } from '#domain/sound.ts'
import type { Part } from '#domain/membership.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { Changes, Head, OpenLogbook, StoredDocument } from '#server/storage/logbookStorage.ts'

/** One operation under its number, unread. */
export interface Item {
  readonly id: OperationId
  readonly n: number
  readonly body: unknown
}

/** Who sends, and by which clock. */
export interface PushContext {
  readonly logbookId: LogbookId
  readonly deviceId: DeviceId
  /** The device’s key, or `null`: it does not sign. */
  readonly key: SigningKey | null
  readonly pusher: { readonly personId: PersonId } & Part
  readonly parts: ReadonlyMap<PersonId, Part>
  /** UTC instant by the server’s clock. */
  readonly at: string
  readonly signReceipt: (payload: unknown) => string
  readonly report: (error: unknown, id: OperationId) => void
  /** An operation that is not carried out: what it writes, the database refuses. */
  readonly broken: OperationId | null
  /** None is carried out: they came in a file, and a person decides about them. */
  readonly isPutAside?: boolean
}

/** A logbook while it is open: what was read of it, and what will be written. */
interface OpenWork {
  /** Id of its programme. */
  readonly programme: string
  /** Reads those of `ids` that were not read yet. */
  readonly load: (ids: readonly DocumentId[]) => Promise<void>
  readonly find: (id: DocumentId) => StoredDocument | null
  /** Whether the bytes of all these files are stored, and are what they are said to be. */
  readonly hasFiles: (files: readonly FileReference[]) => Promise<boolean>
  readonly head: () => Head
  readonly keep: (operation: Changes['operations'][number]) => void
  readonly store: (document: StoredDocument, added: Added) => void
  readonly changes: (counter: Changes['counter']) => Changes
  /** What became of the documents alone. */
  readonly contents: () => Contents
}

export type OpenPush = PushContext & OpenWork

/** What it takes to decide one operation. */
export type OpenDecision = Pick<
  PushContext,
  'logbookId' | 'deviceId' | 'key' | 'at' | 'signReceipt' | 'report'
> &
  OpenWork

/** What is written of documents. */
type Contents = Pick<Changes, 'documents' | 'versions' | 'signatures'>

/** What an operation adds beside the document’s new state. */
type Added = Pick<Changes, 'versions' | 'signatures'>

/** `ahead`: the documents that were asked for with the logbook. */
export function beginPush<Context extends object>(
  logbook: Pick<OpenLogbook, 'head' | 'programme' | 'documents' | 'loadDocuments' | 'findFiles'>,
  ahead: readonly DocumentId[],
  context: Context,
): Context & OpenWork {
  const documents = new Map<DocumentId, StoredDocument | null>()
  const changed = new Set<DocumentId>()
  const operations: Changes['operations'][number][] = []
  const versions: Added['versions'][number][] = []
  const signatures: Added['signatures'][number][] = []
  let head = logbook.head
  const keepRead = (ids: readonly DocumentId[], found: readonly StoredDocument[]) => {
    for (const id of ids) documents.set(id, null)
    for (const stored of found) documents.set(stored.document.id, stored)
  }
  keepRead(ahead, logbook.documents)
  const contents = (): Contents => ({
    ...{ versions, signatures },
    documents: [...changed].flatMap((id) => documents.get(id) ?? []),
  })
  return {
    ...context,
    programme: logbook.programme,
    load: async (ids) => {
      const missing = [...new Set(ids)].filter((id) => !documents.has(id))
      if (missing.length > 0) keepRead(missing, await logbook.loadDocuments(missing))
    },
    find: (id) => documents.get(id) ?? null,
    hasFiles: async (files) => {
      if (files.length === 0) return true
      const types = await logbook.findFiles(files.map(({ sha256 }) => sha256))
      return files.every((file) => {
        const mime = types.get(file.sha256)
        // What cannot be heard where a sound is named has not arrived.
        return mime !== undefined && isSound({ mime }) === isSound(file)
      })
    },
    head: () => head,
    keep: (operation) => {
      operations.push(operation)
      head = { seq: operation.seq, chain: operation.chain }
    },
    store: (stored, added) => {
      documents.set(stored.document.id, stored)
      changed.add(stored.document.id)
      versions.push(...added.versions)
      signatures.push(...added.signatures)
    },
    contents,
    changes: (counter) => ({ ...{ operations, head, counter }, ...contents() }),
  }
}
