import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import type { PersonId } from '#domain/identifiers.ts'
import { openLogbookDb, type LogbookDb } from '#store/database.ts'
import { findOwnDevice, keepKey, ownDevice } from '#store/device.ts'
import { followRead } from '#store/followRead.ts'
import { listDocuments } from '#store/documents.ts'
import { aWeek, nextId } from '#tests/support/builders.ts'
import { aDatabase, hold, pulledAs } from './aDatabase.ts'

const stops: (() => void)[] = []

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function follow<Value>(db: LogbookDb, read: (db: LogbookDb) => Promise<Value>) {
  const values: Value[] = []
  const errors: unknown[] = []
  const stop = followRead(db, read, {
    onValue: (value) => {
      values.push(value)
    },
    onError: (error) => {
      errors.push(error)
    },
  })
  stops.push(stop)
  return { values, errors, stop }
}

/** A database that is there: one that is made meanwhile has changed in all its tables. */
async function anOldDatabase(person = nextId<PersonId>()): Promise<LogbookDb> {
  const db = aDatabase(person)
  await findOwnDevice(db)
  return db
}

const countWeeks = async (db: LogbookDb) => (await listDocuments(db, 'entry')).length
const aWeekMore = (db: LogbookDb) => hold(db, pulledAs({ ...aWeek('submitted'), id: nextId() }))
/** Long enough for whatever is read again, if it is. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 30))

it('tells what is there, and what is there after each write', async () => {
  const db = await anOldDatabase()
  const { values } = follow(db, countWeeks)
  await vi.waitFor(() => {
    expect(values).toEqual([0])
  })
  await aWeekMore(db)
  await vi.waitFor(() => {
    expect(values).toEqual([0, 1])
  })
})

it('asks again before the write has ended, and is answered with what was written', async () => {
  const db = await anOldDatabase()
  const { values } = follow(db, countWeeks)
  await vi.waitFor(() => {
    expect(values).toEqual([0])
  })
  const events: string[] = []
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on what it belongs to
  const begin = IDBDatabase.prototype.transaction
  const spy = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    names,
    mode = 'readonly',
    options,
  ) {
    const transaction = begin.call(this, names, mode, options)
    events.push(mode)
    transaction.addEventListener('complete', () => events.push(`${mode} ended`))
    return transaction
  })
  await aWeekMore(db)
  await vi.waitFor(() => {
    expect(values).toEqual([0, 1])
  })
  spy.mockRestore()
  expect(events).toEqual(['readwrite', 'readonly', 'readwrite ended', 'readonly ended'])
})

it('hears of what another page of the same person writes', async () => {
  const person = nextId<PersonId>()
  const db = await anOldDatabase(person)
  const other = openLogbookDb(person)
  const { values } = follow(db, countWeeks)
  await aWeekMore(other)
  await vi.waitFor(() => {
    expect(values.at(-1)).toBe(1)
  })
  other.close()
})

it('does not read again where something else was written', async () => {
  const db = await anOldDatabase()
  const { values } = follow(db, countWeeks)
  await quiet()
  await aWeekMore(await anOldDatabase())
  await db.write(['device'], async ({ device }) => {
    await device.put({
      key: 'device',
      id: nextId(),
      registered: true,
      signingKey: null,
      keyId: null,
    })
  })
  await quiet()
  expect(values).toEqual([0])
})

it('follows what is read after something else was waited for', async () => {
  const db = await anOldDatabase()
  const { values } = follow(db, async (followed) => {
    const device = await findOwnDevice(followed)
    await quiet()
    return [device?.id ?? null, await countWeeks(followed)]
  })
  await vi.waitFor(() => {
    expect(values).toEqual([[null, 0]])
  })
  await aWeekMore(db)
  await vi.waitFor(() => {
    expect(values.at(-1)).toEqual([null, 1])
  })
})

it('what is written while it reads is read once more, and what it found is told all the same', async () => {
  const db = await anOldDatabase()
  let reads = 0
  const { values } = follow(db, async (followed) => {
    reads += 1
    const count = await countWeeks(followed)
    if (reads === 1) for (let each = 0; each < 3; each += 1) await aWeekMore(db)
    return count
  })
  await vi.waitFor(() => {
    expect(values).toEqual([0, 3])
  })
})

it('what it throws is told, and the next write is read all the same', async () => {
  const db = await anOldDatabase()
  let isBroken = true
  const { values, errors } = follow(db, async (followed) => {
    const count = await countWeeks(followed)
    if (isBroken) throw new Error('broken')
    return count
  })
  await vi.waitFor(() => {
    expect(errors).toEqual([new Error('broken')])
  })
  isBroken = false
  await aWeekMore(db)
  await vi.waitFor(() => {
    expect(values).toEqual([1])
  })
})

it('ends where it is told to, also in the middle', async () => {
  const db = await anOldDatabase()
  const { values, stop } = follow(db, countWeeks)
  stop()
  await aWeekMore(db)
  await quiet()
  expect(values).toEqual([])
})

it('says nothing of a database that was closed: whose it was has gone', async () => {
  const db = openLogbookDb(nextId())
  await ownDevice(db, nextId)
  db.close()
  const { values, errors } = follow(db, countWeeks)
  await quiet()
  expect([values, errors]).toEqual([[], []])
  await expect(keepKey(db, nextId(), { signingKey: null, keyId: null })).rejects.toMatchObject({
    name: 'DatabaseClosedError',
  })
})
