import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { act } from '#store/documents.ts'
import { countWaiting, listUnsent } from '#store/outbox.ts'
import { startEngine, type Engine, type EngineOptions } from '#sync/engine.ts'
import type { RoundEnd } from '#sync/round.ts'
import { createSyncState } from '#sync/syncState.ts'
import { aPatch, apprentice, unwritten } from '#tests/support/builders.ts'
import { aDatabase } from '#tests/store/aDatabase.ts'
import { aFakeServer, roundOptions } from './fakeServer.ts'

const engines: Engine[] = []

beforeEach(() => {
  // The database needs its own turns: only what the engine waits with stands still.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})

afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop()
  vi.useRealTimers()
})

/** An engine on a network of its own, where time passes only when a test says so. */
function anEngine(change: Partial<EngineOptions> = {}) {
  const db = aDatabase()
  const fake = aFakeServer()
  let open = 0
  let poke = () => {}
  const rounds: number[] = []
  const state = createSyncState()
  const engine = startEngine({
    state,
    ...roundOptions(db, fake.transport),
    listen: (onPoke) => {
      poke = onPoke
      return () => {
        poke = () => {}
      }
    },
    withLock: async (work) => {
      open += 1
      rounds.push(Date.now())
      try {
        return await work()
      } finally {
        open -= 1
      }
    },
    random: () => 1,
    hasWaiting: async () => {
      const { documents, photos } = await countWaiting(db)
      return documents + photos > 0
    },
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
    engine,
    state,
    db,
    /** When the rounds began, in ms. */
    rounds,
    quiet,
    poke: () => {
      poke()
    },
    write: () => act(db, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice),
    /** Lets time pass, `step` by step, and every round come to its end. */
    pass: async (seconds: number, step = 1_000) => {
      await quiet()
      for (let passed = 0; passed < seconds * 1_000; passed += step) {
        await vi.advanceTimersByTimeAsync(step)
        await quiet()
      }
    },
    answer: (end: Exclude<RoundEnd, null> | null) => {
      fake.server.before = () => end
      fake.server.onPull = () => end
    },
  }
}

const offline = { kind: 'offline' } as const
const between = (times: readonly number[]) =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0))

describe('the engine', () => {
  it('begins at once, and looks every minute where no poke passes', async () => {
    const { rounds, pass, state } = anEngine()
    await pass(1)
    expect(rounds).toHaveLength(1)
    expect(state.getState()).toEqual({ phase: 'idle', code: null })

    await pass(120)
    expect(rounds).toHaveLength(3)
    expect(between(rounds)).toEqual([60_000, 60_000])
  })

  it('sends a sentence in one request, soon after the last letter', async () => {
    const { engine, write, pass, kept, rounds } = anEngine()
    await pass(1)
    for (let letter = 0; letter < 3; letter += 1) {
      await write()
      engine.soon()
      await pass(1)
    }
    expect(rounds).toHaveLength(1)
    await pass(1)
    expect(rounds).toHaveLength(2)
    expect(kept.size).toBe(3)
  })

  it('without a network tries again for ever, less and less often, never less than every five minutes', async () => {
    const { rounds, pass, answer, write, db, state } = anEngine()
    answer(offline)
    await write()
    await pass(3_000)

    const waits = between(rounds)
    expect(waits.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000])
    expect(Math.max(...waits)).toBeLessThanOrEqual(300_000)
    expect(waits.at(-1)).toBe(300_000)
    expect(state.getState().phase).toBe('offline')
    expect(await listUnsent(db)).toHaveLength(1)

    answer(null)
    await pass(300)
    expect(await listUnsent(db)).toEqual([])
    expect(state.getState().phase).toBe('idle')
  })

  it('does not come back in the same second as thirty other phones', async () => {
    const { rounds, pass, answer } = anEngine({ random: () => 0.3 })
    answer(offline)
    await pass(8, 100)
    expect(between(rounds).slice(0, 3)).toEqual([600, 1_200, 2_400])

    const first = anEngine({ random: () => 0 })
    first.answer(offline)
    await first.pass(3, 100)
    expect(Math.min(...between(first.rounds))).toBeGreaterThanOrEqual(500)
  })

  it('of somebody signed out stops trying, keeps every word, and goes on after the sign-in', async () => {
    const { rounds, pass, answer, write, db, state, poke } = anEngine()
    answer({ kind: 'signed-out' })
    await write()
    await pass(3_600)

    expect(rounds).toHaveLength(1)
    expect(state.getState().phase).toBe('signed-out')
    expect(await listUnsent(db)).toHaveLength(1)

    answer(null)
    poke()
    await pass(1)
    expect(await listUnsent(db)).toEqual([])
  })

  it('waits as long as the server asks, whatever is typed meanwhile', async () => {
    const { rounds, pass, answer, write, engine } = anEngine()
    answer({ kind: 'busy', retryAfterSeconds: 40 })
    await pass(1)
    await write()
    engine.soon()
    await pass(30)
    expect(rounds).toHaveLength(1)
    answer(null)
    await pass(15)
    expect(rounds.length).toBeGreaterThan(1)
    expect(between(rounds)[0]).toBeGreaterThanOrEqual(40_000)
  })

  it('asked by the person tries at once, also while it waits', async () => {
    const { rounds, pass, answer, engine } = anEngine()
    answer({ kind: 'busy', retryAfterSeconds: 400 })
    await pass(1)
    const asked = engine.now()
    await pass(0)
    await asked
    expect(rounds).toHaveLength(2)
  })

  it('poked in the middle of a round makes another one: the first had perhaps looked already', async () => {
    const { rounds, pass, poke, server, events } = anEngine()
    let pokes = 1
    server.onPull = () => {
      if (pokes > 0) poke()
      pokes -= 1
      return null
    }
    await pass(2)
    expect(rounds).toHaveLength(2)
    expect(events).toEqual(['pull', 'pull'])
    await pass(30)
    expect(rounds).toHaveLength(2)
  })

  it('never has two rounds at once', async () => {
    let inside = 0
    let most = 0
    const { engine, pass, poke } = anEngine({
      withLock: async (work) => {
        inside += 1
        most = Math.max(most, inside)
        const end = await work()
        inside -= 1
        return end
      },
    })
    poke()
    await Promise.all([engine.now(), engine.now()])
    await pass(2)
    expect(most).toBe(1)
  })

  it('beside another tab that is sending looks again soon: what was written here may be left', async () => {
    let busy = true
    const { pass, write, db, rounds, engine } = anEngine({
      withLock: (work) => {
        rounds.push(Date.now())
        return busy ? Promise.resolve(null) : work()
      },
    })
    await write()
    engine.soon()
    await pass(3)
    expect(await listUnsent(db)).toHaveLength(1)
    busy = false
    await pass(10)
    expect(await listUnsent(db)).toEqual([])
  })

  it('survives a database that closes under it, and a lock that breaks', async () => {
    let broken = true
    const { pass, state, write, db } = anEngine({
      hasWaiting: () => (broken ? Promise.reject(new Error('closed')) : Promise.resolve(true)),
    })
    await write()
    await pass(2)
    expect(state.getState()).toEqual({ phase: 'problem', code: 'broken' })

    broken = false
    await pass(10)
    expect(await listUnsent(db)).toEqual([])
  })

  it('says what turned a request down, and that it sends', async () => {
    const phases: string[] = []
    const { pass, answer, write, state } = anEngine()
    state.subscribe(({ phase }) => phases.push(phase))
    answer({ kind: 'refused', status: 422, code: 'not-our-protocol', expected: null })
    await write()
    await pass(1)

    expect(phases).toEqual(['sending', 'problem'])
    expect(state.getState().code).toBe('not-our-protocol')
  })

  it('that was stopped does nothing any more, whatever happens, and gives up what it does', async () => {
    let limit: AbortSignal | null = null
    const { engine, pass, rounds, poke, write, server, db } = anEngine()
    await pass(1)
    server.before = () => {
      engine.stop()
      return offline
    }
    await write()
    void engine.now()
    await pass(1)
    expect(rounds).toHaveLength(2)

    poke()
    engine.soon()
    await engine.now()
    await pass(600)
    expect(rounds).toHaveLength(2)
    expect(await listUnsent(db)).toHaveLength(1)

    const hanging = anEngine({
      transport: {
        ...aFakeServer().transport,
        pull: (_, signal) =>
          new Promise((resolve) => {
            limit = signal
            signal.addEventListener('abort', () => {
              resolve(offline)
            })
          }),
      },
    })
    await vi.advanceTimersByTimeAsync(1)
    await vi.waitFor(() => {
      expect(limit).not.toBeNull()
    })
    hanging.engine.stop()
    expect((limit as AbortSignal | null)?.aborted).toBe(true)
    await hanging.quiet()
  })

  it('on a network that takes and never answers begins again after a minute', async () => {
    let asked = 0
    const { pass } = anEngine({
      withLock: (work) => work(),
      transport: {
        ...aFakeServer().transport,
        pull: (_, signal) => {
          asked += 1
          return new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              resolve(offline)
            })
          })
        },
      },
    })
    await pass(59)
    expect(asked).toBe(1)
    await pass(10)
    expect(asked).toBe(2)
  })
})
