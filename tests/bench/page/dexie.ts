import Dexie from 'dexie'
import { timed } from './contender.ts'

/** One row into one table of Dexie, waiting for the disk as ours does. */
export async function writeBare(texts: readonly string[]): Promise<number[]> {
  const db = new Dexie('bare', { chromeTransactionDurability: 'strict' })
  db.version(1).stores({ records: 'id' })
  const records = db.table('records')
  const times: number[] = []
  for (const [index, text] of texts.entries()) {
    const record = { id: crypto.randomUUID(), logbookId: 'own', kind: 'note', index, text }
    times.push(await timed(() => records.put(record)))
  }
  return times
}
