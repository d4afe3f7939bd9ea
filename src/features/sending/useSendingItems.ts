import { useLiveRead } from '#features/parts/useLiveRead.ts'
import { type RefusedRow, listRefused, listRefusedFiles } from '#store/countWaiting.ts'
import { leafAt } from '#domain/content.ts'
import { documentWhen } from '#domain/documentWhen.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import type { Operation, Value } from '#domain/operation.ts'
import { raised } from '#domain/operationShapes.ts'
import { documentPath } from '#features/parts/documentPath.ts'
import type { FileRow, LogbookDb } from '#store/database.ts'
import { findDocument } from '#store/documents.ts'
import { listWaitingFiles } from '#store/files.ts'
import { isHeldForFiles, listUnsent, type RowKey } from '#store/waiting.ts'

/** What was done to one document and waits, or was refused for one reason. */
export interface SendingItem {
  readonly kind: KindName
  readonly documentId: DocumentId
  /** ISO week of an entry, date of a visit or interview; empty: not known. */
  readonly when: string
  /** Where the document can be opened; `null`: it is not on this device. */
  readonly path: string | null
  /** The operations, in the order they were done. */
  readonly rows: readonly RowKey[]
  readonly acts: readonly Operation['type'][]
  /** Texts that were written, the last wording of each. */
  readonly words: readonly string[]
  /** When the last of them was done; UTC instant of this device. */
  readonly at: string
  /** Why they were refused; `null`: they wait. */
  readonly code: string | null
  /** What the centre said about it; `null`: nothing. */
  readonly reason: string | null
  /** A signature that leaves with its files: there is nothing to put away. */
  readonly waits: boolean
}

export interface SendingItems {
  readonly waiting: readonly SendingItem[]
  readonly waitingFiles: readonly FileRow[]
  readonly refused: readonly SendingItem[]
  readonly refusedFiles: readonly FileRow[]
}

/** Each thing that waits on this device or was refused; `undefined` at first. */
export const useSendingItems = (db: LogbookDb): SendingItems | undefined =>
  useLiveRead(
    db,
    async (db) => ({
      waiting: await group(db, await listUnsent(db), () => null),
      waitingFiles: await listWaitingFiles(db),
      // Without an answer of the server, the logbook was taken away before it could be sent.
      refused: await group(db, await listRefused(db), ({ result }) =>
        result ? (result.code ?? '') : 'revoked',
      ),
      refusedFiles: await listRefusedFiles(db),
    }),
    [],
  )

/** One item for each document and reason, the latest first. */
async function group(
  db: LogbookDb,
  rows: readonly RefusedRow[],
  codeOf: (row: RefusedRow) => string | null,
): Promise<SendingItem[]> {
  const groups = new Map<string, [RefusedRow, ...RefusedRow[]]>()
  for (const row of rows) {
    // Each decision of the centre has words of its own.
    const key = `${row.documentId} ${codeOf(row) ?? ''} ${row.result?.reason ?? ''}`
    const known = groups.get(key)
    if (known) known.push(row)
    else groups.set(key, [row])
  }
  const items: SendingItem[] = []
  for (const own of groups.values()) {
    own.sort((a, b) => a.n - b.n)
    const [{ documentId, kind, logbookId }] = own
    const document = await findDocument(db, { kind, logbookId, id: documentId })
    const values = Object.fromEntries(own.flatMap(({ operation }) => writtenBy(operation)))
    const when = documentWhen(document, values)
    items.push({
      kind,
      documentId,
      when,
      path: document && documentPath({ ...document, when }),
      rows: own.map(({ logbookId, n }) => ({ logbookId, n })),
      acts: [...new Set(own.map(({ operation }) => operation.type))],
      words: Object.entries(values).flatMap(([key, value]) => textOf(kind, key, value)),
      at: own.at(-1)?.operation.at ?? '',
      code: codeOf(own[0]),
      reason: own.at(-1)?.result?.reason ?? null,
      waits: own.some(isHeldForFiles),
    })
  }
  return items.sort((a, b) => b.at.localeCompare(a.at))
}

/** An earlier release of the app may have put it there. */
function writtenBy(waiting: Operation) {
  const operation = raised(waiting)
  return operation.type === 'patch' ? Object.entries(operation.set) : []
}

const textOf = (kind: KindName, key: string, value: Value) =>
  leafAt(kinds[kind], key)?.type === 'text' && typeof value === 'string' && value.trim() !== ''
    ? [value]
    : []
