import { Dexie, type ObservabilitySet } from 'dexie'
import { isNamed } from './errorName.ts'
import { pathOf, type TableDatabase, type TableShape } from './tables.ts'
import { partOf, readIn, stopReading, writeIn } from './transaction.ts'

/** Version of the tables. Tables and indexes are only ever added; rows are read as they were written. */
const VERSION = 3

/**
 * Opens (or makes) a database of these tables in this browser. Dexie opens it, and tells
 * all tabs what was written; the transactions are the browser’s own, see `transaction.ts`.
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
  let isClosed = false
  if ('addEventListener' in globalThis) addEventListener('pagehide', stopReading)

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
  const opened = async () => {
    if (isClosed) throw new Dexie.DatabaseClosedError()
    return dexie.open()
  }
  return {
    read: (names, work) => connected(async () => readIn(await opened(), shapes, names, work)),
    write: (names, work, durability = 'strict') =>
      connected(async () => writeIn(await opened(), shapes, { names, durability }, work)),
    onWritten: (listener) => {
      const hear = (changed: ObservabilitySet) => {
        // A page that comes back from where browsers keep closed ones has heard nothing: `all`.
        const isAll = Object.hasOwn(changed, 'all')
        listener((table) => isAll || Object.hasOwn(changed, partOf(name, table as string)))
      }
      Dexie.on.storagemutated.subscribe(hear)
      return () => {
        Dexie.on.storagemutated.unsubscribe(hear)
      }
    },
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
  isNamed(error, ['DatabaseClosedError', 'InvalidStateError', 'UnknownError'])

const schemaOf = ({ key, indexes }: TableShape): string =>
  [key, ...Object.values(indexes)].map(pathOf).join(', ')
