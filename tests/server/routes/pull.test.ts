import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { sumOf } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { pullPartSchema, pullStartSchema, type PullPart } from '#protocol/sync.ts'
import { answerPull } from '#server/exchange/answerPull.ts'
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
  readPulled,
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
  const response = await phone.post('/sync/v1/pull', everything(phone))
  const [start, ...parts] = (await response.text()).trimEnd().split('\n').map(parse)

  expect(response.headers.get('X-Livret-Protocol')).toBe('1')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  expect(response.headers.get('Content-Type')).toBe('application/x-ndjson')
  expect(pullStartSchema.safeParse(start).error).toBeUndefined()
  expect(parts.map((part) => pullPartSchema.safeParse(part).error)).toEqual(
    parts.map(() => undefined),
  )
  expect(parts.at(-1)).toEqual({ type: 'end', more: false })
})

const everything = ({ id: deviceId }: TestDevice) => ({
  ...{ protocol: 1, app: 'test', deviceId, check: false, books: {} },
})
const parse = (line: string): unknown => JSON.parse(line)

it('travels small to who can unpack it', async () => {
  const phone = await world.device('apprentice')
  const headers = { 'Accept-Encoding': 'gzip, br', 'Content-Type': 'application/json' }
  const body = JSON.stringify(everything(phone))
  const response = await phone.fetch('/sync/v1/pull', { method: 'POST', headers, body })
  const bytes = Buffer.from(await response.arrayBuffer())

  expect(response.headers.get('Content-Encoding')).toBe('gzip')
  expect(readPulled(gunzipSync(bytes).toString()).books).toEqual((await phone.pull()).books)
})

it('a logbook in which nothing is new is not in the answer, unless the device asks for a check', async () => {
  const phone = await world.device('apprentice')
  await phone.push([aPatch(unwritten('note'), { text: 'x' })])
  const held = await pullBook(phone)
  const books = { [logbookId]: cursorOf(held) }

  expect((await phone.pull(books, false)).books).toEqual({})
  expect((await phone.pull(books, true)).books).toMatchObject({
    [logbookId]: { reset: null, documents: [], sum: held.sum },
  })
  // A verdict that the device has not heard is news.
  const deaf = { [logbookId]: { ...cursorOf(held), settled: 0 } }
  expect((await phone.pull(deaf, false)).books).toMatchObject({ [logbookId]: { lastN: 1 } })
})

it('an answer that grows too long ends after a whole logbook, and says that there is more', async () => {
  for (let each = 0; each < 9; each += 1) await openLogbook(world.deps, nextId<LogbookId>())
  const phone = await world.device('coordinator')
  const taken: PullPart[] = []
  const question = {
    ...{ personId: personId('coordinator'), day: '2025-11-07', deviceId: phone.id },
    ...{ books: {}, check: false },
  }
  await world.deps.storage.inSnapshot((snapshot) =>
    answerPull(snapshot, question, (json) => {
      taken.push(pullPartSchema.parse(JSON.parse(json)))
      return taken.length < 4
    }),
  )
  expect(taken.map(({ type }) => type)).toEqual(['book', 'book', 'book', 'book', 'end'])
  expect(taken.at(-1)).toEqual({ type: 'end', more: true })
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
  expect(before).toMatchObject({ reset: 'new', role: 'master' })
  expect(before.facts?.members.map(({ name }) => name)).toContain('Élodie apprentice')

  const nothing = await pullBook(tablet, cursorOf(before))
  expect(nothing).toMatchObject({ reset: null, facts: null, documents: [], sum: before.sum })

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
    (await device.post('/sync/v1/pull', everything(device))).text()

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
  expect(after.reset).toBe('called-off')
  expect(after.documents.map(({ id }) => id)).not.toContain(interview.id)
  // Once is enough.
  expect(await pullBook(phone, cursorOf(after))).toMatchObject({ reset: null, documents: [] })
})

it('an interview that was called off disturbs nobody who never saw it', async () => {
  const [laptop, guardian] = [await world.device('trainer'), await world.device('guardian')]
  const book = aBook()
  const interview = writeFrame(book)
  await send(laptop, book)
  const before = await pullBook(guardian)
  await laptop.push([anAct('discard', interview)])

  const after = await pullBook(guardian, cursorOf(before))
  expect(after).toMatchObject({ reset: null, documents: [], sum: before.sum })
})

it('a discarded note that nobody had seen disturbs nobody', async () => {
  const [desk, phone] = [await world.device('master'), await world.device('apprentice')]
  const before = await pullBook(phone)
  const book = aBook()
  writeNote(book, 'discarded')
  await send(desk, book)
  expect(await pullBook(phone, cursorOf(before))).toMatchObject({ reset: null, documents: [] })
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

it('thirty logbooks in which nothing is new cost as many statements as one', async () => {
  const count = async (who: PersonName) => {
    const device = await world.device(who)
    const { books } = await device.pull()
    const cursors = Object.entries(books).map(([id, book]) => [id, cursorOf(book)] as const)
    statements = []
    await device.pull(Object.fromEntries(cursors))
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
  expect(before).toBeLessThanOrEqual(12)
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
