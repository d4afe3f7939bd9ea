import { decide } from '#domain/decide.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { raised } from '#domain/operationShapes.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { OutboxRow, SentRow, Tables } from './database.ts'
import { findPulled, type DocumentPlace } from './packs.ts'
import { listOperations } from './pages.ts'
import { readProgress } from './progress.ts'
import { isLinked, readRelated } from './related.ts'
import { listSent } from './sent.ts'

/** An operation whose effect is not in the packs yet, with or without a verdict. */
type LiveRow = OutboxRow & Partial<Pick<SentRow, 'result'>>

type Replayed = Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress'>

/**
 * Makes what is shown of these documents again, from what was pulled and what waits on them. With
 * one that others are linked to, they are replayed together, in the order people acted: each finds
 * the others as they were at that moment, a section before its interview was frozen. Of a logbook
 * that was taken away nothing is shown, whatever waits in it.
 */
export async function replayAgain(
  tx: Replayed,
  logbookId: LogbookId,
  documents: Iterable<Pick<OutboxRow, 'documentId' | 'kind'>>,
): Promise<void> {
  const wanted = new Map([...documents].map(({ documentId, kind }) => [documentId, kind]))
  const { taken, seq, revoked } = await readProgress(tx, logbookId)
  if (wanted.size === 0 || revoked) return
  const rows = await liveRows(tx, logbookId, new Set(wanted.keys()))
  const states = new Map<DocumentId, LogbookDocument | null>()
  const outcomes = new Map<DocumentId, Outcome>()

  const read = async ({ id, ...place }: DocumentPlace) => {
    const known = states.get(id)
    if (known !== undefined) return known?.kind === place.kind ? known : null
    return findPulled(tx, { ...place, id })
  }
  const bases = new Map<DocumentId, PulledDocument | null>()
  for (const row of rows) {
    const { documentId: id, kind, actor } = row
    // An earlier release of the app may have put it there.
    const operation = raised(row.operation)
    const base = bases.get(id) ?? (await findPulled(tx, { kind, logbookId, id }))
    bases.set(id, base)
    if (isInBase(base, row, seq)) continue
    const known = states.get(id)
    const before = known === undefined ? base : known
    const find = await readRelated(read, before, operation, logbookId)
    const { document } = decide(before, operation, actor, find)
    states.set(id, document)
    outcomes.set(id, { row, before, document })
  }

  for (const [id, kind] of wanted) {
    if (!outcomes.get(id)?.document) await tx.shown.remove([kind, logbookId, id])
  }
  const shown = [...outcomes.values()].flatMap(({ row, before, document }) => {
    if (!document) return []
    const { kind, documentId: id, n: lastN } = row
    const mayGrow = row.operation.type === 'patch' && lastN > taken
    return [{ kind, logbookId, id, document, lastN, growable: mayGrow ? { before } : null }]
  })
  await tx.shown.putAll(shown)
}

/** What the last operation on a document made of it. */
interface Outcome {
  readonly row: LiveRow
  readonly before: LogbookDocument | null
  readonly document: LogbookDocument | null
}

/**
 * A refused operation shows nothing; a confirmed one is in the base as soon as it was pulled. What
 * changed nothing that we see has no revision of its own: `seq` is where the pull stood.
 */
const isInBase = (base: PulledDocument | null, { result }: LiveRow, seq: number) =>
  result !== undefined &&
  (isRefused(result) || (base !== null && Math.max(base.revision, seq) >= result.seq))

export const isRefused = ({ verdict }: Pick<SentRow['result'], 'verdict'>): boolean =>
  verdict === 'rejected' || verdict === 'held'

/** Operations on these documents, and on those linked with them, in the order people acted. */
async function liveRows(
  tx: Replayed,
  logbookId: LogbookId,
  ids: ReadonlySet<DocumentId>,
): Promise<LiveRow[]> {
  const { archived } = await readProgress(tx, logbookId)
  const settled = await listSent(tx, logbookId, { from: archived + 1 })
  const waiting: OutboxRow[] = []
  const lists = await Promise.all(
    [...ids].map((id) => tx.outbox.list({ index: 'document', prefix: [id] })),
  )
  const own = [...settled.filter(({ documentId }) => ids.has(documentId)), ...lists.flat()]
  if (own.some(({ kind }) => isLinked(kind))) {
    const all = [...settled, ...(await listOperations(tx.outbox, logbookId))]
    waiting.push(...all.filter(({ kind, documentId }) => isLinked(kind) || ids.has(documentId)))
  } else waiting.push(...own)
  return waiting.sort((a, b) => a.n - b.n)
}

/** Forgets what is shown of a logbook beside what was pulled. The operations stay. */
export async function dropShown(tx: Tables<'shown'>, logbookId: LogbookId): Promise<void> {
  await tx.shown.removeAll({ index: 'logbook', prefix: [logbookId] })
}
