import { Dexie, RangeSet, type ObservabilitySet } from 'dexie'
import {
  pathOf,
  type Durability,
  type Range,
  type ReadTable,
  type ReadTablesOf,
  type Table,
  type TableShape,
  type TablesOf,
} from './tables.ts'

// Transactions on the browser’s own interface: each of Dexie’s calls costs as much again as the
// database’s, an act makes six, and a screen waits for three.

/** Reads that have not ended. */
const reading = new Set<IDBTransaction>()

/**
 * Gives up what is being read: in a page that a browser keeps after it was left (WebKit), it would
 * never end, and whoever writes in another page would wait for it.
 */
export function stopReading(): void {
  for (const transaction of reading) abort(transaction)
}

/** One transaction that reads. */
export const readIn = <Rows, Name extends keyof Rows, Result>(
  dexie: Dexie,
  shapes: Shapes<Rows>,
  names: readonly Name[],
  work: (tables: Pick<ReadTablesOf<Rows>, Name>) => Promise<Result>,
): Promise<Result> => {
  const transaction = connectionOf(dexie).transaction(names as readonly string[] as string[])
  const ended = () => reading.delete(transaction)
  reading.add(transaction)
  transaction.addEventListener('complete', ended)
  transaction.addEventListener('abort', ended)
  return work(
    eachOf<Pick<ReadTablesOf<Rows>, Name>>(names, (name) =>
      readerOf(transaction.objectStore(name as string), shapes[name]),
    ),
  )
}

interface Writing<Rows> {
  readonly names: readonly (keyof Rows)[]
  readonly durability: Durability
}

/** Under which name Dexie tells that a table was written. */
export const partOf = (database: string, table: string): string => `idb://${database}/${table}/`

/**
 * One transaction that writes. Whoever reads is told what was written, in this tab and in the others,
 * once nothing more is asked of it: a read that begins now waits for its end, and is answered with it.
 */
export async function writeIn<Rows, Result>(
  dexie: Dexie,
  shapes: Shapes<Rows>,
  { names, durability }: Writing<Rows>,
  work: (tables: TablesOf<Rows>) => Promise<Result>,
): Promise<Result> {
  const transaction = connectionOf(dexie).transaction(
    names as readonly string[] as string[],
    'readwrite',
    { durability },
  )
  const changed: ObservabilitySet = {}
  const tables = eachOf<TablesOf<Rows>>(names, (name) =>
    writerOf(transaction.objectStore(name as string), shapes[name], () => {
      // Of a table, all: what is read again for nothing is not drawn again.
      changed[partOf(dexie.name, name as string)] ??= new RangeSet(Dexie.minKey, Dexie.maxKey)
    }),
  )
  return settled(
    transaction,
    () => work(tables),
    () => {
      Dexie.on.storagemutated.fire(changed)
    },
  )
}

/** It may have been closed since it was asked for. */
function connectionOf(dexie: Dexie): IDBDatabase {
  const connection = dexie.backendDB() as IDBDatabase | null
  if (!connection) throw new Dexie.DatabaseClosedError()
  return connection
}

type Shapes<Rows> = Readonly<Record<keyof Rows, TableShape>>

const eachOf = <Found>(
  names: readonly (keyof Found)[],
  find: (name: keyof Found) => Found[keyof Found],
): Found => Object.fromEntries(names.map((name) => [name, find(name)])) as Found

/** What the work gives once all of it is written; nothing is where it fails. `onAsked`: all was asked. */
async function settled<Result>(
  transaction: IDBTransaction,
  work: () => Promise<Result>,
  onAsked: () => void,
): Promise<Result> {
  const ended = endOf(transaction)
  let result: Result
  try {
    result = await work()
  } catch (error) {
    abort(transaction)
    await ended.catch(() => undefined)
    // Why it was undone, where a call only says that it was.
    throw transaction.error ?? error
  }
  commit(transaction)
  onAsked()
  await ended
  return result
}

function endOf(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve()
    }
    transaction.onabort = () => {
      reject(transaction.error ?? new Error('undone'))
    }
  })
  // Heard at the end of the work, which may come later.
  ended.catch(() => undefined)
  return ended
}

/** Not to wait until the browser sees by itself that nothing more is asked. */
function commit(transaction: IDBTransaction): void {
  try {
    transaction.commit()
  } catch {
    // It has seen it already.
  }
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // A failed call has undone it already.
  }
}

/** So long at most rows are handed over in one task of the page, in ms: on a slow phone each takes one. */
const AT_ONCE = 8

/** Which rows a range is, and of what they are asked. */
function selectorOf(store: IDBObjectStore, { key: keyFields, indexes }: TableShape) {
  return ({ index, ...range }: Range) => {
    const fields = index === undefined ? keyFields : (indexes[index] ?? [])
    const source = index === undefined ? store : store.index(pathOf(fields))
    return { source, keys: keysOf(fields, range) }
  }
}

function readerOf<Row>(store: IDBObjectStore, shape: TableShape): ReadTable<Row> {
  const select = selectorOf(store, shape)
  return {
    get: (key) => answerOf(store.get(key as IDBValidKey) as IDBRequest<Row | undefined>),
    list: (range) => {
      const { source, keys } = select(range)
      return answerOf(source.getAll(keys, range.limit) as IDBRequest<Row[]>)
    },
    count: (range) => {
      const { source, keys } = select(range)
      return answerOf(source.count(keys ?? undefined))
    },
  }
}

function writerOf<Row>(store: IDBObjectStore, shape: TableShape, onChange: () => void): Table<Row> {
  const select = selectorOf(store, shape)
  const put = (row: Row): IDBRequest => {
    onChange()
    return store.put(row)
  }
  return {
    ...readerOf<Row>(store, shape),
    // Nobody waits for what is only written: where it fails, all is undone, and the end says so.
    put: (row) =>
      asked(() => {
        put(row)
      }),
    putAll: async (rows) => {
      let since = performance.now()
      for (const row of rows) {
        const last = put(row)
        if (performance.now() - since < AT_ONCE) continue
        // The answer comes in a task of its own: whoever looks at the screen has their turn before.
        await answerOf(last)
        since = performance.now()
      }
    },
    remove: (key) =>
      asked(() => {
        onChange()
        store.delete(key as IDBValidKey)
      }),
    removeAll: async (range) => {
      const { source, keys } = select(range)
      if (source instanceof IDBIndex) {
        const gone = await answerOf(source.getAllKeys(keys))
        if (gone.length > 0) onChange()
        for (const key of gone) store.delete(key)
        return
      }
      onChange()
      if (keys === null) store.clear()
      else store.delete(keys)
    },
  }
}

/** Which keys a range is; `null`: all. */
function keysOf(
  fields: readonly string[],
  { prefix, from, to }: Omit<Range, 'index' | 'limit'>,
): IDBKeyRange | null {
  if (prefix.length === 0 && from === undefined && to === undefined) return null
  if (fields.length === 1) {
    const [only] = prefix
    if (only !== undefined) return IDBKeyRange.only(only)
    return IDBKeyRange.bound(from ?? Dexie.minKey, to ?? Dexie.maxKey)
  }
  // An empty list comes after every number and string: it closes a range of longer keys.
  const lower = from === undefined ? prefix : [...prefix, from]
  const upper = to === undefined ? [...prefix, []] : [...prefix, to, []]
  return IDBKeyRange.bound(lower, upper)
}

/** What cannot even be asked for fails as a call does. */
const asked = (ask: () => void): Promise<void> =>
  new Promise((resolve) => {
    ask()
    resolve()
  })

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result)
    }
    request.onerror = () => {
      reject(request.error ?? new Error('refused'))
    }
  })
