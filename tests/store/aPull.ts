import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { BookPart, PullPart, PullStart, Result } from '#protocol/sync.ts'
import { applyPull, readCursors, type Applied } from '#store/applyPull.ts'
import type { LogbookDb } from '#store/database.ts'
import { readProgress } from '#store/progress.ts'
import { logbookId, NOW } from '#tests/support/builders.ts'
import { theFacts } from './aDatabase.ts'

export const serverKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } as const

export const aStart: PullStart = { type: 'start', serverKey, serverTime: NOW }

export const chainAt = (seq: number) => (seq === 0 ? CHAIN_START : String(seq).padStart(64, 'c'))

interface BookChange extends Partial<Omit<BookPart, 'documents'>> {
  readonly documents?: readonly PulledDocument[]
  /** All that the person may see afterwards; the documents sent, unless told. */
  readonly held?: readonly PulledDocument[]
}

/** What is new in one logbook for who stands at its beginning, up to `seq`. */
export function aBookPart(
  seq: number,
  documents: readonly PulledDocument[] = [],
  { held = documents, ...change }: BookChange = {},
): BookPart {
  const id = change.id ?? logbookId
  return {
    type: 'book',
    id,
    from: { seq: 0, chain: CHAIN_START },
    reset: null,
    grant: 6,
    role: 'apprentice',
    facts: theFacts(id),
    keys: [],
    verdicts: [],
    lastN: 0,
    seq,
    chain: chainAt(seq),
    sum: sumOf(held),
    ...change,
    documents: documents as never,
  }
}

/** Where a device stands in a logbook: what the next pull begins from. */
export const placeOf = async (db: LogbookDb, id: LogbookId = logbookId) => {
  const { seq, chain } = await db.read(['progress'], (tx) => readProgress(tx, id))
  return { seq, chain }
}

/** One pull of a device, answered with this. */
export async function pull(db: LogbookDb, part: BookPart): Promise<Applied> {
  return take(db, { ...part, from: await placeOf(db, part.id) })
}

/** What was just asked, answered at once with this. */
export const take = async (db: LogbookDb, ...parts: readonly PullPart[]): Promise<Applied> =>
  applyPull(db, await readCursors(db), aStart, parts)

export const aVerdict = (
  id: string,
  n: number,
  seq: number,
  verdict: Result['verdict'] = 'applied',
): Result => ({ id, n, seq, verdict, code: verdict === 'applied' ? null : 'not-allowed' }) as Result
