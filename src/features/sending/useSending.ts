import { type Waiting, countWaiting, listRefused, listRefusedFiles } from '#store/countWaiting.ts'
import type { LogbookDb } from '#store/database.ts'
import { useLiveQuery } from 'dexie-react-hooks'

export interface Sending {
  readonly waiting: Waiting
  /** How many operations and photos the server did not take, and nobody has noticed yet. */
  readonly refused: number
  /** The photos among them: the server has nothing of these. */
  readonly refusedPhotos: number
}

/** How much waits on this device and was refused; `undefined` at first. */
export const useSending = (db: LogbookDb): Sending | undefined =>
  useLiveQuery(async () => {
    const refusedPhotos = (await listRefusedFiles(db)).length
    const refused = (await listRefused(db)).length + refusedPhotos
    return { waiting: await countWaiting(db), refused, refusedPhotos }
  }, [db])
