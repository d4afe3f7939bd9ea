import { useLiveRead } from '#features/parts/useLiveRead.ts'
import { type Waiting, countWaiting, listRefused, listRefusedFiles } from '#store/countWaiting.ts'
import type { LogbookDb } from '#store/database.ts'

export interface Sending {
  readonly waiting: Waiting
  /** How many operations and files the server did not take, and nobody has noticed yet. */
  readonly refused: number
  /** The files among them: the server has nothing of these. */
  readonly refusedFiles: number
}

/** How much waits on this device and was refused; `undefined` at first. */
export const useSending = (db: LogbookDb): Sending | undefined =>
  useLiveRead(
    db,
    async (db) => {
      const refusedFiles = (await listRefusedFiles(db)).length
      const refused = (await listRefused(db)).length + refusedFiles
      return { waiting: await countWaiting(db), refused, refusedFiles }
    },
    [],
  )
