import { createRxDatabase, type RxCollection } from 'rxdb'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { Subject } from 'rxjs'
import { moment, timed, type BenchRecord, type Contender } from '../page/contender.ts'

type RxRecord = BenchRecord & { _deleted?: boolean }

const any = { type: 'object', additionalProperties: true } as const
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    logbookId: { type: 'string', maxLength: 100 },
    ...{ kind: { type: 'string' }, author: { type: 'string' }, state: { type: 'string' } },
    ...{ revision: { type: 'number' }, index: { type: 'number' }, text: { type: 'string' } },
    ...{ fields: any, alternatives: any },
    ...{ returns: { type: 'array' }, versions: { type: 'array' }, signatures: { type: 'array' } },
  },
  required: ['id', 'logbookId'],
  indexes: ['logbookId'],
}

/** RxDB on its Dexie storage, replicating by HTTP both ways. */
export async function createRx(batchSize = 1_000): Promise<Contender> {
  const database = await createRxDatabase({ name: 'rx', storage: getRxStorageDexie() })
  const { records } = (await database.addCollections({ records: { schema } } as never)) as {
    records: RxCollection<RxRecord>
  }
  const stream = new Subject<never>()
  const replicate = (live: boolean, pulls = true) =>
    replicateRxCollection<RxRecord, { at: number; id: string }>({
      collection: records,
      replicationIdentifier: 'bench',
      live,
      ...(pulls && {
        pull: {
          batchSize,
          stream$: stream.asObservable(),
          handler: async (checkpoint, limit) => {
            const { at = 0, id = '' } = checkpoint ?? {}
            const answer = await fetch(`/rx/pull?at=${at}&id=${id}&limit=${limit}`)
            return (await answer.json()) as never
          },
        },
      }),
      push: {
        batchSize,
        handler: async (rows) => {
          const headers = { 'Content-Type': 'application/json' }
          const body = JSON.stringify(rows)
          const answer = await fetch('/rx/push', { method: 'POST', headers, body })
          return (await answer.json()) as never
        },
      },
    })
  const recordOf = (text: string, index: number): RxRecord => ({
    ...{ id: crypto.randomUUID(), logbookId: 'own', kind: 'note', index, text },
  })
  let live: ReturnType<typeof replicate> | null = null

  return {
    firstPull: async () => {
      let count = 0
      const ms = await timed(async () => {
        await replicate(false).awaitInitialReplication()
        count = (await records.find().exec()).map((each) => each.toJSON().id).length
      })
      return { ms, count }
    },
    push: async (texts) => {
      const prepare = await timed(async () => {
        for (const [index, text] of texts.entries()) await records.insert(recordOf(text, index))
      })
      const push = await timed(() => replicate(false, false).awaitInitialReplication())
      return { prepare, push }
    },
    write: async (texts) => {
      const times: number[] = []
      for (const [index, text] of texts.entries()) {
        times.push(await timed(() => records.insert(recordOf(text, index))))
      }
      return times
    },
    listOne: async (times) => {
      const all = await records.find({ limit: 3_600 }).exec()
      const ids = [...new Set(all.map((each) => each.logbookId))]
      const ms: number[] = []
      let count = 0
      for (let each = 0; each < times; each += 1) {
        const logbookId = ids[each % ids.length] ?? ''
        ms.push(
          await timed(async () => {
            const found = await records.find({ selector: { logbookId } }).exec()
            count = found.length
          }),
        )
      }
      return { ms, count }
    },
    grow: async (times) => {
      const all = (await records.find().exec()).map((each) => each.toJSON())
      for (let copy = 1; copy < times; copy += 1) {
        const mark = (text: string) => `${text}-${copy}`
        await records.bulkInsert(
          all.map((each) => ({
            ...each,
            ...{ id: mark(each.id), logbookId: mark(each.logbookId) },
          })) as never,
        )
      }
    },
    watch: async (onShown) => {
      const source = new EventSource('/rx/events')
      source.onmessage = ({ data }: MessageEvent<string>) => {
        stream.next(JSON.parse(data) as never)
      }
      live = replicate(true)
      await live.awaitInitialReplication()
      let known = (await records.find().exec()).length
      records.find().$.subscribe((found) => {
        if (found.length === known) return
        known = found.length
        onShown(moment())
      })
    },
    decide: async (n) => {
      live ??= replicate(true)
      await live.awaitInSync()
      const start = moment()
      await records.insert(recordOf('décision', n))
      return start
    },
  }
}
