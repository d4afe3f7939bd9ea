import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import { documentIdOf } from '#domain/documentId.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import { heldCountsSchema, heldListSchema, type HeldItem } from '#protocol/held.ts'
import type { ExportFile } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { openLogbook, createWorld, pulled, verdictsOf } from './world.ts'
import type { TestDevice, World } from './world.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  aReturn,
  aSignature,
  logbooks,
  nextId,
  NOW,
  personId,
  unwritten,
  type PersonName,
} from '#tests/support/builders.ts'

let world: World
let phone: TestDevice
let desk: TestDevice
beforeAll(async () => {
  world = await createWorld()
  phone = await world.device('apprentice')
  desk = await world.device('coordinator')
  await world.pool.query(`
    create function poison() returns trigger language plpgsql as
      $$ begin raise exception 'poison'; end $$;
    create trigger poison before insert on version
      for each row when (new.content like '%poison%') execute function poison();`)
})
beforeEach(async () => {
  await breaks(true)
  world.setNow(NOW)
})

/** Whether the server breaks on the word “poison”. */
const breaks = (is: boolean) =>
  world.pool.query(`alter table version ${is ? 'enable' : 'disable'} trigger poison`)

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}

/** A logbook of its own, where nothing was put aside yet. */
async function aLogbook(): Promise<LogbookId> {
  const id = nextId<LogbookId>()
  await openLogbook(world.deps, id)
  return id
}

/** A week that nobody has written in this logbook. */
const weekOf = (logbookId: LogbookId, week: string) => ({
  id: documentIdOf(logbookId, 'entry', [week]),
  kind: 'entry' as const,
})

/** A note of the apprentice whose sending breaks the server: `publish` is put aside. */
async function aHeldNote(logbookId: LogbookId, text = 'poison') {
  const note = unwritten('note')
  const publish = anAct('publish', note)
  const answer = await phone.push([aPatch(note, { text }), publish], { logbookId })
  expect(verdictsOf(answer)).toEqual(['applied', 'held failed'])
  return { note, publish, seq: answer.body.results[1]?.seq ?? 0 }
}

const pathOf = (logbookId: string, operationId?: string) =>
  `/api/v1/logbooks/${logbookId}/held${operationId ? `/${operationId}` : ''}`

async function listed(device: TestDevice, logbookId: LogbookId): Promise<HeldItem[]> {
  const response = await device.fetch(pathOf(logbookId))
  return heldListSchema.parse(await response.json()).items
}

async function settle(
  device: TestDevice,
  logbookId: string,
  { id }: Pick<Operation, 'id'>,
  decision: unknown = 'take',
  reason: unknown = null,
) {
  const response = await device.post(pathOf(logbookId, id), { decision, reason })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

/** All of a history that adds up to the logbook’s head. */
async function historyOf(logbookId: LogbookId): Promise<string[]> {
  const { rows } = await world.pool.query<Link & { chain: string; what: string }>(
    `select seq, hash, verdict, chain, 'operation' as what from operation where logbook_id = $1
     union all select seq, hash, verdict, chain, decision from settlement where logbook_id = $1
     order by seq`,
    [logbookId],
  )
  let head = CHAIN_START
  for (const [index, row] of rows.entries()) {
    expect(row.seq).toBe(index + 1)
    head = nextHead(head, row)
    expect(row.chain).toBe(head)
  }
  const books = await world.pool.query('select head, chain from logbook where id = $1', [logbookId])
  expect(books.rows).toEqual([{ head: rows.length, chain: head }])
  return rows.map(({ what, verdict }) => `${what} ${verdict}`)
}

async function findings(logbookId: LogbookId) {
  const response = await desk.fetch(`/api/v1/logbooks/${logbookId}/export`)
  const file = (await response.json()) as ExportFile
  return verifyExport(file, { ...world.deps.serverKey.publicKey })
}

describe('who may decide', () => {
  const others: readonly PersonName[] = [
    ...(['apprentice', 'master', 'trainer', 'guardian', 'auditor'] as const),
    'secondApprentice',
  ]

  it.each(others)(
    'the %s learns nothing of what was put aside, and settles nothing',
    async (who) => {
      const logbookId = await aLogbook()
      const { publish } = await aHeldNote(logbookId)
      const stranger = await world.device(who)
      const nowhere = await stranger.fetch(pathOf(nextId()))
      const list = await stranger.fetch(pathOf(logbookId))

      expect(list.status).toBe(404)
      expect(await list.text()).toBe(await nowhere.text())
      const refused = await settle(stranger, logbookId, publish)
      expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } })
      expect(refused).toEqual(await settle(stranger, nextId(), publish))
      expect(await (await stranger.fetch('/api/v1/logbooks/held')).json()).toEqual({ logbooks: [] })
      expect(await listed(desk, logbookId)).toHaveLength(1)
    },
  )

  it('the coordinator of another centre finds nothing, nor does one whose time is over', async () => {
    const logbookId = await aLogbook()
    const { publish } = await aHeldNote(logbookId)
    const elsewhere = await world.device('coordinator', 'elsewhere')
    expect((await elsewhere.fetch(pathOf(logbookId))).status).toBe(404)
    expect((await settle(elsewhere, logbookId, publish)).status).toBe(404)

    await endOf('coordinator', logbookId, '2025-11-06')
    expect((await desk.fetch(pathOf(logbookId))).status).toBe(404)
    expect((await settle(desk, logbookId, publish)).status).toBe(404)
    const counts = heldCountsSchema.parse(await (await desk.fetch('/api/v1/logbooks/held')).json())
    expect(counts.logbooks.map(({ id }) => id)).not.toContain(logbookId)
    const second = await world.device('secondCoordinator')
    expect((await settle(second, logbookId, publish)).body).toMatchObject({ code: 'still-held' })
  })

  it('who is signed out hears only that', async () => {
    for (const path of [pathOf(logbooks.here), '/api/v1/logbooks/held']) {
      expect((await world.app.request(path)).status).toBe(401)
    }
  })

  it('a coordinator who is the trainer here as well decides all the same', async () => {
    const logbookId = await aLogbook()
    const { publish } = await aHeldNote(logbookId)
    await world.pool.query(
      `insert into member (logbook_id, person_id, role, valid_from) values ($1, $2, 'trainer', '2025-09-01')`,
      [logbookId, personId('coordinator')],
    )
    await breaks(false)
    expect(await settle(desk, logbookId, publish)).toMatchObject({ status: 200 })
  })
})

const endOf = (who: PersonName, logbookId: LogbookId, until: string) =>
  world.pool.query('update member set valid_until = $3 where logbook_id = $1 and person_id = $2', [
    logbookId,
    personId(who),
    until,
  ])

describe('what waits is shown as it came', () => {
  it('with who, when, why, and the words of an operation that nothing here can read', async () => {
    const logbookId = await aLogbook()
    const week = newWeek()
    const { at, ...entry } = aPatch(anUnwrittenWeek(week), { week, told: 'Salon de Lyon' })
    const newer = { ...entry, at: '2025-11-01T08:00:00.000Z', v: 2, mood: 'Ravie\u0000' }
    await phone.push([newer, { id: nextId(), told: ['Sans rien'], deep: { hash: at } }], {
      logbookId,
    })

    expect(await listed(desk, logbookId)).toEqual([
      {
        ...{ operationId: newer.id, personId: personId('apprentice'), name: 'Élodie apprentice' },
        ...{ role: 'apprentice', via: null, kind: 'entry', act: 'patch', when: week },
        ...{ documentId: newer.documentId, writtenAt: newer.at, receivedAt: NOW },
        ...{ code: 'unreadable', words: ['Salon de Lyon', 'Ravie\u0000'] },
      },
      expect.objectContaining({ kind: null, act: null, writtenAt: null, words: ['Sans rien'] }),
    ])
    const counts = heldCountsSchema.parse(await (await desk.fetch('/api/v1/logbooks/held')).json())
    expect(counts.logbooks).toContainEqual({ id: logbookId, count: 2 })
  })

  it('without the draft around it, which only its author reads', async () => {
    const logbookId = await aLogbook()
    const week = newWeek()
    const entry = weekOf(logbookId, week)
    const secret = 'poison, et un secret'
    await phone.push([aPatch(entry, { week, told: secret }), anAct('submit', entry)], { logbookId })
    const text = await (await desk.fetch(pathOf(logbookId))).text()
    expect(text).toContain(`"when":"${week}"`)
    expect(text).not.toContain('secret')
  })
})

describe('take', () => {
  it('does it as its author, tells the author’s device once, and shows it to the others', async () => {
    const logbookId = await aLogbook()
    const { note, publish, seq } = await aHeldNote(logbookId, 'poison passé')
    const before = (await phone.pull()).books[logbookId]
    await breaks(false)
    world.setNow('2025-11-08T09:00:00.000Z')

    expect(await settle(desk, logbookId, publish)).toEqual({
      status: 200,
      body: { verdict: 'applied', code: null },
    })
    const cursor = {
      ...{ seq: before?.seq ?? 0, chain: before?.chain ?? '', grant: before?.grant ?? 0 },
      settled: 2,
    }
    const { books } = await phone.pull({ [logbookId]: cursor }, false)
    const told = books[logbookId]
    const result = { id: publish.id, n: 2, seq: seq + 1, verdict: 'applied', code: null }
    expect(told?.verdicts).toEqual([result])
    expect(told?.documents).toMatchObject([
      { id: note.id, revision: seq + 1, versions: [{ at: '2025-11-08T09:00:00.000Z' }] },
    ])
    const later = { ...cursor, seq: told?.seq ?? 0, chain: told?.chain ?? '' }
    expect((await phone.pull({ [logbookId]: later })).books[logbookId]?.verdicts).toEqual([])
    // Sent once more, because the answer was lost: the same verdict as everywhere.
    expect((await phone.push([publish], { logbookId, n: 2 })).body.results).toEqual([result])
    const other = await pulled(await world.device('master'), note, logbookId)
    expect(other).toMatchObject({ state: 'published', author: personId('apprentice') })
    // Another device of the author hears of the document, and of no verdict that is not its own.
    const tablet = (await (await world.device('apprentice')).pull()).books[logbookId]
    expect(tablet?.verdicts).toEqual([])

    const kept = await world.pool.query(
      'select settler, decision, reason, at from settlement where logbook_id = $1',
      [logbookId],
    )
    expect(kept.rows).toEqual([
      {
        ...{ settler: personId('coordinator'), decision: 'take', reason: null },
        at: new Date('2025-11-08T09:00:00.000Z'),
      },
    ])
    expect(await historyOf(logbookId)).toEqual([
      'operation applied',
      'operation held',
      'take applied',
    ])
    expect(await findings(logbookId)).toEqual([])
  })

  it('a signature that came after the master’s last day counts, sealed as it was', async () => {
    const logbookId = await aLogbook()
    const tablet = await world.device('master')
    const week = newWeek()
    const entry = weekOf(logbookId, week)
    const own = aPatch(entry, { week, told: 'Prospection' })
    await phone.push([own, anAct('submit', entry)], { logbookId })
    const hash = (await pulled(phone, entry, logbookId))?.versions[0]?.hash ?? ''
    await endOf('master', logbookId, '2025-11-06')
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

    const items = await listed(desk, logbookId)
    expect(items.map(({ role, act, when }) => [role, act, when])).toEqual([
      ['master', 'sign', week],
      ['master', 'sign', week],
    ])
    expect((await settle(desk, logbookId, forged)).body).toEqual({
      verdict: 'rejected',
      code: 'bad-signature',
    })
    expect((await settle(desk, logbookId, sign)).body).toEqual({ verdict: 'applied', code: null })
    expect(await pulled(phone, entry, logbookId)).toMatchObject({
      state: 'signed',
      signatures: [{ signer: personId('master'), level: 'device-key', by: sign.id }],
    })
    expect(await findings(logbookId)).toEqual([])
    expect(await historyOf(logbookId)).toHaveLength(6)

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
    const logbookId = await aLogbook()
    const { note } = await aHeldNote(logbookId)
    const tablet = await world.device('master')
    await endOf('master', logbookId, '2025-11-06')
    const entry = anUnwrittenWeek(newWeek())
    await tablet.push([aReturn(note), aReturn(entry)], { logbookId })
    const [, first, second] = await listed(desk, logbookId)
    const outcome = async (item: HeldItem | undefined) =>
      (await settle(desk, logbookId, { id: item?.operationId ?? nextId() })).body

    expect(await outcome(first)).toEqual({ verdict: 'rejected', code: 'not-allowed' })
    expect(await outcome(second)).toEqual({ verdict: 'rejected', code: 'no-document' })
  })

  it('what still cannot be read or carried out goes on waiting, and is said to', async () => {
    const logbookId = await aLogbook()
    const { publish } = await aHeldNote(logbookId)
    const newer = { ...aPatch(unwritten('note'), { text: 'Plus tard' }), v: 2 }
    await phone.push([newer], { logbookId })
    const history = await historyOf(logbookId)

    expect(await settle(desk, logbookId, newer)).toMatchObject({
      status: 409,
      body: { code: 'still-held', why: 'unreadable' },
    })
    expect(await settle(desk, logbookId, publish)).toMatchObject({
      status: 409,
      body: { code: 'still-held', why: 'failed' },
    })
    expect(await listed(desk, logbookId)).toHaveLength(2)
    expect(await historyOf(logbookId)).toEqual(history)
  })
})

it('a signature without its photos waits for them, and for nobody’s decision', async () => {
  const logbookId = await aLogbook()
  const [tablet, second] = [await world.device('master'), await world.device('secondMaster')]
  const week = newWeek()
  const entry = weekOf(logbookId, week)
  const photo = { sha256: 'a'.repeat(64), size: 10, mime: 'image/jpeg' }
  const set = { week, told: 'Vitrine', [`photos/${nextId()}`]: photo }
  await phone.push([aPatch(entry, set), anAct('submit', entry)], { logbookId })
  const hash = (await pulled(phone, entry, logbookId))?.versions[0]?.hash ?? ''
  const early = aSignature(entry, hash)
  expect(verdictsOf(await tablet.push([early], { logbookId }))).toEqual(['held files-missing'])
  expect(await listed(desk, logbookId)).toEqual([])
  expect((await settle(desk, logbookId, early)).status).toBe(404)

  // Of who has left since, a person decides; nobody signs what nobody can look at even so.
  await endOf('secondMaster', logbookId, '2025-11-06')
  const late = aSignature(entry, hash)
  expect(verdictsOf(await second.push([late], { logbookId }))).toEqual(['held late'])
  expect(await listed(desk, logbookId)).toHaveLength(1)
  expect(await settle(desk, logbookId, late)).toMatchObject({
    status: 409,
    body: { code: 'still-held', why: 'files-missing' },
  })
})

describe('refuse', () => {
  it('has no effect but the verdict, with its reason for the author', async () => {
    const logbookId = await aLogbook()
    const { note, publish, seq } = await aHeldNote(logbookId)
    await breaks(false)
    const reason = ' C’est un doublon. '
    expect(await settle(desk, logbookId, publish, 'refuse', reason)).toEqual({
      status: 200,
      body: { verdict: 'rejected', code: 'not-taken' },
    })
    const book = (await phone.pull()).books[logbookId]
    expect(book?.verdicts).toContainEqual({
      ...{ id: publish.id, n: 2, seq: seq + 1 },
      ...{ verdict: 'rejected', code: 'not-taken' },
    })
    expect(book?.reasons).toEqual([{ id: publish.id, reason: 'C’est un doublon.' }])
    expect(await pulled(phone, note, logbookId)).toMatchObject({ state: 'draft', versions: [] })
    expect(await listed(desk, logbookId)).toEqual([])
    expect(await findings(logbookId)).toEqual([])
  })

  it.each([
    ['without a reason', 'refuse', null, 'no-reason'],
    ['with blanks for a reason', 'refuse', ' \n', 'no-reason'],
    ['with a reason that nobody reads to the end', 'refuse', 'x'.repeat(501), 'too-long'],
    ['with half a letter', 'refuse', '\ud83d', 'forbidden-character'],
    ['as something we do not know', 'burn', 'Parce que', 'not-valid'],
  ])('%s is turned down in words', async (_, decision, reason, code) => {
    const logbookId = await aLogbook()
    const { publish } = await aHeldNote(logbookId)
    const answer = await settle(desk, logbookId, publish, decision, reason)
    expect(answer).toMatchObject({ status: 422, body: { code } })
    expect(answer.body['message']).toMatch(/\.$/u)
    expect(await listed(desk, logbookId)).toHaveLength(1)
  })
})

it('what was settled is not settled again, and what was never put aside not at all', async () => {
  const logbookId = await aLogbook()
  const { note, publish } = await aHeldNote(logbookId)
  const [patch] = (await phone.push([aPatch(note, { text: 'Autre' })], { logbookId })).body.results
  await settle(desk, logbookId, publish, 'refuse', 'Doublon')
  await breaks(false)

  for (const decision of ['take', 'refuse']) {
    expect(await settle(desk, logbookId, publish, decision, 'Encore')).toMatchObject({
      status: 409,
      body: { code: 'already-settled' },
    })
  }
  expect((await settle(desk, logbookId, patch ?? publish)).status).toBe(404)
  expect((await settle(desk, logbookId, { id: nextId() })).status).toBe(404)
  // Of another logbook, by an address that names this one.
  const other = await aLogbook()
  expect((await settle(desk, other, publish)).status).toBe(404)
})

it('settled by two people while the author sends and reads, it happens once and nothing is missed', async () => {
  const logbookId = await aLogbook()
  const held = [await aHeldNote(logbookId), await aHeldNote(logbookId)]
  await breaks(false)
  const second = await world.device('secondCoordinator')
  const fresh = Array.from({ length: 6 }, () => unwritten('note'))
  const send = fresh.map((note) => aPatch(note, { text: 'Pendant ce temps' }))
  const sendAll = async () => {
    for (const patch of send) await phone.push([patch], { logbookId })
  }
  const [pulls, outcomes] = await Promise.all([
    Promise.all(Array.from({ length: 4 }, () => phone.pull())),
    Promise.all(
      held.flatMap(({ publish }) => [
        settle(desk, logbookId, publish),
        settle(second, logbookId, publish, 'refuse', 'Doublon'),
      ]),
    ),
    sendAll(),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409])
  expect(await historyOf(logbookId)).toHaveLength(4 + 6 + 2)
  expect(await findings(logbookId)).toEqual([])

  // Wherever a pull had led, the next one brings what it had not brought.
  for (const { books } of pulls) {
    const { seq = 0, chain = '', grant = 0, lastN, verdicts = [] } = books[logbookId] ?? {}
    const cursor = { seq, chain, grant, settled: lastN ?? 0 }
    const next = (await phone.pull({ [logbookId]: cursor })).books[logbookId]
    const known = new Map([...verdicts, ...(next?.verdicts ?? [])].map((each) => [each.id, each]))
    for (const { publish } of held) expect(known.get(publish.id)?.verdict).not.toBe('held')
  }
})

it.each([
  ['truncate settlement'],
  ['delete from settlement'],
  [`update settlement set verdict = 'applied'`],
])('a decision is never changed, not even by hand: %s', async (sql) => {
  const logbookId = await aLogbook()
  const { publish } = await aHeldNote(logbookId)
  await settle(desk, logbookId, publish, 'refuse', 'Doublon')
  await expect(world.pool.query(sql)).rejects.toThrow(/never changed or removed/u)
})
