import { beforeAll, describe, expect, it } from 'vitest'
import { sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { pullResponseSchema } from '#protocol/sync.ts'
import {
  aBook,
  anAct,
  anUnwrittenWeek,
  aPatch,
  aSignature,
  lastHash,
  logbookId,
  logbooks,
  nextId,
  NOW,
  personId,
  unwritten,
  writeFrame,
  writeNote,
  writeSection,
  writeWeek,
  type PersonName,
} from '#tests/support/builders.ts'
import {
  createWorld,
  cursorOf,
  openLogbook,
  pullBook,
  pulled,
  type TestDevice,
  type World,
} from './world.ts'

let world: World
let statements: string[] = []
beforeAll(async () => {
  world = await createWorld((text) => statements.push(text))
})

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}

async function send(device: TestDevice, book: ReturnType<typeof aBook>) {
  return device.push(book.done.map(({ operation }) => operation))
}

it('an answer is what the protocol says, and says whose it is', async () => {
  const phone = await world.device('apprentice')
  const book = aBook()
  writeWeek(book, 'submitted', { week: newWeek() })
  await send(phone, book)
  const response = await phone.post('/sync/v1/pull', { protocol: 1, deviceId: phone.id, books: {} })
  const body: unknown = await response.json()

  expect(response.headers.get('X-Livret-Protocol')).toBe('1')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(pullResponseSchema.safeParse(body).error).toBeUndefined()
})

it('who is nobody’s member anywhere gets nothing', async () => {
  const phone = await world.device('secondApprentice')
  expect(await phone.pull()).toMatchObject({ books: {}, revoked: [] })
})

it('the other centre’s logbook is never in the answer', async () => {
  const phone = await world.device('trainer', 'elsewhere')
  expect(Object.keys((await phone.pull()).books)).toEqual([logbooks.elsewhere])
})

it('asked again, only what is new comes, and the sum stays true', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const [first, second] = [aBook(), aBook()]
  const known = writeWeek(first, 'submitted', { week: newWeek() })
  await send(phone, first)
  const before = await pullBook(tablet)
  expect(before).toMatchObject({ reset: true, role: 'master', more: false })
  expect(before.facts?.members.map(({ name }) => name)).toContain('Élodie apprentice')

  const nothing = await pullBook(tablet, cursorOf(before))
  expect(nothing).toMatchObject({ reset: false, facts: null, documents: [], sum: before.sum })

  const fresh = writeWeek(second, 'submitted', { week: newWeek() })
  await send(phone, second)
  const after = await pullBook(tablet, cursorOf(before))
  expect(after.documents.map(({ id }) => id)).toEqual([fresh.id])
  const held = [...before.documents, ...after.documents]
  expect(held.map(({ id }) => id)).toContain(known.id)
  expect(after.sum).toBe(sumOf(held))
})

describe('nobody reads the draft of another', () => {
  const others: readonly PersonName[] = [
    'master',
    'secondMaster',
    'trainer',
    'coordinator',
    'guardian',
    'auditor',
  ]

  it('not one of its words is on the wire, whatever state it went through', async () => {
    const phone = await world.device('apprentice')
    const secret = `confidence-${nextId()}`
    const books = (['draft', 'withdrawn', 'returned'] as const).map((state) => {
      const book = aBook()
      const entry = writeWeek(book, state, { week: newWeek() })
      book.must(aPatch(entry, { told: secret }), { ...personOf('apprentice') })
      return book
    })
    // Edited after it was sent: a wording of its own that only the author sees.
    const late = aBook()
    const sent = writeWeek(late, 'submitted', { week: newWeek() })
    late.must(aPatch(sent, { told: secret }, {}), personOf('apprentice'))
    const desk = await world.device('master')
    for (const book of [...books, late]) {
      for (const { operation, actor } of book.done) {
        await (actor.role === 'apprentice' ? phone : desk).push([operation])
      }
    }

    const own = await raw(phone)
    expect(own.split(secret).length - 1).toBe(4)
    for (const who of others) expect(await raw(await world.device(who))).not.toContain(secret)
  })

  const personOf = (who: 'apprentice') => ({
    logbookId,
    personId: personId(who),
    role: who,
    at: NOW,
  })
  const raw = async (device: TestDevice) =>
    (await device.post('/sync/v1/pull', { protocol: 1, deviceId: device.id, books: {} })).text()

  it('how often its author writes is not to be seen either', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const book = aBook()
    const entry = writeWeek(book, 'withdrawn', { week: newWeek() })
    await send(phone, book)
    const before = await pullBook(tablet)
    await phone.push([aPatch(entry, { told: 'Encore une fois' })])

    const after = await pullBook(tablet, cursorOf(before))
    expect(after).toMatchObject({ documents: [], sum: before.sum })
    expect((await pulled(phone, entry))?.revision).toBe(after.seq)
  })
})

it('the frame of an interview invites the parties, and waits for a version with the others', async () => {
  const laptop = await world.device('trainer')
  const book = aBook()
  const interview = writeFrame(book)
  await send(laptop, book)

  expect(await pulled(await world.device('apprentice'), interview)).toMatchObject({ state: 'open' })
  expect(await pulled(await world.device('guardian'), interview)).toBeUndefined()
})

it('an interview that was called off disappears from who had it', async () => {
  const [laptop, phone] = [await world.device('trainer'), await world.device('apprentice')]
  const book = aBook()
  const interview = writeFrame(book)
  await send(laptop, book)
  const before = await pullBook(phone)
  await laptop.push([anAct('discard', interview)])

  const after = await pullBook(phone, cursorOf(before))
  expect(after.reset).toBe(true)
  expect(after.documents.map(({ id }) => id)).not.toContain(interview.id)
  // Once is enough.
  expect(await pullBook(phone, cursorOf(after))).toMatchObject({ reset: false, documents: [] })
})

it('an interview that was called off disturbs nobody who never saw it', async () => {
  const [laptop, guardian] = [await world.device('trainer'), await world.device('guardian')]
  const book = aBook()
  const interview = writeFrame(book)
  await send(laptop, book)
  const before = await pullBook(guardian)
  await laptop.push([anAct('discard', interview)])

  const after = await pullBook(guardian, cursorOf(before))
  expect(after).toMatchObject({ reset: false, documents: [], sum: before.sum })
})

it('a discarded note that nobody had seen disturbs nobody', async () => {
  const [desk, phone] = [await world.device('master'), await world.device('apprentice')]
  const before = await pullBook(phone)
  const book = aBook()
  writeNote(book, 'discarded')
  await send(desk, book)
  expect(await pullBook(phone, cursorOf(before))).toMatchObject({ reset: false, documents: [] })
})

it('a lost answer is found again: the verdicts after what this device has settled', async () => {
  const [phone, laptop] = [await world.device('apprentice'), await world.device('apprentice')]
  const week = newWeek()
  const entry = anUnwrittenWeek(week)
  const { results } = (
    await phone.push([
      aPatch(entry, { week, told: 'x' }),
      anAct('withdraw', entry),
      { ...anAct('submit', entry), v: 9 },
    ])
  ).body
  await laptop.push([anAct('withdraw', entry)])
  const book = await pullBook(phone)

  expect(book).toMatchObject({ lastN: 3, verdicts: results })
  expect(results.map(({ verdict }) => verdict)).toEqual(['applied', 'rejected', 'held'])
  const later = await pullBook(phone, { ...cursorOf(book), settled: 2 })
  expect(later.verdicts).toEqual(results.slice(2))
})

it('the keys of new signatures come with them', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const book = aBook()
  const entry = writeWeek(book, 'submitted', { week: newWeek() })
  await send(phone, book)
  const before = await pullBook(phone)
  const statement = {
    logbook: logbookId,
    document: entry.id,
    version: 1,
    hash: lastHash(entry),
    signer: personId('master'),
    role: 'master' as const,
  }
  await tablet.push([{ ...aSignature(entry), jws: tablet.seal(statement) }])

  const after = await pullBook(phone, cursorOf(before))
  expect(after.keys.map(({ keyId }) => keyId)).toEqual([tablet.keyId])
  expect((await pullBook(phone, cursorOf(after))).keys).toEqual([])
})

it('a logbook of two thousand documents comes in pages, and adds up at the end', async () => {
  const id = nextId<LogbookId>()
  await openLogbook(world.deps, id)
  const count = 2_050
  await world.pool.query(
    `insert into document (logbook_id, id, kind, author, state, seq, shared_seq, versions, draft, returns)
     select $1, gen_random_uuid(), 'note', $2, 'draft', n, null, 0,
       '{"fields": {}, "alternatives": {}}', '[]' from generate_series(1, $3::int) n`,
    [id, personId('master'), count],
  )
  await world.pool.query(
    `insert into operation (logbook_id, seq, id, device_id, n, actor, body, hash, verdict, at, chain)
     select $1, n, gen_random_uuid(), $2, n, $2, '{}', repeat('a', 64), 'applied', now(),
       lpad(to_hex(n), 64, '0') from generate_series(1, $3::int) n`,
    [id, nextId(), count],
  )
  await world.pool.query(
    `update logbook set head = $2::int, chain = lpad(to_hex($2::int), 64, '0') where id = $1`,
    [id, count],
  )
  const desk = await world.device('master')
  const first = await pullBook(desk, undefined, id)
  expect(first).toMatchObject({ reset: true, more: true, sum: null, seq: 2_000 })
  expect(first.documents).toHaveLength(2_000)

  const second = await pullBook(desk, cursorOf(first), id)
  expect(second).toMatchObject({ reset: false, more: false, seq: count })
  expect(second.documents).toHaveLength(50)
  expect(second.sum).toBe(sumOf([...first.documents, ...second.documents]))
})

it('thirty logbooks cost as many statements as one', async () => {
  const count = async (who: PersonName) => {
    const device = await world.device(who)
    statements = []
    await device.pull()
    return statements.length
  }
  const phone = await world.device('secondTrainer')
  const book = aBook()
  writeNote(book, 'draft')
  await phone.push([aPatch(unwritten('note'), { text: 'x' })])
  const before = await count('secondTrainer')
  for (let each = 0; each < 29; each += 1) await openLogbook(world.deps, nextId<LogbookId>())

  expect(Object.keys((await phone.pull()).books).length).toBeGreaterThan(29)
  expect(await count('secondTrainer')).toBe(before)
  expect(before).toBeLessThanOrEqual(20)
})

it('a section is read by its author alone until it is sent', async () => {
  const [laptop, phone] = [await world.device('trainer'), await world.device('apprentice')]
  const book = aBook()
  const interview = writeFrame(book)
  const section = writeSection(book, interview, 'apprentice', 'draft')
  for (const { operation, actor } of book.done) {
    await (actor.role === 'trainer' ? laptop : phone).push([operation])
  }
  expect(await pulled(laptop, section)).toBeUndefined()
  await phone.push([anAct('submit', section)])
  expect(await pulled(laptop, section)).toMatchObject({ state: 'submitted', fields: {} })
})
