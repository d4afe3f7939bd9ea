import { Dexie, type Collection, type Table as DexieTable } from 'dexie'
import type { Range, Table, TableDatabase, TableShape, TablesOf } from './tables.ts'

/** Version of the tables. Tables and indexes are only ever added; rows are read as they were written. */
const VERSION = 2

/** Opens (or makes) a database of these tables in this browser. */
export function openDexie<Rows>(
  name: string,
  shapes: Readonly<Record<keyof Rows, TableShape>>,
): TableDatabase<Rows> {
  const entries = Object.entries(shapes) as [keyof Rows & string, TableShape][]
  // Strict: what a person wrote is on the disk, not in a buffer, before the screen says so.
  const dexie = new Dexie(name, { chromeTransactionDurability: 'strict' })
  dexie
    .version(VERSION)
    .stores(Object.fromEntries(entries.map(([table, shape]) => [table, schemaOf(shape)])))
  const tables = Object.fromEntries(
    entries.map(([table, shape]) => [table, tableOf(dexie.table<unknown>(table), shape)]),
  ) as unknown as TablesOf<Rows>
  let isClosed = false

  /** A browser may take the connection away (WebKit does, in the background): opens it again, once. */
  const run = async <Result>(
    mode: 'r' | 'rw',
    names: readonly (keyof Rows & string)[],
    work: (tables: TablesOf<Rows>) => Promise<Result>,
  ): Promise<Result> => {
    // Async in the letter: else Dexie takes what follows the first `await` out of the transaction.
    const transact = () => dexie.transaction(mode, [...names], async () => await work(tables))
    try {
      return await transact()
    } catch (error) {
      if (isClosed || !isConnectionLost(error)) throw error
      dexie.close({ disableAutoOpen: false })
      return transact()
    }
  }
  return {
    read: (names, work) => run('r', names as readonly (keyof Rows & string)[], work),
    write: (names, work) => run('rw', names as readonly (keyof Rows & string)[], work),
    close: () => {
      isClosed = true
      dexie.close()
    },
    destroy: () => {
      isClosed = true
      return dexie.delete()
    },
  }
}

const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error &&
  ['DatabaseClosedError', 'InvalidStateError', 'UnknownError'].includes(error.name)

const pathOf = (fields: readonly string[]): string =>
  fields.length === 1 ? (fields[0] ?? '') : `[${fields.join('+')}]`

const schemaOf = ({ key, indexes }: TableShape): string =>
  [key, ...Object.values(indexes)].map(pathOf).join(', ')

type Stored = DexieTable<unknown>
type Rowset = Pick<Collection<unknown>, 'toArray' | 'count' | 'delete' | 'limit'>

function tableOf<Row>(table: Stored, shape: TableShape): Table<Row> {
  const select = (range: Range): Rowset => {
    const fields = range.index === undefined ? shape.key : (shape.indexes[range.index] ?? [])
    const all = collectionOf(table, fields, range)
    return range.limit === undefined ? all : all.limit(range.limit)
  }
  // Dexie’s own promises, as they are: a native one around them can outlive the transaction.
  return {
    get: (key) => table.get(key as never) as Promise<Row | undefined>,
    list: (range) => select(range).toArray() as Promise<Row[]>,
    count: (range) => select(range).count(),
    put: (row) => table.put(row) as Promise<unknown> as Promise<void>,
    putAll: (rows) => table.bulkPut([...rows]) as Promise<unknown> as Promise<void>,
    remove: (key) => table.delete(key),
    removeAll: (range) => select(range).delete() as Promise<unknown> as Promise<void>,
  }
}

function collectionOf(
  table: Stored,
  fields: readonly string[],
  { index, prefix, from, to }: Range,
): Rowset {
  const bounded = from !== undefined || to !== undefined
  if (prefix.length === 0 && !bounded && index === undefined) return table.toCollection()
  const where = table.where(pathOf(fields))
  if (fields.length === 1) {
    return prefix.length === 1
      ? where.equals(prefix[0] as never)
      : where.between(from ?? Dexie.minKey, to ?? Dexie.maxKey, true, true)
  }
  // An empty list comes after every number and string: it closes a range of longer keys.
  const lower = from === undefined ? prefix : [...prefix, from]
  const upper = to === undefined ? [...prefix, []] : [...prefix, to, []]
  return where.between(lower, upper, true, true)
}
