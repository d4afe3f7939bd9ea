import { Dexie, type Collection, type Table as DexieTable } from 'dexie'
import {
  pathOf,
  type Range,
  type ReadTable,
  type ReadTablesOf,
  type TableDatabase,
  type TableShape,
} from './tables.ts'
import { bareWrite } from './bareWrite.ts'

/** Version of the tables. Tables and indexes are only ever added; rows are read as they were written. */
const VERSION = 3

/**
 * Opens (or makes) a database of these tables in this browser. Dexie opens it, reads, and watches what
 * was read; it is written without it, see `bareWrite.ts`.
 */
export function openDexie<Rows>(
  name: string,
  shapes: Readonly<Record<keyof Rows, TableShape>>,
): TableDatabase<Rows> {
  const entries = Object.entries(shapes) as [keyof Rows & string, TableShape][]
  const dexie = new Dexie(name)
  dexie
    .version(VERSION)
    .stores(Object.fromEntries(entries.map(([table, shape]) => [table, schemaOf(shape)])))
  const tables = Object.fromEntries(
    entries.map(([table, shape]) => [table, tableOf(dexie.table<unknown>(table), shape)]),
  ) as unknown as ReadTablesOf<Rows>
  let isClosed = false

  /** A browser may take the connection away (WebKit does, in the background): opens it again, once. */
  const connected = async <Result>(transact: () => Promise<Result>): Promise<Result> => {
    try {
      return await transact()
    } catch (error) {
      if (isClosed || !isConnectionLost(error)) throw error
      dexie.close({ disableAutoOpen: false })
      return transact()
    }
  }
  return {
    // Async in the letter: else Dexie takes what follows the first `await` out of the transaction.
    read: (names, work) =>
      connected(async () =>
        dexie.transaction(
          'r',
          names as readonly string[] as string[],
          async () => await work(tables),
        ),
      ),
    write: (names, work, durability = 'strict') =>
      connected(async () => {
        if (isClosed) throw new Error('closed')
        return bareWrite(await dexie.open(), shapes, { names, durability }, work)
      }),
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

/** By its name alone: not every browser counts its own exceptions among the errors. */
const isConnectionLost = (error: unknown): boolean =>
  ['DatabaseClosedError', 'InvalidStateError', 'UnknownError'].includes(
    String((error as { readonly name?: unknown } | null)?.name),
  )

const schemaOf = ({ key, indexes }: TableShape): string =>
  [key, ...Object.values(indexes)].map(pathOf).join(', ')

type Stored = DexieTable<unknown>
type Rowset = Pick<Collection<unknown>, 'toArray' | 'count' | 'limit'>

function tableOf<Row>(table: Stored, shape: TableShape): ReadTable<Row> {
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
