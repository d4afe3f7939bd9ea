import { registerDevice, signStatement } from '#app/signingKey.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation, Patch, Sign } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import { act } from '#store/act.ts'
import { listBooks } from '#store/books.ts'
import { openLogbookDb } from '#store/database.ts'
import { ownDevice } from '#store/device.ts'
import { findDocument, listDocuments } from '#store/documents.ts'
import { followRead } from '#store/followRead.ts'
import { putPulled } from '#store/pulled.ts'
import { everything } from '#store/tables.ts'
import { isWaiting } from '#store/waiting.ts'
import { deviceClock } from '#sync/clock.ts'
import { startEngine, type Engine } from '#sync/engine.ts'
import { listenToServer } from '#sync/listen.ts'
import { createPace } from '#sync/pace.ts'
import { syncRound, type RoundOptions } from '#sync/round.ts'
import { createSyncState } from '#sync/syncState.ts'
import { httpTransport } from '#sync/transport.ts'
import { moment, timed, type Contender } from './contender.ts'

/** Time in the high bits, as the app makes it: what is written later comes later. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says which branded id it needs
export function newId<Id extends string>(): Id {
  const time = Date.now().toString(16).padStart(12, '0')
  const rest = crypto.randomUUID().slice(14)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(1)}` as Id
}

const whole = { check: true, pull: true, told: false } as const

/** The product’s own store and exchange, as the app puts them together. */
export async function createLivret(person: string): Promise<Contender> {
  const personId = person as PersonId
  const db = openLogbookDb(personId)
  const register = (signal: AbortSignal) => registerDevice(db, personId, signal)
  // Known to the server beforehand, as after a sign-in.
  await register(new AbortController().signal)
  const options: RoundOptions = {
    ...{ db, register, app: 'bench', clock: deviceClock, pace: createPace() },
    transport: httpTransport((input, init) => fetch(input, init)),
    deviceId: async () => (await ownDevice(db, newId<DeviceId>)).id,
    onSending: () => undefined,
    newDeviceId: newId<DeviceId>,
    newIntent: () => ({ id: newId<OperationId>(), at: new Date().toISOString() }),
  }
  const { signal } = new AbortController()
  const intent = () => ({
    id: newId<OperationId>(),
    ...{ v: 1 as const, at: new Date().toISOString(), present: null },
  })
  const self = async (): Promise<Actor> => {
    const [book] = await listBooks(db)
    if (!book) throw new Error('no logbook is here')
    return { logbookId: book.id, personId, role: book.role, at: new Date().toISOString() }
  }
  const note = (text: string): Patch => ({
    ...intent(),
    ...{ documentId: newId<DocumentId>(), kind: 'note', type: 'patch', set: { text }, seen: {} },
  })
  /** The document that is signed as the `n`th: the same on each device. */
  const nextToSign = async (n: number) => {
    const waiting = (await listDocuments(db, 'entry'))
      .filter(({ state }) => state === 'submitted')
      .sort((a, b) => a.id.localeCompare(b.id))
    return waiting[n % waiting.length]
  }
  let engine: Engine | null = null
  const startLive = () => {
    engine = startEngine({
      ...options,
      personId,
      state: createSyncState(),
      listen: listenToServer,
      withLock: (_, work) =>
        navigator.locks.request('sync', { ifAvailable: true }, (lock) => (lock ? work() : 'busy')),
      random: Math.random,
      hasWaiting: () => isWaiting(db),
    })
    return engine
  }

  return {
    firstPull: async () => {
      let count = 0
      const ms = await timed(async () => {
        const end = await syncRound(options, whole, signal)
        if (end) throw new Error(JSON.stringify(end))
        count = (await listDocuments(db, 'entry')).length
      })
      return { ms, count }
    },
    push: async (texts) => {
      if ((await listBooks(db)).length === 0) await syncRound(options, whole, signal)
      const actor = await self()
      const prepare = await timed(async () => {
        for (const text of texts) await act(db, note(text), actor)
      })
      let settledAt = 0
      const start = performance.now()
      // The pull begins when every operation has its verdict, and that is written.
      const transport: RoundOptions['transport'] = {
        ...options.transport,
        pull: (...args) => {
          settledAt = performance.now()
          return options.transport.pull(...args)
        },
      }
      const end = await syncRound({ ...options, transport, pace: createPace() }, whole, signal)
      if (end) throw new Error(JSON.stringify(end))
      return { prepare, push: settledAt - start }
    },
    write: async (texts) => {
      if ((await listBooks(db)).length === 0) await syncRound(options, whole, signal)
      const actor = await self()
      const times: number[] = []
      for (const text of texts) times.push(await timed(() => act(db, note(text), actor)))
      return times
    },
    listOne: async (times) => {
      const books = await listBooks(db)
      const ms: number[] = []
      let count = 0
      for (let each = 0; each < times; each += 1) {
        ms.push(
          await timed(async () => {
            const logbookId = books[each % books.length]?.id
            count = (await listDocuments(db, 'entry', logbookId)).length
          }),
        )
      }
      return { ms, count }
    },
    grow: async (times) => {
      const packs = await db.read(['packs'], (tx) => tx.packs.list(everything))
      for (let copy = 1; copy < times; copy += 1) {
        await db.write(['packs'], async (tx) => {
          for (const { logbookId, documents } of packs) {
            const other = `${logbookId}-${copy}` as LogbookId
            const copies = documents.map((each): PulledDocument => ({ ...each, logbookId: other }))
            await putPulled(tx, other, copies, null)
          }
        })
      }
    },
    watch: async (onShown) => {
      await startLive().now()
      const follow = async (n: number) => {
        const next = await nextToSign(n)
        if (!next) return
        const stop = followRead(db, (followed) => findDocument(followed, next), {
          onValue: (document) => {
            if (document?.signatures.length === 0) return
            onShown(moment())
            stop()
            void follow(n + 1)
          },
          onError: (error) => {
            throw error
          },
        })
      }
      await follow(0)
    },
    decide: async (n) => {
      const live = engine ?? startLive()
      await live.now()
      const actor = await self()
      const document = await nextToSign(n)
      const version = document?.versions.at(-1)
      if (!document || !version) throw new Error('nothing waits for a signature')
      const start = moment()
      const { hash } = version
      const jws = await signStatement(db, {
        ...{ logbook: document.logbookId, document: document.id, version: version.number, hash },
        ...{ signer: personId, role: actor.role, at: new Date().toISOString() },
      })
      const sign: Sign = {
        ...intent(),
        ...{ documentId: document.id, kind: 'entry', type: 'sign', hash, jws },
      }
      const { ready } = await act(db, sign, actor)
      live.promptly(ready)
      return start
    },
  }
}

/** Lets an apprentice send weeks that wait for a signature. */
export async function sendWeeks(person: string, count: number): Promise<void> {
  const personId = person as PersonId
  const db = openLogbookDb(personId)
  const register = (signal: AbortSignal) => registerDevice(db, personId, signal)
  await register(new AbortController().signal)
  const options: RoundOptions = {
    ...{ db, register, app: 'bench', clock: deviceClock, pace: createPace() },
    transport: httpTransport((input, init) => fetch(input, init)),
    deviceId: async () => (await ownDevice(db, newId<DeviceId>)).id,
    onSending: () => undefined,
    newDeviceId: newId<DeviceId>,
    newIntent: () => ({ id: newId<OperationId>(), at: new Date().toISOString() }),
  }
  const { signal } = new AbortController()
  await syncRound(options, whole, signal)
  const [book] = await listBooks(db)
  if (!book) throw new Error('no logbook is here')
  const at = new Date().toISOString()
  const actor: Actor = { logbookId: book.id, personId, role: book.role, at }
  for (let n = 0; n < count; n += 1) {
    const week = `2030-W${String(n + 1).padStart(2, '0')}`
    const documentId = documentIdOf(book.id, 'entry', [week])
    const intent = () => ({
      id: newId<OperationId>(),
      ...{ documentId, kind: 'entry' as const, v: 1 as const, at, present: null },
    })
    const set = { week, told: 'À signer' }
    const acts: Operation[] = [
      { ...intent(), type: 'patch', set, seen: {} },
      { ...intent(), type: 'submit' },
    ]
    for (const each of acts) await act(db, each, actor)
  }
  const end = await syncRound(options, whole, signal)
  if (end) throw new Error(JSON.stringify(end))
}
