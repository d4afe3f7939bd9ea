import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { DeviceId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import { readOutgoing } from '#store/batch.ts'
import type { LogbookDb } from '#store/database.ts'
import { settle } from '#store/outbox.ts'
import {
  anAct,
  aPatch,
  aSignature,
  aWeek,
  apprentice,
  logbookId,
  master,
  nextId,
  NOW,
  unwritten,
} from '#tests/support/builders.ts'
import { aDatabase, hold, holdBook, pulledAs, putRow } from './aDatabase.ts'
import { revoke } from './aWrittenWeek.ts'

const deviceId = nextId<DeviceId>()

/** A master’s device that the server knows, with a week that waits for his signature. */
async function aDevice(registered = true) {
  const db = aDatabase()
  await putRow(db, 'device', {
    key: 'device',
    id: deviceId,
    registered,
    signingKey: null,
    keyId: null,
  })
  const week = pulledAs(aWeek('submitted'))
  await holdBook(db, { role: 'master' })
  await hold(db, week)
  return { db, week }
}

const readyOf = async (
  db: LogbookDb,
  ...done: [Parameters<typeof act>[1], Parameters<typeof act>[2]]
) => (await act(db, ...done)).ready

describe('a decision that waits alone', () => {
  it('is ready to be sent, just as who looks at what waits would find it', async () => {
    const { db, week } = await aDevice()
    const signature = aSignature(week)
    const ready = await readyOf(db, signature, master)
    const { next } = await readOutgoing(db)

    expect(ready?.operations).toMatchObject([{ n: 1, operation: signature }])
    expect(ready).toEqual({ logbookId, deviceId, pending: next?.pending, operations: next?.rows })
  })

  it('is ready once more after those before it have their verdict', async () => {
    const { db, week } = await aDevice()
    const signature = aSignature(week)
    await act(db, signature, master)
    const result = { id: signature.id, n: 1, seq: 2, verdict: 'applied', code: null } as const
    await settle(db, logbookId, { results: [result], serverTime: NOW })
    const other = aSignature(await heldWeek(db))
    expect(await readyOf(db, other, master)).toMatchObject({ operations: [{ n: 2 }] })
  })
})

describe('what is not ready', () => {
  it('has something before it: the server would refuse its number', async () => {
    const { db, week } = await aDevice()
    await act(db, aPatch(unwritten('note'), { text: 'Bonjour' }), master)
    expect(await readyOf(db, aSignature(week), master)).toBeUndefined()
  })

  it('is a text: somebody may go on typing', async () => {
    const { db } = await aDevice()
    expect(
      await readyOf(db, aPatch(unwritten('note'), { text: 'Bonjour' }), master),
    ).toBeUndefined()
  })

  it('comes from a device that the server does not know yet', async () => {
    const { db, week } = await aDevice(false)
    expect(await readyOf(db, aSignature(week), master)).toBeUndefined()
  })

  it('was refused here', async () => {
    const { db, week } = await aDevice()
    expect(await readyOf(db, anAct('submit', week), apprentice)).toBeUndefined()
  })

  it('is in a logbook that was taken away', async () => {
    const { db, week } = await aDevice()
    await revoke(db, 0)
    await hold(db, week)
    expect(await readyOf(db, aSignature(week), master)).toBeUndefined()
  })
})

/** Another week than the one that is held already. */
async function heldWeek(db: LogbookDb) {
  const week = pulledAs({ ...aWeek('submitted'), id: nextId() })
  await hold(db, week)
  return week
}
