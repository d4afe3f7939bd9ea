import type { LogbookDb, RecordingRow } from './database.ts'
import { everything } from './tables.ts'

/** A recording as far as it was kept. */
export interface Recording extends Omit<RecordingRow, 'n' | 'bytes'> {
  readonly pieces: readonly ArrayBuffer[]
}

/** Keeps a moment of a recording, as it comes: a page that dies loses no more than the next one. */
export const keepPiece = (db: LogbookDb, row: RecordingRow): Promise<void> =>
  db.write(['recordings'], ({ recordings }) => recordings.put(row))

/** Recordings that are no files yet: of pages that were closed, and of those that record now. */
export async function listRecordings(db: LogbookDb): Promise<Recording[]> {
  const rows = await db.read(['recordings'], ({ recordings }) => recordings.list(everything))
  const found = new Map<string, Recording>()
  for (const { n: _, bytes, ...row } of rows) {
    found.set(row.id, { ...row, pieces: [...(found.get(row.id)?.pieces ?? []), bytes] })
  }
  return [...found.values()]
}

/** Lets go of a recording that nothing came of. */
export const dropRecording = (db: LogbookDb, id: string): Promise<void> =>
  db.write(['recordings'], ({ recordings }) => recordings.removeAll({ prefix: [id] }))
