import { Dexie, RangeSet, type ObservabilitySet } from 'dexie'
import {
  pathOf,
  type Durability,
  type Range,
  type Table,
  type TableShape,
  type TablesOf,
} from './tables.ts'

interface Writing<Rows> {
  readonly names: readonly (keyof Rows)[]
  readonly durability: Durability
}

/**
 * One transaction that writes, on the browser’s own interface: each of Dexie’s calls costs as much
 * again as the database’s, and an act makes six. Whoever watches what was read through Dexie is told
 * what was written, in this tab and in the others.
 */
export async function bareWrite<Rows, Result>(
  dexie: Dexie,
  shapes: Shapes<Rows>,
  { names, durability }: Writing<Rows>,
  work: (tables: TablesOf<Rows>) => Promise<Result>,
): Promise<Result> {
  const transaction = dexie
    .backendDB()
    .transaction(names as readonly string[] as string[], 'readwrite', { durability })
  const changed: ObservabilitySet = {}
  const tables = tablesIn(transaction, shapes, names, (name) => {
    // Of a table, all: what is read again for nothing is not drawn again.
    for (const part of ['', ':dels', ...Object.values(shapes[name].indexes).map(pathOf)])
      changed[`idb://${dexie.name}/${name as string}/${part}`] ??= new RangeSet(
        Dexie.minKey,
        Dexie.maxKey,
      )
  })
  const result = await settled(transaction, () => work(tables))
  Dexie.on.storagemutated.fire(changed)
  return result
}

type Shapes<Rows> = Readonly<Record<keyof Rows, TableShape>>

const tablesIn = <Rows>(
  transaction: IDBTransaction,
  shapes: Shapes<Rows>,
  names: readonly (keyof Rows)[],
  onChange: (name: keyof Rows) => void,
): TablesOf<Rows> =>
  Object.fromEntries(
    names.map((name) => [
      name,
      tableIn(transaction.objectStore(name as string), shapes[name], () => {
        onChange(name)
      }),
    ]),
  ) as TablesOf<Rows>

/** What the work gives once all of it is written; nothing is where it fails. */
async function settled<Result>(
  transaction: IDBTransaction,
  work: () => Promise<Result>,
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

function tableIn<Row>(
  store: IDBObjectStore,
  { key: keyFields, indexes }: TableShape,
  onChange: () => void,
): Table<Row> {
  const put = (row: Row): IDBRequest => {
    onChange()
    return store.put(row)
  }
  const select = ({ index, ...range }: Range) => {
    const fields = index === undefined ? keyFields : (indexes[index] ?? [])
    const source = index === undefined ? store : store.index(pathOf(fields))
    return { source, keys: keysOf(fields, range) }
  }
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
