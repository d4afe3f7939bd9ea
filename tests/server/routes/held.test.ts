import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { heldCountsSchema } from '#protocol/held.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  logbooks,
  nextId,
  NOW,
  personId,
  type PersonName,
} from '#tests/support/builders.ts'
import { createHeldWorld, listed, pathOf, settle, weekOf } from './heldWorld.ts'
import { pulled } from './world.ts'

let held: Awaited<ReturnType<typeof createHeldWorld>>
beforeAll(async () => {
  held = await createHeldWorld()
})
beforeEach(() => held.begin())

describe('who may decide', () => {
  const others: readonly PersonName[] = [
    ...(['apprentice', 'master', 'trainer', 'guardian', 'auditor'] as const),
    'secondApprentice',
  ]

  it.each(others)(
    'the %s learns nothing of what was put aside, and settles nothing',
    async (who) => {
      const logbookId = await held.aLogbook()
      const { publish } = await held.aHeldNote(logbookId)
      const stranger = await held.world.device(who)
      const nowhere = await stranger.fetch(pathOf(nextId()))
      const list = await stranger.fetch(pathOf(logbookId))

      expect(list.status).toBe(404)
      expect(await list.text()).toBe(await nowhere.text())
      const refused = await settle(stranger, logbookId, publish)
      expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(refused).toEqual(await settle(stranger, nextId(), publish))
      expect(await (await stranger.fetch('/api/v1/logbooks/held')).json()).toEqual({ logbooks: [] })
      expect(await listed(held.desk, logbookId)).toHaveLength(1)
    },
  )

  it('the coordinator of another centre finds nothing, nor does one whose time is over', async () => {
    const logbookId = await held.aLogbook()
    const { publish } = await held.aHeldNote(logbookId)
    const elsewhere = await held.world.device('coordinator', 'elsewhere')
    expect((await elsewhere.fetch(pathOf(logbookId))).status).toBe(404)
    expect((await settle(elsewhere, logbookId, publish)).status).toBe(404)

    await held.endOf('coordinator', logbookId, '2025-11-06')
    expect((await held.desk.fetch(pathOf(logbookId))).status).toBe(404)
    expect((await settle(held.desk, logbookId, publish)).status).toBe(404)
    const counts = heldCountsSchema.parse(
      await (await held.desk.fetch('/api/v1/logbooks/held')).json(),
    )
    expect(counts.logbooks.map(({ id }) => id)).not.toContain(logbookId)
    const second = await held.world.device('secondCoordinator')
    expect((await settle(second, logbookId, publish)).body).toMatchObject({ code: 'still-held' })
  })

  it('who is signed out hears only that', async () => {
    for (const path of [pathOf(logbooks.here), '/api/v1/logbooks/held']) {
      expect((await held.world.app.request(path)).status).toBe(401)
    }
  })

  it('a coordinator who is the trainer here as well decides all the same', async () => {
    const logbookId = await held.aLogbook()
    const { publish } = await held.aHeldNote(logbookId)
    await held.world.pool.query(
      `insert into member (logbook_id, person_id, role, valid_from) values ($1, $2, 'trainer', '2025-09-01')`,
      [logbookId, personId('coordinator')],
    )
    await held.breaks(false)
    expect(await settle(held.desk, logbookId, publish)).toMatchObject({ status: 200 })
  })
})

describe('what waits is shown as it came', () => {
  it('with who, when, why, and the words of an operation that nothing here can read', async () => {
    const logbookId = await held.aLogbook()
    const week = held.newWeek()
    const { at, ...entry } = aPatch(anUnwrittenWeek(week), { week, told: 'Salon de Lyon' })
    const newer = { ...entry, at: '2025-11-01T08:00:00.000Z', v: 2, mood: 'Ravie\u0000' }
    await held.phone.push([newer, { id: nextId(), told: ['Sans rien'], deep: { hash: at } }], {
      logbookId,
    })

    expect(await listed(held.desk, logbookId)).toEqual([
      {
        ...{ operationId: newer.id, personId: personId('apprentice'), name: 'Élodie apprentice' },
        ...{ role: 'apprentice', via: null, kind: 'entry', act: 'patch', when: week },
        ...{ documentId: newer.documentId, writtenAt: newer.at, receivedAt: NOW },
        ...{ code: 'unreadable', words: ['Salon de Lyon', 'Ravie\u0000'], broughtBy: null },
      },
      expect.objectContaining({ kind: null, act: null, writtenAt: null, words: ['Sans rien'] }),
    ])
    const counts = heldCountsSchema.parse(
      await (await held.desk.fetch('/api/v1/logbooks/held')).json(),
    )
    expect(counts.logbooks).toContainEqual({ id: logbookId, count: 2 })
  })

  it('without the draft around it, which only its author reads', async () => {
    const logbookId = await held.aLogbook()
    const week = held.newWeek()
    const entry = weekOf(logbookId, week)
    const secret = 'poison, et un secret'
    await held.phone.push([aPatch(entry, { week, told: secret }), anAct('submit', entry)], {
      logbookId,
    })
    const text = await (await held.desk.fetch(pathOf(logbookId))).text()
    expect(text).toContain(`"when":"${week}"`)
    expect(text).not.toContain('secret')
  })
})

describe('refuse', () => {
  it('has no effect but the verdict, with its reason for the author', async () => {
    const logbookId = await held.aLogbook()
    const { note, publish, seq } = await held.aHeldNote(logbookId)
    await held.breaks(false)
    const reason = ' C’est un doublon. '
    expect(await settle(held.desk, logbookId, publish, 'refuse', reason)).toEqual({
      status: 200,
      body: { verdict: 'rejected', code: 'not-taken' },
    })
    const book = (await held.phone.pull()).books[logbookId]
    expect(book?.verdicts).toContainEqual({
      ...{ id: publish.id, n: 2, seq: seq + 1 },
      ...{ verdict: 'rejected', code: 'not-taken' },
    })
    expect(book?.reasons).toEqual([{ id: publish.id, reason: 'C’est un doublon.' }])
    expect(await pulled(held.phone, note, logbookId)).toMatchObject({
      state: 'draft',
      versions: [],
    })
    expect(await listed(held.desk, logbookId)).toEqual([])
    expect(await held.findings(logbookId)).toEqual([])
  })

  it.each([
    ['without a reason', 'refuse', null, 'no-reason'],
    ['with blanks for a reason', 'refuse', ' \n', 'no-reason'],
    ['with a reason that nobody reads to the end', 'refuse', 'x'.repeat(501), 'too-long'],
    ['with half a letter', 'refuse', '\ud83d', 'forbidden-character'],
    ['as something we do not know', 'burn', 'Parce que', 'not-valid'],
  ])('%s is turned down in words', async (_, decision, reason, code) => {
    const logbookId = await held.aLogbook()
    const { publish } = await held.aHeldNote(logbookId)
    const answer = await settle(held.desk, logbookId, publish, decision, reason)
    expect(answer).toMatchObject({ status: 422, body: { code } })
    expect(answer.body['message']).toMatch(/\.$/u)
    expect(await listed(held.desk, logbookId)).toHaveLength(1)
  })
})

it('what was settled is not settled again, and what was never put aside not at all', async () => {
  const logbookId = await held.aLogbook()
  const { note, publish } = await held.aHeldNote(logbookId)
  const [patch] = (await held.phone.push([aPatch(note, { text: 'Autre' })], { logbookId })).body
    .results
  await settle(held.desk, logbookId, publish, 'refuse', 'Doublon')
  await held.breaks(false)

  for (const decision of ['take', 'refuse']) {
    expect(await settle(held.desk, logbookId, publish, decision, 'Encore')).toMatchObject({
      status: 409,
      body: { code: 'already-settled' },
    })
  }
  expect((await settle(held.desk, logbookId, patch ?? publish)).status).toBe(404)
  expect((await settle(held.desk, logbookId, { id: nextId() })).status).toBe(404)
  // Of another logbook, by an address that names this one.
  const other = await held.aLogbook()
  expect((await settle(held.desk, other, publish)).status).toBe(404)
})

it.each([
  ['truncate settlement'],
  ['delete from settlement'],
  [`update settlement set verdict = 'applied'`],
])('a decision is never changed, not even by hand: %s', async (sql) => {
  const logbookId = await held.aLogbook()
  const { publish } = await held.aHeldNote(logbookId)
  await settle(held.desk, logbookId, publish, 'refuse', 'Doublon')
  await expect(held.world.pool.query(sql)).rejects.toThrow(/never changed or removed/u)
})
