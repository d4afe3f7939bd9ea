import type { DeviceId, LogbookId, OperationId } from '#domain/identifiers.ts'
import type { PullPart, PushRequest, Result } from '#protocol/sync.ts'
import type { LogbookDb } from '#store/database.ts'
import { ownDevice } from '#store/device.ts'
import { deviceClock } from '#sync/clock.ts'
import { createPace } from '#sync/pace.ts'
import type { RoundOptions } from '#sync/round.ts'
import type { Answer, Transport } from '#sync/transport.ts'
import { aStart } from '#tests/store/aPull.ts'
import { nextId, NOW } from '#tests/support/builders.ts'

type Push = Answer<{ results: Result[]; serverTime: string }>

/**
 * A server that takes every operation once, in the order of its number, and knows nothing of the
 * trade. `before`: what happens to a request instead of that; `after`: to an answer on its way.
 */
export function aFakeServer() {
  const kept = new Map<string, { deviceId: string; logbookId: string; result: Result }>()
  const last = new Map<string, number>()
  const files: string[] = []
  const events: string[] = []
  let seq = 0
  const server = {
    kept,
    files,
    /** All that reached it, in order: `push 2`, `pull`, `file`. */
    events,
    before: null as ((request: PushRequest) => Push | null) | null,
    after: null as ((answer: Push) => Push) | null,
    onPull: null as (() => Answer<never> | null) | null,
    /** What the next pulls bring, one list for each. */
    news: [] as (readonly PullPart[])[],
    onFile: null as ((sha256: string) => Answer<never> | null) | null,
  }

  const take = ({ deviceId, logbookId, operations }: PushRequest): Push => {
    const key = `${deviceId} ${logbookId}`
    let lastN = last.get(key) ?? 0
    const results: Result[] = []
    for (const { n, operation } of operations) {
      const { id } = operation as { id: Result['id'] }
      const known = kept.get(id)
      if (known) {
        if (n === lastN + 1) lastN += 1
        results.push({ ...known.result, n })
        continue
      }
      if (n !== lastN + 1) {
        const code = n > lastN + 1 ? 'gap' : 'fork'
        return { kind: 'refused', status: 409, code, expected: lastN + 1 }
      }
      lastN = n
      seq += 1
      const result: Result = { id, n, seq, verdict: 'applied', code: null }
      kept.set(id, { deviceId, logbookId, result })
      results.push(result)
    }
    last.set(key, lastN)
    return { kind: 'ok', body: { results, serverTime: NOW } }
  }

  const transport: Transport = {
    push: (request) => {
      events.push(`push ${request.operations.length}`)
      const answer = server.before?.(request) ?? take(request)
      return Promise.resolve(server.after?.(answer) ?? answer)
    },
    pull: async (_request, _signal, take) => {
      events.push('pull')
      const refusal = server.onPull?.()
      if (refusal) return refusal
      const parts = server.news.shift() ?? []
      await take(aStart, parts)
      const more = parts.some((part) => part.type === 'end' && part.more)
      return { kind: 'ok', body: { more } }
    },
    putFile: ({ sha256 }) => {
      events.push('file')
      const refused = server.onFile?.(sha256)
      if (refused) return Promise.resolve(refused)
      files.push(sha256)
      return Promise.resolve({ kind: 'ok', body: null })
    },
    // Photos of the tests are small: none travels in pieces.
    getReceived: () => Promise.resolve({ kind: 'offline' }),
    putPiece: () => Promise.resolve({ kind: 'offline' }),
    getFile: () => Promise.resolve({ kind: 'offline' }),
  }

  return {
    ...server,
    server,
    transport,
    /** Forgets what came after `n` of a device, as a restored backup does. */
    restore: (deviceId: DeviceId, logbookId: LogbookId, n: number) => {
      for (const [id, row] of kept) {
        const isLost = row.deviceId === deviceId && row.logbookId === logbookId && row.result.n > n
        if (isLost) kept.delete(id)
      }
      last.set(`${deviceId} ${logbookId}`, n)
    },
    /** Another browser wrote `n` operations under this device’s name. */
    clone: (deviceId: DeviceId, logbookId: LogbookId, n: number) => {
      last.set(`${deviceId} ${logbookId}`, n)
    },
  }
}

/** What a round needs, for a device that introduces itself without any trouble. */
export const roundOptions = (db: LogbookDb, transport: Transport): RoundOptions => ({
  onSending: () => undefined,
  db,
  transport,
  clock: deviceClock,
  pace: createPace(),
  app: 'test',
  deviceId: async () => (await ownDevice(db, nextId<DeviceId>)).id,
  newDeviceId: nextId<DeviceId>,
  register: () => Promise.resolve(null),
  newIntent: () => ({ id: nextId<OperationId>(), at: NOW }),
})
