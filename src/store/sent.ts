import type { LogbookId } from '#domain/identifiers.ts'
import type { ReadTables, SentPack, SentRow, Tables } from './database.ts'

/** Most operations in a row, and most rows that are read in one task of the page. */
const PACKED = 25
const PAGE = 8

/** The operations of a row. */
export const rowsIn = (kept: SentRow | SentPack): readonly SentRow[] =>
  'rows' in kept ? kept.rows : [kept]

/** Which operations of a logbook, by their numbers; both included. */
interface Numbers {
  readonly from: number
  readonly to?: number
}

/** Operations of one logbook that have a verdict, in the order of their numbers. */
export const listSent = async (
  tx: ReadTables<'sent'>,
  logbookId: LogbookId,
  numbers: Numbers,
): Promise<SentRow[]> =>
  (await listKept(tx, logbookId, numbers)).flatMap(rowsIn).filter(isAmong(numbers))

const isAmong =
  ({ from, to = Infinity }: Numbers) =>
  ({ n }: Pick<SentRow, 'n'>) =>
    n >= from && n <= to

/** The rows these are in. A row bears the number of its last, so that the first one is found. */
async function listKept(
  { sent }: ReadTables<'sent'>,
  logbookId: LogbookId,
  { from, to = Infinity }: Numbers,
): Promise<(SentRow | SentPack)[]> {
  const kept: (SentRow | SentPack)[] = []
  let next = from
  for (;;) {
    const page = await sent.list({ prefix: [logbookId], from: next, limit: PAGE })
    kept.push(...page)
    const last = page.at(-1)
    if (page.length < PAGE || last === undefined || last.n >= to) return kept
    next = last.n + 1
  }
}

/**
 * Writes operations that have their verdict now, in the order of their numbers. IndexedDB pays by
 * the row: several share one, where no number between them is missing. What somebody has to look at
 * stands alone, so that it is found.
 */
export async function putSent(tx: Tables<'sent'>, rows: readonly SentRow[]): Promise<void> {
  const kept: SentRow[][] = []
  for (const row of rows) {
    const open = kept.at(-1)
    const last = open?.at(-1)
    const goesOn = last?.n === row.n - 1 && !last.attention && !row.attention
    if (open && goesOn && open.length < PACKED) open.push(row)
    else kept.push([row])
  }
  await tx.sent.putAll(
    kept.flatMap((each) => {
      const last = each.at(-1)
      if (!last) return []
      return each.length === 1 ? last : { logbookId: last.logbookId, n: last.n, rows: each }
    }),
  )
}

/** Writes operations that had a verdict before in their place. */
export async function changeSent(
  tx: Tables<'sent'>,
  logbookId: LogbookId,
  changed: readonly SentRow[],
): Promise<void> {
  const rows = new Map(changed.map((row) => [row.n, row]))
  const numbers = { from: Math.min(...rows.keys()), to: Math.max(...rows.keys()) }
  for (const kept of rows.size > 0 ? await listKept(tx, logbookId, numbers) : []) {
    const before = rowsIn(kept)
    if (!before.some(({ n }) => rows.has(n))) continue
    await tx.sent.remove([logbookId, kept.n])
    await putSent(
      tx,
      before.map((row) => rows.get(row.n) ?? row),
    )
  }
}

/** Takes away the operations from this number on, and gives them. */
export async function takeSent(
  tx: Tables<'sent'>,
  logbookId: LogbookId,
  from: number,
): Promise<SentRow[]> {
  const rows = (await listKept(tx, logbookId, { from })).flatMap(rowsIn)
  await tx.sent.removeAll({ prefix: [logbookId], from })
  await putSent(
    tx,
    rows.filter(({ n }) => n < from),
  )
  return rows.filter(({ n }) => n >= from)
}
