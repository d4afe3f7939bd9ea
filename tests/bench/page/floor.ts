import { moment, timed, type BenchRecord, type Contender } from './contender.ts'
import { answered, completed, openRaw } from './rawDb.ts'

/**
 * The least a browser can do: a fetch of JSON that lies ready, and one transaction. No checks, no
 * conflicts, no second try.
 */
export async function createFloor(): Promise<Contender> {
  // The list of a logbook needs an index, the first pull does without.
  const db = await openRaw('floor', { records: null, byLogbook: 'logbookId', outbox: null })
  let held: readonly BenchRecord[] = []

  const put = async (store: string, records: readonly unknown[]) => {
    const transaction = db.transaction(store, 'readwrite', { durability: 'strict' })
    for (const record of records) transaction.objectStore(store).put(record)
    await completed(transaction)
  }
  const send = async (records: readonly unknown[]) => {
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify(records)
    const answer = await fetch('/floor/records', { method: 'POST', headers, body })
    return (await answer.json()) as string[]
  }
  const recordOf = (text: string, index: number) => ({
    ...{ id: crypto.randomUUID(), logbookId: 'own', kind: 'note', index, text },
  })

  return {
    firstPull: async () => {
      let count = 0
      const ms = await timed(async () => {
        const records = (await (await fetch('/floor/records')).json()) as BenchRecord[]
        await put('records', records)
        const store = db.transaction('records').objectStore('records')
        held = (await answered(store.getAll())) as BenchRecord[]
        count = held.length
      })
      return { ms, count }
    },
    push: async (texts) => {
      const prepare = await timed(async () => {
        for (const [index, text] of texts.entries()) await put('outbox', [recordOf(text, index)])
      })
      const push = await timed(async () => {
        const store = db.transaction('outbox').objectStore('outbox')
        const records: unknown[] = await answered(store.getAll())
        const ids = await send(records)
        const transaction = db.transaction('outbox', 'readwrite', { durability: 'strict' })
        for (const id of ids) transaction.objectStore('outbox').delete(id)
        await completed(transaction)
      })
      return { prepare, push }
    },
    write: async (texts) => {
      const times: number[] = []
      for (const [index, text] of texts.entries()) {
        times.push(await timed(() => put('outbox', [recordOf(text, index)])))
      }
      return times
    },
    listOne: async (times) => {
      const ids = [...new Set(held.map(({ logbookId }) => logbookId))]
      const ms: number[] = []
      let count = 0
      for (let each = 0; each < times; each += 1) {
        ms.push(
          await timed(async () => {
            const index = db.transaction('byLogbook').objectStore('byLogbook').index('logbookId')
            const range = IDBKeyRange.only(ids[each % ids.length] ?? '')
            count = (await answered(index.getAll(range))).length
          }),
        )
      }
      return { ms, count }
    },
    grow: async (times) => {
      for (let copy = 0; copy < times; copy += 1) {
        const mark = (text: string) => (copy === 0 ? text : `${text}-${copy}`)
        const records = held.map((record) => ({
          ...record,
          ...{ id: mark(record.id), logbookId: mark(record.logbookId) },
        }))
        await put('byLogbook', records)
      }
    },
    watch: (onShown) =>
      new Promise((resolve) => {
        const source = new EventSource('/floor/events')
        source.onopen = () => {
          resolve()
        }
        source.onmessage = ({ data }: MessageEvent<string>) => {
          void (async () => {
            const record = (await (await fetch(`/floor/records/${data}`)).json()) as unknown
            await put('records', [record])
            const store = db.transaction('records').objectStore('records')
            await answered(store.get(data))
            onShown(moment())
          })()
        }
      }),
    decide: async (n) => {
      const record = recordOf('décision', n)
      const start = moment()
      await put('outbox', [record])
      await send([record])
      return start
    },
  }
}
