import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import type { Ready } from '#store/batch.ts'
import type { LogbookDb } from '#store/database.ts'
import { markRegistered, ownDevice } from '#store/device.ts'
import { syncRound, type RoundOptions } from '#sync/round.ts'
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
    syncRound(
      { ...phone.options, ...change },
      { check: false, pull: false, told: false, ready },
      new AbortController().signal,
    )
  return { ...phone, decide: decideNow, send }
}

const register = async (db: LogbookDb) => {
  await markRegistered(db, await ownDevice(db, nextId), null)
}

describe('a decision that is ready', () => {
  it('leaves before anybody looks what waits', async () => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    const db: LogbookDb = {
      ...phone.db,
      read: (names, work) => {
        if (names.some((name) => name === 'outbox')) phone.events.push('look')
        return phone.db.read(names, work)
      },
    }
    expect(await phone.send(ready, { db })).toBeNull()
    expect(phone.events.slice(0, 2)).toEqual(['push 1', 'look'])
    expect(phone.kept.has(id)).toBe(true)
    expect(await unsent(phone.db)).toEqual([])
  })

  it('is followed by what was written meanwhile, and by what waits elsewhere', async () => {
    const phone = await aKnownPhone()
    const elsewhere = aPatch(unwritten('note'), { text: 'Ailleurs' })
    await act(phone.db, elsewhere, { ...apprentice, logbookId: logbooks.elsewhere })
    const { id, ready } = await phone.decide()
    const [note] = await writeNotes(phone.db, 1)

    expect(await phone.send(ready)).toBeNull()
    expect([...phone.kept.keys()].slice(1)).toEqual(
      expect.arrayContaining([id, note, elsewhere.id]),
    )
    expect(phone.kept.size).toBe(4)
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

  it.each(['not-allowed', 'not-a-member'])(
    'is sent once in a round where the server says %s, and the others are sent all the same',
    async (code) => {
      const phone = await aKnownPhone()
      const elsewhere = aPatch(unwritten('note'), { text: 'Ailleurs' })
      await act(phone.db, elsewhere, { ...apprentice, logbookId: logbooks.elsewhere })
      const { id, ready } = await phone.decide()
      phone.server.before = ({ logbookId }) =>
        logbookId === logbooks.here ? { kind: 'refused', status: 403, code, expected: null } : null
      await phone.send(ready)
      const pushes = phone.events.filter((event) => event.startsWith('push'))
      expect(pushes).toEqual(['push 1', 'push 1'])
      expect(phone.kept.has(elsewhere.id)).toBe(true)
      expect(await unsent(phone.db)).toEqual([id])
    },
  )

  it('stays here where there is no network', async () => {
    const phone = await aKnownPhone()
    const { id, ready } = await phone.decide()
    phone.server.before = () => ({ kind: 'offline' })
    expect(await phone.send(ready)).toEqual({ kind: 'offline' })
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
