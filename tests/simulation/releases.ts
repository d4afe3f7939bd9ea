import type { Operation } from '#domain/operation.ts'
import { newestShapeOf, raises, type Raise, type Shaped } from '#domain/operationShapes.ts'
import type { Rows } from '#store/database.ts'
import type { Table, TablesOf } from '#store/tables.ts'

/*
 * Two releases of the app live in a world. The newest is this one; so that it has a shape of its own,
 * a step is added to those that raise operations, as the next release would add it. The older release
 * is this one with a border around it: whatever it writes is in the shape from before that step.
 */

/** Versions of the two apps. */
export const NEWEST_APP = '2026.11.0'
export const OLDER_APP = '2026.5.0'

/** What the older release called the words of a patch, and the reason of a return. */
const olderNames: Readonly<Record<string, string>> = { set: 'written', reason: 'why' }
const newerNames = Object.fromEntries(
  Object.entries(olderNames).map(([newer, older]) => [older, newer]),
)

/** The members keep their order, so that the same operation is the same text. */
const renamed = (operation: Shaped, names: Readonly<Record<string, string>>, v: number): Shaped =>
  Object.fromEntries(
    Object.entries(operation).map(([key, value]) => [names[key] ?? key, key === 'v' ? v : value]),
  )

const raise: Raise = (older) => renamed(older, newerNames, 1)

;(raises as Raise[]).push(raise)
const NEWEST = newestShapeOf()

const isOlder = (operation: object): boolean => 'v' in operation && operation.v !== NEWEST

/** The operation as this release reads it, whichever wrote it. */
export const asNewest = <Each extends object>(operation: Each): Each =>
  isOlder(operation) ? (renamed(operation as Shaped, newerNames, NEWEST) as Each) : operation

/** As the older release writes it. */
const asOlder = (operation: Operation): Operation =>
  renamed(operation as unknown as Shaped, olderNames, NEWEST - 1) as unknown as Operation

/** What the older release writes and reads, where its words leave it: its database, and requests. */
export class OlderRelease {
  /** Operations that the newest release wrote beside it: it leaves them as they are. */
  private readonly foreign = new Set<string>()

  written(operation: Operation): Operation {
    return this.foreign.has(operation.id) ? operation : asOlder(operation)
  }

  tables<Name extends keyof Rows>(tables: Pick<TablesOf<Rows>, Name>): Pick<TablesOf<Rows>, Name> {
    return Object.fromEntries(
      Object.entries<Table<unknown>>(tables as never).map(([name, table]) => [
        name,
        name === 'outbox' || name === 'sent' ? this.table(table as Table<Kept>) : table,
      ]),
    ) as never
  }

  private table(table: Table<Kept>): Table<Kept> {
    const put = (row: Kept): Kept =>
      'rows' in row
        ? { ...row, rows: row.rows.map(put) }
        : { ...row, operation: this.written(row.operation) }
    return {
      ...table,
      get: async (key) => {
        const row = await table.get(key)
        return row && this.read(row)
      },
      list: async (range) => (await table.list(range)).map((row) => this.read(row)),
      put: (row) => table.put(put(row)),
      putAll: (rows) => table.putAll(rows.map(put)),
    }
  }

  private read(row: Kept): Kept {
    if ('rows' in row) return { ...row, rows: row.rows.map((each) => this.read(each)) }
    if (!isOlder(row.operation)) this.foreign.add(row.operation.id)
    return { ...row, operation: asNewest(row.operation) }
  }
}

type Kept = { readonly operation: Operation } | { readonly rows: readonly Kept[] }
