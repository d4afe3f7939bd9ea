import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { DeviceId } from '#domain/identifiers.ts'
import { pulledAs, rowsOf } from '#tests/store/aDatabase.ts'
import { aBookPart, chainAt } from '#tests/store/aPull.ts'
import { aWeek, nextId, NOW, personId } from '#tests/support/builders.ts'
import { anEngine, offline } from './anEngine.ts'
import { aFakeServer } from './fakeServer.ts'

describe('the engine watches over itself:', () => {
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

  it('does not wait longer than a minute to make itself known: the words behind it want to go', async () => {
    let isSilent = true
    const silence = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'))
        })
      })
    const { pass, write, db } = anEngine({
      withLock: (_, work) => work(),
      deviceId: (signal) => (isSilent ? silence(signal) : Promise.resolve(nextId<DeviceId>())),
    })
    await write()
    await pass(30)
    isSilent = false
    await pass(40)
    expect(await rowsOf(db, 'outbox')).toEqual([])
  })

  it('leaves to itself what never answers, and tries again', async () => {
    let isStuck = true
    const { pass, write, db } = anEngine({
      withLock: (_, work) => work(),
      deviceId: () =>
        isStuck ? new Promise(() => undefined) : Promise.resolve(nextId<DeviceId>()),
    })
    await write()
    await pass(60, 10_000)
    isStuck = false
    await pass(1_000, 10_000)
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
    expect(state.getState()).toEqual({ phase: 'idle', code: null, answered: true, stuck: false })

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
})

describe('an engine that hears the server', () => {
  const news = (seq: number, whose = personId('apprentice')) => ({
    personId: whose,
    at: NOW,
    deviceId: null,
    part: aBookPart(seq, [], {
      ...{ from: { seq: seq - 1, chain: chainAt(seq - 1) }, facts: null, sum: null, lastN: null },
    }),
  })
  const listening = async () => {
    const engine = anEngine()
    engine.server.news = [[aBookPart(1, [], { reset: 'new' })]]
    engine.ears.open = true
    await engine.pass(1)
    return engine
  }

  it('takes news as they come, without asking', async () => {
    const { news: hear, quiet, db, events } = await listening()
    hear(news(2))
    await quiet()
    expect(await rowsOf(db, 'progress')).toMatchObject([{ seq: 2 }])
    expect(events).toEqual(['pull'])
  })

  it.each([
    ['that do not fit', news(7)],
    ['that cannot be read', { part: 'x' }],
    ['that are nothing', null],
    ['for who has signed in since in this browser', news(2, personId('master'))],
  ])('asks when it hears news %s', async (_, json) => {
    const { news: hear, pass, events } = await listening()
    hear(json)
    await pass(1)
    expect(events).toEqual(['pull', 'pull'])
  })

  it('takes no news of a server that this version does not understand any more', async () => {
    const { news: hear, quiet, db, engine, server } = await listening()
    server.onPull = () => ({ kind: 'refused', status: 426, code: 'app-too-old', expected: null })
    await engine.now()
    hear(news(2))
    await quiet()
    expect(await rowsOf(db, 'progress')).toMatchObject([{ seq: 1 }])
  })

  it('sends without asking what is new: it would have heard', async () => {
    const { engine, write, pass, events } = await listening()
    await write()
    engine.promptly()
    await pass(1)
    expect(events).toEqual(['pull', 'push 1'])
  })

  it.each([
    ['with the next round, also where it only sends', false],
    ['with the one after, where another tab was at it', true],
  ])('brings the photos that news have named %s', async (_, isBusy) => {
    let busy = 0
    const asked: string[] = []
    const fake = aFakeServer()
    const { news: hear, ...engine } = anEngine({
      withLock: async (_take, work) => (busy-- > 0 ? 'busy' : work()),
      transport: {
        ...fake.transport,
        getFile: ({ sha256 }) => {
          asked.push(sha256)
          return Promise.resolve({
            kind: 'refused',
            status: 404,
            code: 'not-found',
            expected: null,
          })
        },
      },
    })
    fake.server.news = [[aBookPart(1, [], { reset: 'new', role: 'master' })]]
    engine.ears.open = true
    await engine.pass(1)
    const send = async () => {
      await engine.write()
      engine.engine.promptly()
      await engine.pass(20)
    }
    await send()
    expect(asked).toEqual([])

    const photo = { sha256: 'a'.repeat(64), size: 9, mime: 'image/jpeg' }
    const week = pulledAs(aWeek('submitted', { more: { 'photos/a': photo } }), 2)
    hear({ ...news(2), part: { ...news(2).part, documents: [week], role: 'master' } })
    await engine.quiet()
    if (isBusy) busy = 1
    await send()
    if (isBusy) await engine.pass(60)
    expect(asked).toEqual([photo.sha256])
    expect(fake.server.events).toEqual(['pull', 'push 1', 'push 1'])
  })

  it('looks all the same from time to time, and more often once it hears nothing', async () => {
    const { pass, events, ears } = await listening()
    await pass(290, 10_000)
    expect(events).toEqual(['pull'])
    await pass(20, 10_000)
    expect(events).toEqual(['pull', 'pull'])
    ears.open = false
    await pass(290, 10_000)
    const before = events.length
    await pass(120, 10_000)
    expect(events.length).toBeGreaterThanOrEqual(before + 2)
  })

  it('asks after a request that failed, whatever it hears', async () => {
    const { engine, write, pass, events, server } = await listening()
    server.before = () => offline
    await write()
    engine.promptly()
    await pass(0.1, 10)
    server.before = null
    await pass(5)
    expect(events).toEqual(['pull', 'push 1', 'push 1', 'pull'])
  })
})
