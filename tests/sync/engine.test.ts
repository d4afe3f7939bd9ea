import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { rowsOf } from '#tests/store/aDatabase.ts'
import { anEngine, between, offline } from './anEngine.ts'
import { aFakeServer } from './fakeServer.ts'

describe('the engine', () => {
  it('begins at once, and looks every minute where no poke passes', async () => {
    const { rounds, pass, state } = anEngine()
    await pass(1)
    expect(rounds).toHaveLength(1)
    expect(state.getState()).toEqual({ phase: 'idle', code: null, answered: true, stuck: false })

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
    // Nobody has said that there is nothing for this person.
    expect(state.getState()).toMatchObject({ phase: 'offline', answered: false })
    expect(await rowsOf(db, 'outbox')).toHaveLength(1)

    answer(null)
    await pass(300)
    expect(await rowsOf(db, 'outbox')).toEqual([])
    expect(state.getState()).toMatchObject({ phase: 'idle', answered: true })
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

  it('survives a database that closes under it, and a lock that breaks', async () => {
    let broken = true
    const { pass, state, write, db } = anEngine({
      hasWaiting: () => (broken ? Promise.reject(new Error('closed')) : Promise.resolve(true)),
    })
    await write()
    await pass(2)
    expect(state.getState()).toEqual({
      phase: 'problem',
      code: 'broken',
      answered: false,
      stuck: false,
    })

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

  it('too old to read what comes still sends, and asks for its update', async () => {
    const { pass, write, state, server, db } = anEngine()
    server.onPull = () => ({
      ...{ kind: 'refused', status: 426, code: 'app-too-old', expected: null },
    })
    await write()
    await pass(1)

    expect(state.getState().phase).toBe('outdated')
    expect(await rowsOf(db, 'outbox')).toEqual([])
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
