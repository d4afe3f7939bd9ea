import { useLiveRead } from './useLiveRead.ts'
import type { LogbookDb } from '#store/database.ts'
import { useDeferredValue, useRef } from 'react'

/**
 * What `read` finds in this device’s database, now and whenever it changes; `undefined` while it is
 * read. The same values stay the same object: while a long queue is sent, a screen on which nothing
 * changes is not drawn again for every request. Only for what JSON can say.
 */
export function useLiveValue<Value>(
  db: LogbookDb,
  read: (db: LogbookDb) => Promise<Value>,
  deps: readonly unknown[],
): Value | undefined {
  const last = useRef<{ readonly value: Value; readonly json: string } | null>(null)
  return useLiveRead(
    db,
    async (db) => {
      const value = await read(db)
      const json = JSON.stringify(value)
      if (last.current?.json === json) return last.current.value
      last.current = { value, json }
      return value
    },
    deps,
  )
}

/**
 * The same for lists, which are drawn when nothing more urgent is, in pieces: a finger on the screen
 * does not wait for a hundred lines. `undefined` while it is read.
 */
export const useLiveList = <Value>(
  db: LogbookDb,
  read: (db: LogbookDb) => Promise<Value>,
  deps: readonly unknown[],
): Value | undefined => useDeferredValue(useLiveValue(db, read, deps))
