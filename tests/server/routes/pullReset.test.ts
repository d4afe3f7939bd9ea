import { beforeAll, describe, expect, it } from 'vitest'
import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Cursor, Reset } from '#protocol/sync.ts'
import { addMember } from '#server/storage/logbooks.ts'
import {
  aBook,
  aPatch,
  logbookId,
  nextId,
  NOW,
  personId,
  unwritten,
  writeWeek,
} from '#tests/support/builders.ts'
import { createWorld, cursorOf, openLogbook, pullBook, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}

describe('a device whose copy is not ours is sent everything', () => {
  it.each<[string, Reset, (cursor: Cursor) => Cursor | undefined]>([
    ['it holds nothing', 'new', () => undefined],
    ['what it holds did not add up', 'new', (cursor) => ({ ...cursor, grant: 0, seq: 0 })],
    ['its rights were others', 'grant', (cursor) => ({ ...cursor, grant: cursor.grant + 1 })],
    [
      'it knows more than we do: we were restored from a backup',
      'restored',
      (cursor) => ({ ...cursor, seq: cursor.seq + 1 }),
    ],
    ['it knows another history', 'restored', (cursor) => ({ ...cursor, chain: 'f'.repeat(64) })],
    ['its history ends elsewhere', 'restored', (cursor) => ({ ...cursor, seq: cursor.seq - 1 })],
    [
      'it claims to be at the start with a history',
      'restored',
      (cursor) => ({ ...cursor, seq: 0 }),
    ],
    [
      'its number is beyond all',
      'restored',
      (cursor) => ({ ...cursor, seq: Number.MAX_SAFE_INTEGER }),
    ],
  ])('%s', async (_, reset, change) => {
    const phone = await world.device('apprentice')
    const book = aBook()
    const entry = writeWeek(book, 'submitted', { week: newWeek() })
    await phone.push(book.done.map(({ operation }) => operation))
    const held = await pullBook(phone)
    const again = await pullBook(phone, change(cursorOf(held)))

    expect(again.reset).toBe(reset)
    expect(again.documents).toEqual(held.documents)
    expect(again.documents.map(({ id }) => id)).toContain(entry.id)
    expect(again.facts).not.toBeNull()
  })

  it('an empty logbook is known from its start', async () => {
    const id = nextId<LogbookId>()
    await openLogbook(world.deps, id)
    const phone = await world.device('apprentice')
    const first = await pullBook(phone, undefined, id)
    expect(first).toMatchObject({ seq: 0, chain: CHAIN_START, documents: [], sum: sumOf([]) })
    expect(await pullBook(phone, cursorOf(first), id)).toMatchObject({ reset: null, facts: null })
  })

  it('somebody new in the logbook: everybody fetches the facts anew', async () => {
    const phone = await world.device('apprentice')
    const before = await pullBook(phone)
    await addMember(world.pool, {
      logbookId,
      personId: personId('secondApprentice'),
      role: 'guardian',
      from: '2025-09-01',
      until: '2025-11-06',
    })
    const after = await pullBook(phone, cursorOf(before))
    expect(after.reset).toBe('grant')
    expect(after.facts?.members).toHaveLength((before.facts?.members.length ?? 0) + 1)
  })

  it('a role that changes with a date changes what is sent', async () => {
    const id = nextId<LogbookId>()
    await openLogbook(world.deps, id)
    const who = personId('secondApprentice')
    for (const [role, from, until] of [
      ['guardian', '2025-11-01', '2025-11-07'],
      ['trainer', '2025-11-08', null],
    ] as const) {
      await addMember(world.pool, { logbookId: id, personId: who, role, from, until })
    }
    const device = await world.device('secondApprentice')
    const before = await pullBook(device, undefined, id)
    world.setNow('2025-11-08T09:00:00.000Z')
    const after = await pullBook(device, cursorOf(before), id)
    world.setNow(NOW)

    expect([before.role, after.role]).toEqual(['guardian', 'trainer'])
    expect(after.reset).toBe('grant')
  })
})

describe('a logbook that was taken away', () => {
  it('is named with the last number we have, and nothing of it is sent', async () => {
    const desk = await world.device('guardian')
    const other = await world.device('secondMaster')
    await other.push([aPatch(unwritten('note'), { text: 'Un mot' })])
    const held = await pullBook(other)
    world.setNow('2027-09-01T10:00:00.000Z')
    const late = await world.device('secondMaster')
    const answer = await late.pull({ [logbookId]: cursorOf(held) })
    world.setNow(NOW)

    expect(answer).toMatchObject({ books: {}, revoked: [{ id: logbookId, lastN: 0 }] })
    expect((await desk.pull()).revoked).toEqual([])
  })

  it('counts the numbers of the device that asks', async () => {
    world.setNow('2027-08-31T12:00:00.000Z')
    const desk = await world.device('secondMaster')
    await desk.push([aPatch(unwritten('note'), { text: 'Un mot' })])
    world.setNow('2027-09-01T10:00:00.000Z')
    const answer = await desk.pull({
      [logbookId]: { seq: 1, chain: CHAIN_START, grant: 1, settled: 0 },
    })
    world.setNow(NOW)
    expect(answer.revoked).toEqual([{ id: logbookId, lastN: 1 }])
  })

  it('looks the same as one that never was', async () => {
    const stranger = await world.device('trainer', 'elsewhere')
    const nowhere = nextId<LogbookId>()
    const cursor = { seq: 5, chain: CHAIN_START, grant: 1, settled: 0 }
    const { revoked } = await stranger.pull({ [logbookId]: cursor, [nowhere]: cursor })
    expect(revoked).toEqual([
      { id: logbookId, lastN: 0 },
      { id: nowhere, lastN: 0 },
    ])
  })
})
