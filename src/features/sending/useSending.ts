import type { LogbookDb, OutboxRow } from '#store/database.ts'
import { countWaiting, listRefused, listUnsent, type Waiting } from '#store/outbox.ts'
import { useLiveQuery } from 'dexie-react-hooks'

export interface Sending {
  readonly waiting: Waiting
  readonly unsent: readonly OutboxRow[]
  readonly refused: readonly OutboxRow[]
}

/** What waits on this device and what was refused; `undefined` at first. */
export const useSending = (db: LogbookDb): Sending | undefined =>
  useLiveQuery(
    async () => ({
      waiting: await countWaiting(db),
      unsent: await listUnsent(db),
      refused: await listRefused(db),
    }),
    [db],
  )
