import type { LogbookDb } from '#store/database.ts'
import {
  countWaiting,
  listRefused,
  listWaiting,
  type RefusedRow,
  type Waiting,
  type WaitingDocument,
} from '#store/waiting.ts'
import { useLiveQuery } from 'dexie-react-hooks'

export interface Sending {
  readonly waiting: Waiting
  readonly unsent: readonly WaitingDocument[]
  readonly refused: readonly RefusedRow[]
}

/** What waits on this device and what was refused; `undefined` at first. */
export const useSending = (db: LogbookDb): Sending | undefined =>
  useLiveQuery(
    async () => ({
      waiting: await countWaiting(db),
      unsent: await listWaiting(db),
      refused: await listRefused(db),
    }),
    [db],
  )
