import 'fake-indexeddb/auto'
import { afterEach } from 'vitest'
import { act } from '#store/act.ts'
import { isWaiting } from '#store/waiting.ts'
import { startEngine, type Engine, type EngineOptions } from '#sync/engine.ts'
import type { Listener } from '#sync/listen.ts'
import type { RoundEnd } from '#sync/round.ts'
import { createSyncState } from '#sync/syncState.ts'
import { aPatch, apprentice, personId, unwritten } from '#tests/support/builders.ts'
import { aDatabase } from '#tests/store/aDatabase.ts'
import { aFakeServer, roundOptions } from './fakeServer.ts'
import { createVirtualClock } from './virtualClock.ts'

const engines: Engine[] = []

afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop()
})

/** An engine on a network of its own, where time passes only when a test says so. */
export function anEngine(change: Partial<EngineOptions> = {}) {
  const db = aDatabase()
  const fake = aFakeServer()
  const clock = createVirtualClock()
  let open = 0
  let heard: Listener | null = null
  const ears = { open: false }
  const rounds: number[] = []
  const state = createSyncState()
  const engine = startEngine({
    state,
    personId: personId('apprentice'),
    ...roundOptions(db, fake.transport),
    clock,
    listen: (listener) => {
      heard = listener
      return {
        isOpen: () => ears.open,
        stop: () => {
          heard = null
        },
      }
    },
    withLock: async (_, work) => {
      open += 1
      try {
        return await work()
      } finally {
        rounds.push(clock.now())
        open -= 1
      }
    },
    random: () => 1,
    hasWaiting: () => isWaiting(db),
    ...change,
  })
  engines.push(engine)

  const quiet = async () => {
    for (let calm = 0; calm < 20; calm += 1) {
      await new Promise((resolve) => setImmediate(resolve))
      if (open > 0) calm = 0
    }
  }
  return {
    ...fake,
    clock,
    engine,
    state,
    db,
    /** When the rounds ended, in ms. */
    rounds,
    quiet,
    poke: () => {
      heard?.onPoke()
    },
    news: (json: unknown) => {
      heard?.onNews(json)
    },
    /** Whether the server can be heard. */
    ears,
    write: () => act(db, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice),
    /** Lets time pass, `step` by step, and every round come to its end. */
    pass: async (seconds: number, step = 1_000) => {
      await quiet()
      for (let passed = 0; passed < seconds * 1_000; passed += step) {
        clock.advance(step)
        await quiet()
      }
    },
    answer: (end: Exclude<RoundEnd, null> | null) => {
      fake.server.before = () => end
      fake.server.onPull = () => end
    },
  }
}

export const offline = { kind: 'offline' } as const
export const between = (times: readonly number[]) =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0))
