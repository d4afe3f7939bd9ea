import type { LogbookId } from '#domain/identifiers.ts'
import type { Range, ReadTable } from './tables.ts'

/** So many operations are read at once: on a slow phone a thousand would hold up the screen. */
const PAGE = 64

interface Pages<Row> extends Omit<Range, 'index' | 'prefix' | 'from'> {
  readonly from?: number
  /** Whether one more may come; asked of each in order, page by page. The first it refuses is the end. */
  readonly accept?: (row: Row) => boolean
}

/**
 * Operations of one logbook by their numbers, in order, as `list` gives them; each page of them comes
 * in a task of its own, all in the same transaction.
 */
export async function listOperations<Row extends { readonly n: number }>(
  table: ReadTable<Row>,
  logbookId: LogbookId,
  { from, to, limit = Infinity, accept = () => true }: Pages<Row> = {},
): Promise<Row[]> {
  const rows: Row[] = []
  let next = from
  for (;;) {
    const page = await table.list({
      prefix: [logbookId],
      ...(next !== undefined && { from: next }),
      ...(to !== undefined && { to }),
      limit: Math.min(PAGE, limit - rows.length),
    })
    for (const row of page) {
      if (!accept(row)) return rows
      rows.push(row)
    }
    const last = page.at(-1)
    const isEnd = last === undefined || page.length < PAGE || rows.length >= limit
    if (isEnd || last.n === to) return rows
    next = last.n + 1
  }
}
