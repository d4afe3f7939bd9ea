import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { act } from '#store/act.ts'
import { countWaiting } from '#store/outbox.ts'
import { startEngine, type Engine, type EngineOptions } from '#sync/engine.ts'
import type { RoundEnd } from '#sync/round.ts'
import { createSyncState } from '#sync/syncState.ts'
import { aPatch, apprentice, unwritten } from '#tests/support/builders.ts'
import { aDatabase, rowsOf } from '#tests/store/aDatabase.ts'
import { aFakeServer, roundOptions } from './fakeServer.ts'
import { createVirtualClock } from './virtualClock.ts'

const engines: Engine[] = []

afterEach(() => {
  for (const engine of engines.splice(0)) engine.stop()
})

/** An engine on a network of its own, where time passes only when a test says so. */
function anEngine(change: Partial<EngineOptions> = {}) {
  const db = aDatabase()
  const fake = aFakeServer()
  const clock = createVirtualClock()
  let open = 0
  let poke = () => {}
  const rounds: number[] = []
  const state = createSyncState()
  const engine = startEngine({
    state,
    ...roundOptions(db, fake.transport),
    clock,
    listen: (onPoke) => {
      poke = onPoke
      return () => {
        poke = () => {}
      }
    },
    withLock: async (_, work) => {
      open += 1
      rounds.push(clock.now())
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
    clock,
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

const offline = { kind: 'offline' } as const
const between = (times: readonly number[]) =>
  times.slice(1).map((time, index) => time - (times[index] ?? 0))

describe('the engine', () => {
  it('begins at once, and looks every minute where no poke passes', async () => {
    const { rounds, pass, state } = anEngine()
    await pass(1)
    expect(rounds).toHaveLength(1)
    expect(state.getState()).toEqual({ phase: 'idle', code: null, stuck: false })

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

  it('does not wait for the end of a sentence that never ends: the words would be here only', async () => {
    const { engine, write, pass, kept } = anEngine()
    await pass(1)
    await write()
    for (let letter = 0; letter < 10; letter += 1) {
      engine.soon()
      await pass(1)
    }
    expect(kept.size).toBe(1)
  })

  it('sends what somebody decides at once, and five signatures in a row together', async () => {
    const { engine, write, pass, kept, rounds } = anEngine()
    await pass(1)
    for (let each = 0; each < 5; each += 1) {
      await write()
      engine.promptly()
    }
    await pass(0.1, 10)
    expect(rounds).toHaveLength(2)
    expect(kept.size).toBe(5)
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
    expect(await rowsOf(db, 'outbox')).toHaveLength(1)

    answer(null)
    await pass(300)
    expect(await rowsOf(db, 'outbox')).toEqual([])
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
    expect(await rowsOf(db, 'outbox')).toHaveLength(1)

    answer(null)
    poke()
    await pass(1)
    expect(await rowsOf(db, 'outbox')).toEqual([])
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
      withLock: async (_, work) => {
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
    const { pass, write, db, engine } = anEngine({
      withLock: (_, work) => (busy ? Promise.resolve('busy') : work()),
    })
    await write()
    engine.soon()
    await pass(3)
    expect(await rowsOf(db, 'outbox')).toHaveLength(1)
    busy = false
    await pass(10)
    expect(await rowsOf(db, 'outbox')).toEqual([])
  })

  it('takes the lock from a tab that was put to sleep with it', async () => {
    const asked: boolean[] = []
    const { pass, write, db } = anEngine({
      withLock: (take, work) => {
        asked.push(take)
        return take ? work() : Promise.resolve('busy')
      },
    })
    await write()
    await pass(100)
    expect(asked).not.toContain(true)
    await pass(120)
    expect(asked).toContain(true)
    expect(await rowsOf(db, 'outbox')).toEqual([])
  })

  it('says when words have been waiting for long although there is a network', async () => {
    const { pass, answer, write, state } = anEngine()
    answer({ kind: 'refused', status: 422, code: 'not-our-protocol', expected: null })
    await write()
    await pass(600, 10_000)
    expect(state.getState().stuck).toBe(false)
    await pass(900, 10_000)
    expect(state.getState().stuck).toBe(true)

    answer(null)
    await pass(300, 10_000)
    expect(state.getState()).toEqual({ phase: 'idle', code: null, stuck: false })

    const away = anEngine()
    away.answer(offline)
    await away.write()
    await away.pass(3_000, 10_000)
    expect(away.state.getState()).toMatchObject({ phase: 'offline', stuck: false })
  })

  it('has all that is held compared at its start, and a few times a day', async () => {
    const checks: boolean[] = []
    const fake = aFakeServer()
    const { pass } = anEngine({
      transport: {
        ...fake.transport,
        pull: (request, signal, take) => {
          checks.push(request.check)
          return fake.transport.pull(request, signal, take)
        },
      },
    })
    await pass(600, 10_000)
    expect(checks.slice(0, 3)).toEqual([true, false, false])
    await pass(6 * 3_600, 60_000)
    expect(checks.filter((check) => check)).toHaveLength(2)
  })

  it('survives a database that closes under it, and a lock that breaks', async () => {
    let broken = true
    const { pass, state, write, db } = anEngine({
      hasWaiting: () => (broken ? Promise.reject(new Error('closed')) : Promise.resolve(true)),
    })
    await write()
    await pass(2)
    expect(state.getState()).toEqual({ phase: 'problem', code: 'broken', stuck: false })

    broken = false
    await pass(10)
    expect(await rowsOf(db, 'outbox')).toEqual([])
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
    expect(await rowsOf(db, 'outbox')).toHaveLength(1)

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
    hanging.clock.advance(1)
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
      withLock: (_, work) => work(),
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
