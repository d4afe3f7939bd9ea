/** One part of a key. Numbers come before strings, as in IndexedDB. */
export type KeyPart = string | number

/** A key of one part, or of several. */
export type Key = KeyPart | readonly KeyPart[]

/**
 * Rows whose key begins with `prefix`, in the order of their keys. `from` and `to` bound the part
 * after the prefix, both included.
 */
export interface Range {
  /** Name of an index of the table; absent: the rows’ own keys. */
  readonly index?: string
  readonly prefix: readonly KeyPart[]
  readonly from?: KeyPart
  readonly to?: KeyPart
  readonly limit?: number
}

/** Every row there is. */
export const everything: Range = { prefix: [] }

/**
 * One table within a transaction that reads. Rows are values: whoever changes one that was read
 * changes nothing here. Several calls may wait together (`Promise.all`), functions that make such
 * calls may not: a browser’s transaction ends with them.
 */
export interface ReadTable<Row> {
  readonly get: (key: Key) => Promise<Row | undefined>
  readonly list: (range: Range) => Promise<Row[]>
  readonly count: (range: Range) => Promise<number>
}

/** One table within a transaction that writes. After a failed call the transaction is undone. */
export interface Table<Row> extends ReadTable<Row> {
  /** Writes a row in the place of the one with the same key, if there is one. */
  readonly put: (row: Row) => Promise<void>
  readonly putAll: (rows: readonly Row[]) => Promise<void>
  readonly remove: (key: Key) => Promise<void>
  readonly removeAll: (range: Range) => Promise<void>
}

/** Fields of a table’s key, and of its indexes by their names. A row without such a field is not in the index. */
export interface TableShape {
  readonly key: readonly string[]
  readonly indexes: Readonly<Record<string, readonly string[]>>
}

/** The name Dexie gives the index of these fields. */
export const pathOf = (fields: readonly string[]): string =>
  fields.length === 1 ? (fields[0] ?? '') : `[${fields.join('+')}]`

/** Tables by name, with the rows they hold. */
export type TablesOf<Rows> = { readonly [Name in keyof Rows]: Table<Rows[Name]> }
export type ReadTablesOf<Rows> = { readonly [Name in keyof Rows]: ReadTable<Rows[Name]> }

/**
 * When a write has happened. `strict`: it is on the disk, and outlives a power cut. `relaxed`: it is
 * on its way there, behind all that was written before; a power cut may undo it, never a part of it
 * and never what it followed. Enough for what the server said, and says again.
 */
export type Durability = 'strict' | 'relaxed'

/**
 * A database of such tables: Dexie’s in a browser, one in memory in the simulation. `read` sees one
 * moment. `write` happens whole or not at all, and alone: another one waits until it has ended.
 * Only the named tables are within reach.
 */
export interface TableDatabase<Rows> {
  readonly read: <Name extends keyof Rows, Result>(
    names: readonly Name[],
    work: (tables: Pick<ReadTablesOf<Rows>, Name>) => Promise<Result>,
  ) => Promise<Result>
  /** `durability`: `strict`, unless told otherwise. */
  readonly write: <Name extends keyof Rows, Result>(
    names: readonly Name[],
    work: (tables: Pick<TablesOf<Rows>, Name>) => Promise<Result>,
    durability?: Durability,
  ) => Promise<Result>
  /**
   * Calls `listener` with each write, also of another tab; it may ask which tables were written. Whatever
   * is read from then on is answered with it. The answer ends it.
   */
  readonly onWritten: (listener: (isWritten: (name: keyof Rows) => boolean) => void) => () => void
  /** After this nothing can be read any more. */
  readonly close: () => void
  /** Removes the database with all that is in it. */
  readonly destroy: () => Promise<void>
}
