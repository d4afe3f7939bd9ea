import { listRefused } from '#store/countWaiting.ts'
import { describe, expect, it } from 'vitest'
import { CHAIN_START } from '#domain/chain.ts'
import { act } from '#store/act.ts'
import { applyPull, readCursors } from '#store/applyPull.ts'
import { listDocuments } from '#store/documents.ts'
import { takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import {
  after,
  anAct,
  aPatch,
  apprentice,
  aWeek,
  logbookId,
  logbooks,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import {
  aDatabase,
  breakTable,
  findHere,
  pulledAs,
  pulledOf,
  rowsOf,
  sentRows,
} from './aDatabase.ts'
import { aBookPart, aStart, aVerdict, chainAt, placeOf, pull, serverKey, take } from './aPull.ts'
import { reset, revoke, told, waitingOf, week, writeWeek } from './aWrittenWeek.ts'

describe('a pull', () => {
  it('brings documents, facts and cursor, and the next one begins after it', async () => {
    const db = aDatabase()
    const entry = pulledAs(aWeek('submitted'), 4)

    expect(await pull(db, aBookPart(4, [entry], { reset }))).toMatchObject({ mismatched: [] })
    expect(await listDocuments(db, 'entry')).toEqual([{ ...entry, waiting: false }])
    expect((await readCursors(db)).books).toEqual({
      [logbookId]: { seq: 4, chain: chainAt(4), grant: 6, settled: 0 },
    })
    expect(await rowsOf(db, 'server')).toEqual([
      { key: 'server', publicKey: serverKey, sentAt: null },
    ])
  })

  it('that comes late does not put an older text over a newer one', async () => {
    const db = aDatabase()
    const old = pulledAs(aWeek('draft', { told: 'Ancien' }), 1)
    const recent = pulledAs(after(old, aPatch(old, { told: 'Nouveau' }), apprentice), 2)
    await pull(db, aBookPart(2, [recent], { reset }))

    await take(db, aBookPart(1, [old], { reset }))

    expect(await told(db)).toBe('Nouveau')
    expect((await placeOf(db)).seq).toBe(2)
  })

  it('that answers an earlier history of the same length is late too', async () => {
    const db = aDatabase()
    await pull(db, aBookPart(5, [], { reset }))
    const from = { seq: 5, chain: 'd'.repeat(64) }
    await take(db, aBookPart(6, [pulledAs(aWeek('draft'), 6)], { from }))

    expect(await pulledOf(db)).toEqual([])
    expect((await placeOf(db)).seq).toBe(5)
  })

  it('that begins anew throws away what the server no longer shows, and no word that waits', async () => {
    const db = aDatabase()
    const gone = pulledAs(aWeek('draft', { week: '2025-W44' }), 1)
    await pull(db, aBookPart(1, [gone], { reset }))
    const { patch } = await writeWeek(db)
    await pull(db, aBookPart(3, [], { reset: 'grant' }))

    expect((await listDocuments(db, 'entry')).map(({ id }) => id)).toEqual([week.id])
    expect(await waitingOf(db)).toEqual([patch])
  })

  it('that does not add up is asked for again, for that logbook alone; all stays readable', async () => {
    const db = aDatabase()
    const entry = pulledAs(aWeek('submitted'), 1)
    await pull(db, aBookPart(1, [entry], { reset }))
    const { elsewhere } = logbooks
    const other = { ...pulledAs(aWeek('draft', { week: '2025-W50' }), 2), logbookId: elsewhere }
    await pull(db, aBookPart(2, [other], { reset, id: elsewhere }))
    const { patch } = await writeWeek(db, 'En attente')

    const held = [entry, pulledAs(aWeek('draft'), 3)]
    expect(await pull(db, aBookPart(3, [], { held }))).toMatchObject({ mismatched: [logbookId] })

    expect((await readCursors(db)).books).toMatchObject({
      [logbookId]: { seq: 0, chain: CHAIN_START, grant: 0 },
      [elsewhere]: { seq: 2, chain: chainAt(2) },
    })
    expect(await waitingOf(db)).toEqual([patch])
    expect(await pulledOf(db)).toHaveLength(2)

    const anew = await pull(db, aBookPart(3, [pulledAs(aWeek('draft'), 3)], { reset }))
    expect(anew).toMatchObject({ mismatched: [] })
    expect((await pulledOf(db)).filter((each) => each.logbookId === logbookId)).toHaveLength(1)
  })

  it('in parts is checked only when the last one has come', async () => {
    const db = aDatabase()
    const first = pulledAs(aWeek('draft', { week: '2025-W44' }), 1)
    const second = pulledAs(aWeek('draft'), 2)
    const rest = aBookPart(2, [second], {
      from: { seq: 1, chain: chainAt(1) },
      held: [first, second],
      facts: null,
    })

    expect(await take(db, aBookPart(1, [first], { reset, sum: null }), rest)).toMatchObject({
      mismatched: [],
    })
    expect(await pulledOf(db)).toHaveLength(2)
  })

  it('that stops half-way leaves all as it was', async () => {
    const db = aDatabase()
    const entry = pulledAs(aWeek('draft'), 1)
    await pull(db, aBookPart(1, [entry], { reset }))
    const before = [await pulledOf(db), await rowsOf(db, 'progress')]
    breakTable(db, 'progress')
    const later = pulledAs(after(entry, aPatch(entry, { told: 'Nouveau' }), apprentice), 2)

    await expect(pull(db, aBookPart(2, [later]))).rejects.toThrow(/room/u)
    expect([await pulledOf(db), await rowsOf(db, 'progress')]).toEqual(before)
  })

  it('with a kind of a newer app keeps it, counts it, and does not show it', async () => {
    const db = aDatabase()
    const riddle = { ...pulledAs(aWeek('draft'), 1), kind: 'riddle', extra: { deep: [1] } } as never
    expect(await pull(db, aBookPart(1, [riddle], { reset }))).toMatchObject({ mismatched: [] })

    expect(await findHere(db, week)).toBeNull()
    expect(await pulledOf(db)).toEqual([riddle])
  })

  it('over what waits shows the wording that waits, and what the pull brought beside it', async () => {
    const db = aDatabase()
    await writeWeek(db)
    const tablet = aPatch(week, { week: WEEK, feeling: 'good' })
    await pull(db, aBookPart(1, [pulledAs(after(null, tablet, apprentice), 1)], { reset }))

    const { fields, waiting } = (await findHere(db, week)) ?? {}
    expect([fields?.['told']?.value, fields?.['feeling']?.value]).toEqual(['Salon', 'good'])
    expect(waiting).toBe(true)
  })
})

describe('verdicts in a pull', () => {
  it('settle what a lost answer had left open, and it is shown once', async () => {
    const db = aDatabase()
    const { patch, onServer } = await writeWeek(db)
    await takeBatch(db, logbookId)
    const verdicts = [aVerdict(patch.id, 1, 5)]
    await pull(db, aBookPart(5, [pulledAs(onServer, 5)], { reset, verdicts, lastN: 1 }))

    expect(await rowsOf(db, 'outbox')).toEqual([])
    expect(await rowsOf(db, 'shown')).toEqual([])
    expect(await sentRows(db)).toMatchObject([{ n: 1, result: { verdict: 'applied' } }])
    expect(await findHere(db, week)).toEqual({ ...pulledAs(onServer, 5), waiting: false })
    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: { settled: 1 } })
  })

  it('do not put aside what this part has not reached yet: it would vanish from the screen', async () => {
    const db = aDatabase()
    const { patch } = await writeWeek(db)
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 9)], serverTime: NOW })
    await pull(db, aBookPart(4, [], { reset, lastN: 1, sum: null }))

    expect(await told(db)).toBe('Salon')
    expect(await rowsOf(db, 'progress')).toMatchObject([{ settled: 1, archived: 0 }])
  })

  it('are asked for from the first operation that is still open', async () => {
    const db = aDatabase()
    await pull(db, aBookPart(1, [], { reset }))
    const { patch } = await writeWeek(db)
    for (let each = 0; each < 2; each += 1) {
      await act(db, aPatch(unwritten('note'), { text: 'Bonjour' }), apprentice)
    }
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 5)], serverTime: NOW })

    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: { settled: 1 } })
  })
})

describe('a server that lost what it had confirmed', () => {
  it('gets it offered again, and the person never stops seeing it', async () => {
    const db = aDatabase()
    const { patch, onServer } = await writeWeek(db)
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 5)], serverTime: NOW })
    await pull(db, aBookPart(5, [pulledAs(onServer, 5)], { reset, lastN: 1 }))
    await pull(db, aBookPart(2, [], { reset: 'restored', lastN: 0 }))

    expect(await rowsOf(db, 'outbox')).toMatchObject([{ n: 1, operation: patch }])
    expect(await findHere(db, week)).toMatchObject({
      fields: { told: { value: 'Salon' } },
      waiting: true,
    })
  })

  it('and gets a document back from another device shows what waits on it', async () => {
    const db = aDatabase()
    const draft = aWeek('draft')
    await pull(db, aBookPart(1, [pulledAs(draft)], { reset }))
    await act(db, anAct('submit', draft), apprentice)
    await pull(db, aBookPart(0, [], { reset: 'restored', chain: CHAIN_START }))
    expect(await findHere(db, draft)).toBeNull()

    await pull(db, aBookPart(1, [pulledAs(draft)]))
    expect(await findHere(db, draft)).toMatchObject({ state: 'submitted', waiting: true })
  })

  it('is not one whose answer was on its way while something was confirmed', async () => {
    const db = aDatabase()
    await pull(db, aBookPart(1, [], { reset }))
    const asked = await readCursors(db)
    const { patch } = await writeWeek(db)
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 5)], serverTime: NOW })
    const late = aBookPart(2, [], { from: await placeOf(db), lastN: 0 })
    await applyPull(db, asked, aStart, [late])

    expect(await rowsOf(db, 'outbox')).toEqual([])
    expect(await sentRows(db)).toMatchObject([{ n: 1, result: { verdict: 'applied' } }])
    expect(await told(db)).toBe('Salon')
  })

  it('is asked once for what it thinks of everything else, and believed', async () => {
    const db = aDatabase()
    const notes = [1, 2].map((each) => aPatch(unwritten('note'), { text: `Note ${each}` }))
    for (const note of notes) await act(db, note, apprentice)
    const results = notes.map(({ id }, index) => aVerdict(id, index + 1, index + 1))
    await settle(db, logbookId, { results, serverTime: NOW })
    await pull(db, aBookPart(2, [], { reset, lastN: 2 }))
    await pull(db, aBookPart(2, [], { reset: 'restored', lastN: 2, chain: 'e'.repeat(64) }))

    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: { settled: 0 } })
    const [first, second] = results
    const verdicts = [first, { ...second, verdict: 'rejected', code: 'wrong-state' }] as never
    await pull(db, aBookPart(2, [], { verdicts, lastN: 2, chain: 'e'.repeat(64), facts: null }))

    expect((await listRefused(db)).map(({ operation }) => operation)).toEqual([notes[1]])
    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: { settled: 2 } })
  })

  it('that takes the logbook away before it was asked is still told what it should have', async () => {
    const db = aDatabase()
    const { patch } = await writeWeek(db)
    await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 1)], serverTime: NOW })
    await pull(db, aBookPart(1, [], { reset: 'restored', lastN: 1 }))
    await revoke(db, 1)

    const heard = { settled: 1, revoked: 'heard' }
    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: heard })

    // Given back, it is asked after all.
    await pull(db, aBookPart(2, [], { reset: 'grant', lastN: 1 }))
    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: { settled: 0 } })
    await pull(db, aBookPart(2, [], { lastN: 1, facts: null }))
    expect((await readCursors(db)).books).toMatchObject({ [logbookId]: { settled: 1 } })
  })
})
