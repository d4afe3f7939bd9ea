import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import type { Ready } from '#store/batch.ts'
import type { LogbookDb } from '#store/database.ts'
import { becomeNewDevice, markRegistered, ownDevice } from '#store/device.ts'
import { sendReady, type RoundEnd, type RoundOptions } from '#sync/round.ts'
import { anAct, aPatch, apprentice, logbooks, nextId, unwritten } from '#tests/support/builders.ts'
import { anEngine } from './anEngine.ts'
import { aPhone, unsent, writeNotes } from './aPhone.ts'

/** A note that was sent, and is published: a decision that waits alone. */
async function decide(db: LogbookDb, logbookId: LogbookId = logbooks.here) {
  const actor = { ...apprentice, logbookId }
  const note = unwritten('note')
  await act(db, aPatch(note, { text: 'Bonjour' }), actor)
  return async () => {
    const publish = anAct('publish', note)
    const { ready } = await act(db, publish, actor)
    if (!ready) throw new Error('it is not ready')
    return { id: publish.id, ready }
  }
}

async function aKnownPhone() {
  const phone = aPhone()
  await register(phone.db)
  const decideNow = await decide(phone.db)
  await phone.round()
  phone.events.length = 0
  const send = (ready: Ready, change: Partial<RoundOptions> = {}) =>
    sendReady({ ...phone.options, ...change }, ready, new AbortController().signal)
  return { ...phone, decide: decideNow, send }
}

const register = async (db: LogbookDb) => {
  await markRegistered(db, await ownDevice(db, nextId), null)
}

describe('a decision that is ready', () => {
  it('leaves without a look at what waits', async () => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    const read: LogbookDb['read'] = () => Promise.reject(new Error('it looked'))
    expect(await phone.send(ready, { db: { ...phone.db, read } })).toBeNull()
    expect(phone.kept.has(id)).toBe(true)
    expect(await unsent(phone.db)).toEqual([])
  })

  it('that another page has sent meanwhile happens once', async () => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    await phone.round()
    expect(await phone.send(ready)).toBeNull()
    expect([...phone.kept.keys()].filter((each) => each === id)).toHaveLength(1)
    expect(await unsent(phone.db)).toEqual([])
  })

  it('that another page sends at the same moment happens once', async () => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    expect(await Promise.all([phone.send(ready), phone.round()])).toEqual([null, null])
    expect([...phone.kept.keys()].filter((each) => each === id)).toHaveLength(1)
    expect(await unsent(phone.db)).toEqual([])
  })

  it('written under an id that this device has left is offered again by the round', async () => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    await becomeNewDevice(phone.db, nextId<DeviceId>())
    await phone.send(ready)
    await phone.round()
    expect([...phone.kept.keys()].filter((each) => each === id)).toHaveLength(1)
    expect(await unsent(phone.db)).toEqual([])
  })

  it.each(['gap', 'fork', 'unknown-device', 'not-a-member', 'not-allowed'])(
    'that is turned down (%s) is left to the round, which knows what to do',
    async (code) => {
      const phone = await aKnownPhone()
      const { id, ready } = await phone.decide()
      phone.server.before = () => ({ kind: 'refused', status: 403, code, expected: 1 })
      expect(await phone.send(ready)).toBeNull()
      expect(phone.events).toEqual(['push 1'])
      expect(await unsent(phone.db)).toEqual([id])
    },
  )

  it.each<Exclude<RoundEnd, null>>([
    { kind: 'offline' },
    { kind: 'busy', retryAfterSeconds: 60 },
    { kind: 'signed-out' },
  ])('stays here where the server does not answer: $kind', async (end) => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    phone.server.before = () => end
    expect(await phone.send(ready)).toEqual(end)
    expect(phone.events).toEqual(['push 1'])
    expect(await unsent(phone.db)).toEqual([id])
  })
})

describe('the engine', () => {
  it('sends it first, and keeps nothing of it for the round after', async () => {
    const { engine, db, pass, events, kept } = anEngine()
    await register(db)
    const decideNow = await decide(db)
    await pass(1)
    events.length = 0
    const { id, ready } = await decideNow()
    engine.promptly(ready)
    await pass(1)
    await engine.now()
    expect(events.filter((event) => event.startsWith('push'))).toEqual(['push 1'])
    expect(kept.has(id)).toBe(true)
  })

  it('goes on in a round, with what waits beside it', async () => {
    const { engine, db, pass, kept } = anEngine()
    await register(db)
    const decideNow = await decide(db)
    await pass(1)
    const elsewhere = aPatch(unwritten('note'), { text: 'Ailleurs' })
    await act(db, elsewhere, { ...apprentice, logbookId: logbooks.elsewhere })
    const { id, ready } = await decideNow()
    const [note] = await writeNotes(db, 1)
    engine.promptly(ready)
    await pass(1)
    expect([...kept.keys()].slice(1, 2)).toEqual([id])
    expect([...kept.keys()]).toEqual(expect.arrayContaining([note, elsewhere.id]))
    expect(await unsent(db)).toEqual([])
  })

  it('sends it also while another tab is at a long round', async () => {
    let isElsewhere = false
    const { engine, db, pass, kept } = anEngine({
      withLock: (_, work) => (isElsewhere ? Promise.resolve('busy' as const) : work()),
    })
    await register(db)
    const decideNow = await decide(db)
    await pass(5)
    isElsewhere = true
    const { id, ready } = await decideNow()
    engine.promptly(ready)
    await pass(1)
    expect(kept.has(id)).toBe(true)
    expect(await unsent(db)).toEqual([])
  })

  it('does not ask a server twice that did not answer', async () => {
    const { engine, db, pass, events, answer } = anEngine()
    await register(db)
    const decideNow = await decide(db)
    await pass(1)
    const { id, ready } = await decideNow()
    answer({ kind: 'busy', retryAfterSeconds: 60 })
    events.length = 0
    engine.promptly(ready)
    await pass(50)
    expect(events).toEqual(['push 1'])
    expect(await unsent(db)).toEqual([id])
    answer(null)
    await pass(20)
    expect(events.slice(0, 2)).toEqual(['push 1', 'push 1'])
    expect(await unsent(db)).toEqual([])
  })

  it('looks what waits where the server had asked not to be bothered: another page may have been first', async () => {
    const { engine, db, pass, answer, events, server } = anEngine()
    await register(db)
    const decideNow = await decide(db)
    await pass(1)
    const { ready } = await decideNow()
    answer({ kind: 'busy', retryAfterSeconds: 60 })
    await engine.now()
    server.before = null
    server.onPull = null
    events.length = 0
    // What was first has another number by now.
    engine.promptly({ ...ready, operations: ready.operations.map((row) => ({ ...row, n: 99 })) })
    await pass(61)
    expect(events.filter((event) => event.startsWith('push'))).toEqual(['push 1'])
    expect(await unsent(db)).toEqual([])
  })
})
