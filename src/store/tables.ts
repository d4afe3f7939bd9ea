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
 * One table within a transaction. Rows are values: whoever changes one that was read changes
 * nothing here. After a failed call the transaction is undone. Several calls may wait together
 * (`Promise.all`), functions that make such calls may not: a browser’s transaction ends with them.
 */
export interface Table<Row> {
  readonly get: (key: Key) => Promise<Row | undefined>
  readonly list: (range: Range) => Promise<Row[]>
  readonly count: (range: Range) => Promise<number>
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

/** Tables by name, with the rows they hold. */
export type TablesOf<Rows> = { readonly [Name in keyof Rows]: Table<Rows[Name]> }

/**
 * A database of such tables: Dexie’s in a browser, one in memory in the simulation. `read` sees one
 * moment. `write` happens whole or not at all, and alone: another one waits until it has ended.
 * Only the named tables are within reach.
 */
export interface TableDatabase<Rows> {
  readonly read: <Name extends keyof Rows, Result>(
    names: readonly Name[],
    work: (tables: Pick<TablesOf<Rows>, Name>) => Promise<Result>,
  ) => Promise<Result>
  readonly write: <Name extends keyof Rows, Result>(
    names: readonly Name[],
    work: (tables: Pick<TablesOf<Rows>, Name>) => Promise<Result>,
  ) => Promise<Result>
  /** After this nothing can be read any more. */
  readonly close: () => void
  /** Removes the database with all that is in it. */
  readonly destroy: () => Promise<void>
}
