import type { LogbookDb, TableName } from './database.ts'
import { isNamed } from './errorName.ts'

interface Follower<Value> {
  readonly onValue: (value: Value) => void
  readonly onError: (error: unknown) => void
}

/**
 * Reads now, and again whenever a table was written that `read` has read, in this tab or another; the
 * answer ends it. `read` asks the database it is given: what it reads elsewhere is not followed. While
 * one writes faster than it reads, it goes on telling what it finds. Of a database that was closed, or
 * a page that was left, there is nothing to tell.
 */
export function followRead<Value>(
  db: LogbookDb,
  read: (db: LogbookDb) => Promise<Value>,
  { onValue, onError }: Follower<Value>,
): () => void {
  const names = new Set<TableName>()
  const followed: LogbookDb = {
    ...db,
    read: (tables, work) => {
      for (const name of tables) names.add(name)
      return db.read(tables, work)
    },
  }
  let isReading = false
  let isEnded = false
  /** Writes so far of what was read. */
  let writes = 0

  const next = async () => {
    const before = writes
    isReading = true
    try {
      const value = await read(followed)
      if (!isEnded) onValue(value)
    } catch (error) {
      if (!isEnded && !hasGone(error)) onError(error)
    }
    isReading = false
    if (writes !== before && !isEnded) void next()
  }
  const stop = db.onWritten((isWritten) => {
    if (![...names].some(isWritten)) return
    writes += 1
    if (!isReading) void next()
  })
  void next()
  return () => {
    isEnded = true
    stop()
  }
}

/** Closed, or given up because the page was left: it reads again when it comes back. */
const hasGone = (error: unknown): boolean => isNamed(error, ['DatabaseClosedError', 'AbortError'])
