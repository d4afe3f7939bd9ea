import PouchDB from 'pouchdb-browser'
import { moment, timed, type Contender } from '../page/contender.ts'

const remote = `${location.origin}/couch/db`

/** PouchDB on IndexedDB, replicating with CouchDB’s protocol. */
export function createPouch(batchSize = 1_000): Contender {
  const db = new PouchDB('pouch')
  const batch = { batch_size: batchSize }
  const recordOf = (text: string, index: number) => ({
    ...{ _id: crypto.randomUUID(), logbookId: 'own', kind: 'note', index, text },
  })
  let live: ReturnType<PouchDB['sync']> | null = null

  return {
    firstPull: async () => {
      let count = 0
      const ms = await timed(async () => {
        await db.replicate.from(remote, batch)
        count = (await db.allDocs({ include_docs: true })).rows.length
      })
      return { ms, count }
    },
    push: async (texts) => {
      const prepare = await timed(async () => {
        for (const [index, text] of texts.entries()) await db.put(recordOf(text, index))
      })
      const push = await timed(() => Promise.resolve(db.replicate.to(remote, batch)))
      return { prepare, push }
    },
    write: async (texts) => {
      const times: number[] = []
      for (const [index, text] of texts.entries()) {
        times.push(await timed(() => db.put(recordOf(text, index))))
      }
      return times
    },
    // A list of one logbook needs an index of its own, which takes seconds to build: left out.
    listOne: () => Promise.resolve({ ms: [], count: 0 }),
    grow: () => Promise.resolve(),
    watch: async (onShown) => {
      live = db.sync(remote, { live: true, retry: true })
      await new Promise((settled) => live?.once('paused', settled))
      db.changes({ since: 'now', live: true }).on('change', () => {
        onShown(moment())
      })
    },
    decide: async (n) => {
      if (!live) {
        live = db.sync(remote, { live: true, retry: true })
        await new Promise((settled) => live?.once('paused', settled))
      }
      const start = moment()
      await db.put(recordOf('décision', n))
      return start
    },
  }
}
