import type { LogbookId } from '#domain/identifiers.ts'
import type { Range, ReadTable } from './tables.ts'

/** So many operations are read at once: on a slow phone a thousand would hold up the screen. */
const PAGE = 128

/**
 * Operations of one logbook by their numbers, in order, as `list` gives them; each page of them comes
 * in a task of its own, all in the same transaction.
 */
export async function listOperations<Row extends { readonly n: number }>(
  table: ReadTable<Row>,
  logbookId: LogbookId,
  {
    from,
    to,
    limit = Infinity,
  }: Omit<Range, 'index' | 'prefix' | 'from'> & { readonly from?: number } = {},
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
    rows.push(...page)
    const last = page.at(-1)
    const isEnd = last === undefined || page.length < PAGE || rows.length >= limit
    if (isEnd || last.n === to) return rows
    next = last.n + 1
  }
}
