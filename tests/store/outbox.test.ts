import { countWaiting, listRefused } from '#store/countWaiting.ts'
import { describe, expect, it } from 'vitest'
import type { LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import { readCursors } from '#store/applyPull.ts'
import { readOutgoing, takeBatch } from '#store/batch.ts'
import { offerAgain, settle } from '#store/outbox.ts'
import { countWritten, listUnsent, notice } from '#store/waiting.ts'
import {
  actor,
  after,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  entryId,
  logbookId,
  logbooks,
  master,
  nextId,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import { PUSH_BYTES_MAX, PUSH_MAX } from '#protocol/conversation.ts'
import { aBookPart, aVerdict, pull } from './aPull.ts'
import { aDatabase, aPhoto, findHere, holdPhoto, pulledAs, rowsOf, sentRows } from './aDatabase.ts'

async function writeNotes(db: LogbookDb, count: number, text = 'Bonjour') {
  const patches = Array.from({ length: count }, () => aPatch(unwritten('note'), { text }))
  for (const patch of patches) await act(db, patch, master)
  return patches
}

/** The verdict on the operation of this number, as its place in the server’s order. */
const result = (id: string | undefined, verdict: 'applied' | 'rejected' | 'held', n: number) =>
  aVerdict(id ?? '', n, n, verdict)

describe('a push', () => {
  it('takes operations in the order they were written, and says how many wait', async () => {
    const db = aDatabase()
    const patches = await writeNotes(db, 3)

    expect(await takeBatch(db, logbookId)).toMatchObject({
      pending: 3,
      operations: patches.map((operation, index) => ({ n: index + 1, operation })),
    })
    expect(await countWritten(db)).toBe(3)
  })

  it('carries again what a lost request carried: the same operations under the same numbers', async () => {
    const db = aDatabase()
    await writeNotes(db, 2)
    const first = await takeBatch(db, logbookId)
    await writeNotes(db, 1)
    const second = await takeBatch(db, logbookId)

    expect(second.operations.slice(0, 2)).toEqual(first.operations)
    expect(second.operations.map(({ n }) => n)).toEqual([1, 2, 3])
  })

  it('never holds more operations than the server takes', { timeout: 20_000 }, async () => {
    const db = aDatabase()
    await writeNotes(db, PUSH_MAX + 1)

    expect((await takeBatch(db, logbookId)).operations).toHaveLength(PUSH_MAX)
    expect((await takeBatch(db, logbookId, 2)).operations).toHaveLength(2)
  })

  it('in a script of three bytes a letter is not too heavy for the server, for ever', async () => {
    const db = aDatabase()
    await writeNotes(db, 40, '’漢字'.repeat(2_000))
    const batch = await takeBatch(db, logbookId)
    const bytes = new TextEncoder().encode(JSON.stringify(batch)).length

    expect(batch.operations.length).toBeGreaterThan(15)
    expect(bytes).toBeLessThan(PUSH_BYTES_MAX)
  })

  it('of one long text goes alone rather than never', async () => {
    const db = aDatabase()
    await writeNotes(db, 2, '漢'.repeat(200_000))
    const batch = await takeBatch(db, logbookId)

    expect(batch.operations.map(({ n }) => n)).toEqual([1])
    expect(batch.pending).toBe(2)
  })

  it('takes nothing of another logbook', async () => {
    const db = aDatabase()
    await writeNotes(db, 1)
    const elsewhere = actor('apprentice', 'elsewhere')
    const id = entryId(WEEK, logbooks.elsewhere)
    await act(db, aPatch({ id, kind: 'entry' }, { week: WEEK, told: 'Là' }), elsewhere)

    expect((await takeBatch(db, logbookId)).operations).toHaveLength(1)
    expect([...(await readOutgoing(db)).toPush].sort()).toEqual([logbooks.here, logbooks.elsewhere])
  })
})

describe('a verdict', () => {
  it('takes its own operation off the waiting list, and no other', async () => {
    const db = aDatabase()
    const [first, second] = await writeNotes(db, 2)
    await takeBatch(db, logbookId)
    await settle(db, logbookId, { results: [result(first?.id, 'applied', 1)], serverTime: NOW })

    expect((await listUnsent(db)).map(({ documentId }) => documentId)).toEqual([second?.documentId])
    expect(await countWaiting(db)).toEqual({
      documents: 1,
      files: 0,
      since: NOW,
      sentAt: NOW,
    })
  })

  it('on what a pull has brought already, out of a file, asks for another: nothing is shown beside', async () => {
    const db = aDatabase()
    await pull(db, aBookPart(1, [], { reset: 'new' }))
    const patch = aPatch(anUnwrittenWeek(), { week: WEEK, told: 'Salon' })
    await act(db, patch, apprentice)
    await takeBatch(db, logbookId)
    const entry = pulledAs(after(null, patch, apprentice), 2)
    await pull(db, aBookPart(2, [entry]))
    const asked = async () => (await readCursors(db)).books[logbookId]?.settled

    const verdicts = [aVerdict(patch.id, 1, 2)]
    await settle(db, logbookId, { results: verdicts, serverTime: NOW })
    expect(await asked()).toBe(0)

    await pull(db, aBookPart(2, [], { held: [entry], verdicts, lastN: 1 }))
    expect(await rowsOf(db, 'shown')).toEqual([])
    expect(await findHere(db, anUnwrittenWeek())).toMatchObject({ waiting: false })
    expect(await asked()).toBe(1)
  })

  it('that comes twice, or late, changes nothing any more', async () => {
    const db = aDatabase()
    const [patch] = await writeNotes(db, 1)
    await settle(db, logbookId, { results: [result(patch?.id, 'applied', 1)], serverTime: NOW })
    await settle(db, logbookId, {
      results: [result(patch?.id, 'rejected', 1), aVerdict(nextId(), 2, 9)],
      serverTime: NOW,
    })

    expect(await sentRows(db)).toMatchObject([{ n: 1, result: { verdict: 'applied' } }])
  })

  it('on another operation of the same number is none: this device was cloned', async () => {
    const db = aDatabase()
    await writeNotes(db, 1)
    await settle(db, logbookId, { results: [aVerdict(nextId(), 1, 1)], serverTime: NOW })

    expect(await rowsOf(db, 'outbox')).toHaveLength(1)
    expect(await countWaiting(db)).toMatchObject({ documents: 1 })
  })

  it('of refusal keeps the words where the person can find them', async () => {
    const db = aDatabase()
    const [one, two, three] = await writeNotes(db, 3)
    const results = [
      result(one?.id, 'rejected', 1),
      result(two?.id, 'held', 2),
      result(three?.id, 'applied', 3),
    ]
    await settle(db, logbookId, { results, serverTime: NOW })

    expect((await listRefused(db)).map(({ operation }) => operation)).toEqual([one, two])

    // Noticed, they no longer ask for anything; and stay where they are.
    await notice(db, [{ logbookId, n: 1 }])
    expect((await listRefused(db)).map(({ operation }) => operation)).toEqual([two])
    expect(await sentRows(db)).toHaveLength(3)
  })
})

describe('a server that was restored', () => {
  it('is offered again what it lost, with the photos, and nothing that it still has', async () => {
    const db = aDatabase()
    const { sha256, size, mime } = aPhoto()
    const week = anUnwrittenWeek()
    const patches = [
      aPatch(unwritten('note'), { text: 'Gardé' }),
      aPatch(week, { week: WEEK, 'photos/1': { sha256, size, mime } }),
    ]
    for (const patch of patches) await act(db, patch, apprentice)
    await holdPhoto(db, aPhoto(), 'stored')
    const results = patches.map(({ id }, index) => result(id, 'applied', index + 1))
    await settle(db, logbookId, { results, serverTime: NOW })

    expect(await offerAgain(db, logbookId, 2)).toBe(1)
    expect(await sentRows(db)).toMatchObject([{ n: 1, result: { verdict: 'applied' } }])
    expect(await rowsOf(db, 'outbox')).toMatchObject([{ n: 2, operation: patches[1] }])
    expect(await rowsOf(db, 'files')).toMatchObject([{ state: 'waiting' }])
    expect((await findHere(db, week))?.waiting).toBe(true)
  })
})
