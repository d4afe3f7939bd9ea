import type { Key, KeyPart, Range, Table, TableDatabase, TableShape } from '#store/tables.ts'

export interface MemoryDatabase<Rows> extends TableDatabase<Rows> {
  /** A copy of all rows, as somebody who clones the device has it. */
  readonly copy: (onCommit?: () => void) => MemoryDatabase<Rows>
  /** Everything at once, for a test to look at: the same list until something in the table changes. */
  readonly rowsOf: <Name extends keyof Rows>(name: Name) => readonly Rows[Name][]
}

/** Rows by their key, as text. A table’s map never changes: another one takes its place. */
type Contents = Map<string, ReadonlyMap<string, unknown>>

/** What a transaction sees, and has written. */
interface Work {
  readonly contents: Contents
  /** Tables that it has copied, to write in them. */
  readonly own: Map<string, Map<string, unknown>>
}

/**
 * Tables in memory, with the same promises as the browser’s: a read sees one moment, writes come one
 * after the other, whole or not at all. Rows are frozen copies, so that nobody changes them.
 */
export function openMemory<Rows>(
  shapes: Readonly<Record<keyof Rows, TableShape>>,
  start: Contents = new Map(),
  /** Told after each transaction that changed something. */
  onCommit: () => void = () => undefined,
): MemoryDatabase<Rows> {
  let contents = start
  const lists = new WeakMap<ReadonlyMap<string, unknown>, readonly unknown[]>()
  const listeners = new Set<Parameters<TableDatabase<Rows>['onWritten']>[0]>()
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const database: MemoryDatabase<Rows> = {
    read: async (names, work) => {
      if (isClosed) throw new Error('the database is closed')
      return work(tablesOver(names as readonly string[], { contents, own: new Map() }))
    },
    write: (names, work) => {
      const turn = async () => {
        if (isClosed) throw new Error('the database is closed')
        const transaction: Work = { contents: new Map(contents), own: new Map() }
        const result = await work(tablesOver(names as readonly string[], transaction))
        if (transaction.own.size === 0) return result
        contents = new Map([...contents, ...transaction.own])
        onCommit()
        for (const listener of listeners) listener((name) => transaction.own.has(name as string))
        return result
      }
      const result = last.then(turn, turn)
      last = result.catch(() => undefined)
      return result
    },
    onWritten: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close: () => {
      isClosed = true
    },
    destroy: () => {
      contents = new Map()
      isClosed = true
      return Promise.resolve()
    },
    copy: (told) => openMemory(shapes, contents, told),
    rowsOf: (name) => {
      const table = contents.get(name as string) ?? nothing
      const list = lists.get(table) ?? [...table.values()]
      lists.set(table, list)
      return list as never
    },
  }
  return database

  function tablesOver(names: readonly string[], work: Work): never {
    return Object.fromEntries(names.map((name) => [name, tableOver(work, name)])) as never
  }

  function tableOver({ contents: before, own }: Work, name: string): Table<unknown> {
    const shape = shapes[name as keyof Rows]
    const rows = () => own.get(name) ?? before.get(name) ?? nothing
    const writable = () => {
      const copy = own.get(name) ?? new Map(before.get(name))
      own.set(name, copy)
      return copy
    }
    const keyOf = (row: unknown) => partsOf(row, shape.key) ?? []
    const select = (range: Range) => {
      const fields = range.index === undefined ? shape.key : (shape.indexes[range.index] ?? [])
      const found = [...rows()]
        .map(([key, row]) => ({ key, row, parts: partsOf(row, fields) }))
        .filter(({ parts }) => parts !== null && isWithin(parts, range))
        .sort(
          (a, b) => compare(a.parts ?? [], b.parts ?? []) || compare(keyOf(a.row), keyOf(b.row)),
        )
      return range.limit === undefined ? found : found.slice(0, range.limit)
    }
    const put = (row: unknown) => {
      const key = nameOf(keyOf(row))
      writable().set(key, freeze(structuredClone(row)))
    }
    return {
      get: (key) => answer(() => rows().get(nameOf(listOf(key)))),
      list: (range) => answer(() => select(range).map(({ row }) => row)),
      count: (range) => answer(() => select(range).length),
      put: (row) =>
        answer(() => {
          put(row)
        }),
      putAll: (all) =>
        answer(() => {
          for (const row of all) put(row)
        }),
      remove: (key: Key) =>
        answer(() => {
          const found = nameOf(listOf(key))
          if (rows().has(found)) writable().delete(found)
        }),
      removeAll: (range) =>
        answer(() => {
          for (const { key } of select(range)) writable().delete(key)
        }),
    }
  }
}

const nothing: ReadonlyMap<string, unknown> = new Map()

/** As a promise, whether `work` gives or throws. */
const answer = <Result>(work: () => Result): Promise<Result> =>
  new Promise((resolve) => {
    resolve(work())
  })

const listOf = (key: Key): readonly KeyPart[] =>
  typeof key === 'string' || typeof key === 'number' ? [key] : key

const nameOf = (parts: readonly KeyPart[]) => JSON.stringify(parts)

/** The key of a row in an index, or `null`: a row without one of the fields is not in it. */
function partsOf(row: unknown, fields: readonly string[]): KeyPart[] | null {
  const values = fields.map((field) => (row as Record<string, unknown>)[field])
  return values.every((value) => typeof value === 'string' || typeof value === 'number')
    ? values
    : null
}

function isWithin(parts: readonly KeyPart[], { prefix, from, to }: Range): boolean {
  if (prefix.some((part, index) => part !== parts[index])) return false
  const next = parts[prefix.length]
  if (next === undefined) return from === undefined && to === undefined
  if (from !== undefined && comparePart(next, from) < 0) return false
  return to === undefined || comparePart(next, to) <= 0
}

function compare(one: readonly KeyPart[], other: readonly KeyPart[]): number {
  for (const [index, part] of one.entries()) {
    const order = comparePart(part, other[index] ?? '')
    if (order !== 0) return order
  }
  return 0
}

/** Numbers come before strings (IndexedDB, 2.4 Keys). */
function comparePart(one: KeyPart, other: KeyPart): number {
  if (typeof one !== typeof other) return typeof one === 'number' ? -1 : 1
  if (one === other) return 0
  return one < other ? -1 : 1
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof ArrayBuffer)) {
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  return value
}
