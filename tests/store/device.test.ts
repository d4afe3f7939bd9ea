import { describe, expect, it } from 'vitest'
import { CHAIN_START } from '#domain/chain.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import { becomeNewDevice, keepKey, markRegistered, ownDevice } from '#store/device.ts'
import { act } from '#store/act.ts'
import { takeBatch } from '#store/batch.ts'
import { offerAgain, settle } from '#store/outbox.ts'
import {
  actor,
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aSignature,
  aWeek,
  entryId,
  logbookId,
  logbooks,
  master,
  nextId,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import { aBookPart, aVerdict, pull } from './aPull.ts'
import { aDatabase, findHere, hold, pulledAs, rowsOf } from './aDatabase.ts'

const aKey = (keyId: string) => ({ keyId, signingKey: { name: keyId } as never })

describe('this browser as a device', () => {
  it('has one name for ever, also when two tabs ask for it first at the same moment', async () => {
    const db = aDatabase()
    const ids = await Promise.all(Array.from({ length: 10 }, () => ownDevice(db, nextId<DeviceId>)))
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
    expect(ids[0]).toMatchObject({ registered: false, signingKey: null, keyId: null })
  })

  it('keeps the first of two keys made at once: what the other signed could not be checked', async () => {
    const db = aDatabase()
    const { id } = await ownDevice(db, nextId<DeviceId>)
    const [one, two] = await Promise.all([
      keepKey(db, id, aKey('one')),
      keepKey(db, id, aKey('two')),
    ])

    expect(one).toEqual(two)
    expect(await rowsOf(db, 'device')).toMatchObject([{ keyId: one?.keyId, registered: false }])
  })

  it('is known to the server only with the key that the server was told', async () => {
    const db = aDatabase()
    const device = await ownDevice(db, nextId<DeviceId>)
    await keepKey(db, device.id, aKey('one'))
    await markRegistered(db, device, null)
    expect(await rowsOf(db, 'device')).toMatchObject([{ registered: false }])

    await markRegistered(db, { ...device, keyId: 'one' }, null)
    expect(await rowsOf(db, 'device')).toMatchObject([{ registered: true, keyId: 'one' }])
    expect(await keepKey(db, nextId(), aKey('two'))).toBeNull()
  })
})

describe('a cloned phone that becomes a new device', () => {
  it('counts what waits from 1 again, in order and in each logbook, under the same ids', async () => {
    const db = aDatabase()
    await ownDevice(db, nextId<DeviceId>)
    const sent = aPatch(unwritten('note'), { text: 'Parti' })
    const left = [1, 2].map((each) => aPatch(unwritten('note'), { text: `Reste ${each}` }))
    for (const patch of [sent, ...left]) await act(db, patch, apprentice)
    const elsewhere = actor('apprentice', 'elsewhere')
    const there = { id: entryId(WEEK, logbooks.elsewhere), kind: 'entry' as const }
    await act(db, aPatch(there, { week: WEEK, told: 'Là' }), elsewhere)
    await settle(db, logbookId, { results: [aVerdict(sent.id, 1, 1)], serverTime: NOW })
    await takeBatch(db, logbookId)
    const id = nextId<DeviceId>()

    await becomeNewDevice(db, id)

    expect(await rowsOf(db, 'device')).toEqual([
      { key: 'device', id, registered: false, signingKey: null, keyId: null },
    ])
    const batch = await takeBatch(db, logbookId)
    expect(batch.operations).toMatchObject(
      left.map((operation, index) => ({ n: index + 1, operation })),
    )
    expect((await takeBatch(db, logbooks.elsewhere)).operations.map(({ n }) => n)).toEqual([1])
    await act(db, aPatch(unwritten('note'), { text: 'Suite' }), apprentice)
    expect((await takeBatch(db, logbookId)).operations.map(({ n }) => n)).toEqual([1, 2, 3])
  })

  it('does not offer for ever what was settled under its old name, and still shows it', async () => {
    const db = aDatabase()
    const week = anUnwrittenWeek()
    await act(db, aPatch(week, { week: WEEK, told: 'Salon' }), apprentice)
    await act(db, anAct('submit', week), apprentice)
    const rows = await rowsOf(db, 'outbox')
    const results = rows.map(({ operation, n }) => aVerdict(operation.id, n, n))
    await settle(db, logbookId, { results, serverTime: NOW })

    await becomeNewDevice(db, nextId())

    expect(await offerAgain(db, logbookId, 1)).toBe(0)
    expect(await findHere(db, week)).toMatchObject({ state: 'submitted', waiting: false })
    await act(db, anAct('withdraw', week), apprentice)
    expect(await findHere(db, week)).toMatchObject({ state: 'draft', waiting: true })
  })

  it('offers a restored server what it had sent under its old name, once, after what waits', async () => {
    const db = aDatabase()
    const week = aWeek('submitted')
    await hold(db, pulledAs(week))
    await act(db, { ...aSignature(week), jws: 'a.b.c' }, master)
    await act(db, aPatch(unwritten('note'), { text: 'Parti' }), master)
    const waiting = aPatch(unwritten('note'), { text: 'Attend' })
    await act(db, waiting, master)
    const sent = (await rowsOf(db, 'outbox')).slice(0, -1)
    const results = sent.map(({ operation, n }) => aVerdict(operation.id, n, n))
    await settle(db, logbookId, { results, serverTime: NOW })
    await becomeNewDevice(db, nextId())

    const lost = { reset: 'restored', role: 'master', chain: CHAIN_START } as const
    const restored = () => pull(db, aBookPart(0, [], lost))
    await restored()
    const offered = async () =>
      (await rowsOf(db, 'outbox')).map(({ n, operation }) => [n, operation.id])
    const expected = [waiting, ...sent.map(({ operation }) => operation)]
    expect(sent).toHaveLength(2)
    expect(await offered()).toEqual(expected.map(({ id }, index) => [index + 1, id]))
    // What was made with the key of the old device can no longer be checked as its own.
    expect(JSON.stringify(await rowsOf(db, 'outbox'))).not.toContain('a.b.c')

    await restored()
    expect(await offered()).toHaveLength(expected.length)
  })

  it('does not change what a request has carried: the server may have it under the old name', async () => {
    const db = aDatabase()
    const week = anUnwrittenWeek()
    const first = aPatch(week, { week: WEEK, told: 'Parti, sans réponse' })
    await act(db, first, apprentice)
    await takeBatch(db, logbookId)
    await becomeNewDevice(db, nextId())
    await act(db, aPatch((await findHere(db, week)) ?? week, { told: 'Et la suite' }), apprentice)

    const { operations } = await takeBatch(db, logbookId)
    expect(operations.map(({ operation }) => operation)).toMatchObject([
      first,
      { set: { told: 'Et la suite' } },
    ])
  })

  it('keeps a signature that was not sent: as one of the session, its key being gone', async () => {
    const db = aDatabase()
    const week = aWeek('submitted')
    await hold(db, pulledAs(week))
    await act(db, { ...aSignature(week), jws: 'a.b.c' }, master)
    await becomeNewDevice(db, nextId())

    const [{ operation } = { operation: null }] = (await takeBatch(db, logbookId)).operations
    expect(operation).toMatchObject({ type: 'sign', jws: null })
    expect(await findHere(db, week)).toMatchObject({
      state: 'signed',
      signatures: [{ level: 'session' }],
    })
  })
})
