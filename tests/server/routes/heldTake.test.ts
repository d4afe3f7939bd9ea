import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHAIN_START } from '#domain/chain.ts'
import type { HeldItem } from '#protocol/held.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  aReturn,
  aSignature,
  nextId,
  personId,
  unwritten,
} from '#tests/support/builders.ts'
import { createHeldWorld, listed, settle, weekOf } from './heldWorld.ts'
import { pulled, verdictsOf } from './world.ts'

let held: Awaited<ReturnType<typeof createHeldWorld>>
beforeAll(async () => {
  held = await createHeldWorld()
})
beforeEach(() => held.begin())

describe('take', () => {
  it('does it as its author, tells the author’s device once, and shows it to the others', async () => {
    const logbookId = await held.aLogbook()
    const { note, publish, seq } = await held.aHeldNote(logbookId, 'poison passé')
    const before = (await held.phone.pull()).books[logbookId]
    await held.breaks(false)
    held.world.setNow('2025-11-08T09:00:00.000Z')

    expect(await settle(held.desk, logbookId, publish)).toEqual({
      status: 200,
      body: { verdict: 'applied', code: null },
    })
    const cursor = {
      ...{ seq: before?.seq ?? 0, chain: before?.chain ?? '', grant: before?.grant ?? 0 },
      settled: 2,
    }
    const { books } = await held.phone.pull({ [logbookId]: cursor }, false)
    const told = books[logbookId]
    const result = { id: publish.id, n: 2, seq: seq + 1, verdict: 'applied', code: null }
    expect(told?.verdicts).toEqual([result])
    expect(told?.documents).toMatchObject([
      { id: note.id, revision: seq + 1, versions: [{ at: '2025-11-08T09:00:00.000Z' }] },
    ])
    const later = { ...cursor, seq: told?.seq ?? 0, chain: told?.chain ?? '' }
    expect((await held.phone.pull({ [logbookId]: later })).books[logbookId]?.verdicts).toEqual([])
    // Sent once more, because the answer was lost: the same verdict as everywhere.
    expect((await held.phone.push([publish], { logbookId, n: 2 })).body.results).toEqual([result])
    const other = await pulled(await held.world.device('master'), note, logbookId)
    expect(other).toMatchObject({ state: 'published', author: personId('apprentice') })
    // Another device of the author hears of the document, and of no verdict that is not its own.
    const tablet = (await (await held.world.device('apprentice')).pull()).books[logbookId]
    expect(tablet?.verdicts).toEqual([])

    const kept = await held.world.pool.query(
      'select settler, decision, reason, at from settlement where logbook_id = $1',
      [logbookId],
    )
    expect(kept.rows).toEqual([
      {
        ...{ settler: personId('coordinator'), decision: 'take', reason: null },
        at: new Date('2025-11-08T09:00:00.000Z'),
      },
    ])
    expect(await held.historyOf(logbookId)).toEqual([
      'operation applied',
      'operation held',
      'take applied',
    ])
    expect(await held.findings(logbookId)).toEqual([])
  })

  it('a signature that came after the master’s last day counts, sealed as it was', async () => {
    const logbookId = await held.aLogbook()
    const tablet = await held.world.device('master')
    const week = held.newWeek()
    const entry = weekOf(logbookId, week)
    const own = aPatch(entry, { week, told: 'Prospection' })
    await held.phone.push([own, anAct('submit', entry)], { logbookId })
    const hash = (await pulled(held.phone, entry, logbookId))?.versions[0]?.hash ?? ''
    await held.endOf('master', logbookId, '2025-11-06')
    const statement = {
      ...{ logbook: logbookId, document: entry.id, version: 1, hash },
      ...{ signer: personId('master'), role: 'master' as const },
    }
    const sign = { ...aSignature(entry, hash), jws: tablet.seal(statement) }
    const forged = { ...aSignature(entry, hash), jws: `${tablet.seal(statement).slice(0, -2)}AA` }
    expect(verdictsOf(await tablet.push([forged, sign], { logbookId }))).toEqual([
      'held late',
      'held late',
    ])

    const items = await listed(held.desk, logbookId)
    expect(items.map(({ role, act, when }) => [role, act, when])).toEqual([
      ['master', 'sign', week],
      ['master', 'sign', week],
    ])
    expect((await settle(held.desk, logbookId, forged)).body).toEqual({
      verdict: 'rejected',
      code: 'bad-signature',
    })
    expect((await settle(held.desk, logbookId, sign)).body).toEqual({
      verdict: 'applied',
      code: null,
    })
    expect(await pulled(held.phone, entry, logbookId)).toMatchObject({
      state: 'signed',
      signatures: [{ signer: personId('master'), level: 'device-key', by: sign.id }],
    })
    expect(await held.findings(logbookId)).toEqual([])
    expect(await held.historyOf(logbookId)).toHaveLength(6)

    // The master’s device does not hold the logbook any more; it asks what became of its work there.
    const cursor = { seq: 0, chain: CHAIN_START, grant: 0, settled: 2 }
    const { revoked } = await tablet.pull({ [logbookId]: cursor })
    expect(revoked).toEqual([
      {
        ...{ id: logbookId, lastN: 2 },
        verdicts: [
          { id: forged.id, n: 1, seq: 5, verdict: 'rejected', code: 'bad-signature' },
          { id: sign.id, n: 2, seq: 6, verdict: 'applied', code: null },
        ],
      },
    ])
  })

  it('gives nobody a right that they had not when it was written', async () => {
    const logbookId = await held.aLogbook()
    const { note } = await held.aHeldNote(logbookId)
    const tablet = await held.world.device('master')
    await held.endOf('master', logbookId, '2025-11-06')
    const entry = anUnwrittenWeek(held.newWeek())
    await tablet.push([aReturn(note), aReturn(entry)], { logbookId })
    const [, first, second] = await listed(held.desk, logbookId)
    const outcome = async (item: HeldItem | undefined) =>
      (await settle(held.desk, logbookId, { id: item?.operationId ?? nextId() })).body

    expect(await outcome(first)).toEqual({ verdict: 'rejected', code: 'not-allowed' })
    expect(await outcome(second)).toEqual({ verdict: 'rejected', code: 'no-document' })
  })

  it('what still cannot be read or carried out goes on waiting, and is said to', async () => {
    const logbookId = await held.aLogbook()
    const { publish } = await held.aHeldNote(logbookId)
    const newer = { ...aPatch(unwritten('note'), { text: 'Plus tard' }), v: 2 }
    await held.phone.push([newer], { logbookId })
    const history = await held.historyOf(logbookId)

    expect(await settle(held.desk, logbookId, newer)).toMatchObject({
      status: 409,
      body: { code: 'still-held', why: 'unreadable' },
    })
    expect(await settle(held.desk, logbookId, publish)).toMatchObject({
      status: 409,
      body: { code: 'still-held', why: 'failed' },
    })
    expect(await listed(held.desk, logbookId)).toHaveLength(2)
    expect(await held.historyOf(logbookId)).toEqual(history)
  })
})

it('a signature without its photos waits for them, and for nobody’s decision', async () => {
  const logbookId = await held.aLogbook()
  const [tablet, second] = [
    await held.world.device('master'),
    await held.world.device('secondMaster'),
  ]
  const week = held.newWeek()
  const entry = weekOf(logbookId, week)
  const photo = { sha256: 'a'.repeat(64), size: 10, mime: 'image/jpeg' }
  const set = { week, told: 'Vitrine', [`photos/${nextId()}`]: photo }
  await held.phone.push([aPatch(entry, set), anAct('submit', entry)], { logbookId })
  const hash = (await pulled(held.phone, entry, logbookId))?.versions[0]?.hash ?? ''
  const early = aSignature(entry, hash)
  expect(verdictsOf(await tablet.push([early], { logbookId }))).toEqual(['held files-missing'])
  expect(await listed(held.desk, logbookId)).toEqual([])
  expect((await settle(held.desk, logbookId, early)).status).toBe(404)

  // Of who has left since, a person decides; nobody signs what nobody can look at even so.
  await held.endOf('secondMaster', logbookId, '2025-11-06')
  const late = aSignature(entry, hash)
  expect(verdictsOf(await second.push([late], { logbookId }))).toEqual(['held late'])
  expect(await listed(held.desk, logbookId)).toHaveLength(1)
  expect(await settle(held.desk, logbookId, late)).toMatchObject({
    status: 409,
    body: { code: 'still-held', why: 'files-missing' },
  })
})

it('settled by two people while the author sends and reads, it happens once and nothing is missed', async () => {
  const logbookId = await held.aLogbook()
  const notes = [await held.aHeldNote(logbookId), await held.aHeldNote(logbookId)]
  await held.breaks(false)
  const second = await held.world.device('secondCoordinator')
  const fresh = Array.from({ length: 6 }, () => unwritten('note'))
  const send = fresh.map((note) => aPatch(note, { text: 'Pendant ce temps' }))
  const sendAll = async () => {
    for (const patch of send) await held.phone.push([patch], { logbookId })
  }
  const [pulls, outcomes] = await Promise.all([
    Promise.all(Array.from({ length: 4 }, () => held.phone.pull())),
    Promise.all(
      notes.flatMap(({ publish }) => [
        settle(held.desk, logbookId, publish),
        settle(second, logbookId, publish, 'refuse', 'Doublon'),
      ]),
    ),
    sendAll(),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
  expect(await held.historyOf(logbookId)).toHaveLength(4 + 6 + 2)
  expect(await held.findings(logbookId)).toEqual([])

  // Wherever a pull had led, the next one brings what it had not brought.
  for (const { books } of pulls) {
    const { seq = 0, chain = '', grant = 0, lastN, verdicts = [] } = books[logbookId] ?? {}
    const cursor = { seq, chain, grant, settled: lastN ?? 0 }
    const next = (await held.phone.pull({ [logbookId]: cursor })).books[logbookId]
    const known = new Map([...verdicts, ...(next?.verdicts ?? [])].map((each) => [each.id, each]))
    for (const { publish } of notes) expect(known.get(publish.id)?.verdict).not.toBe('held')
  }
})
