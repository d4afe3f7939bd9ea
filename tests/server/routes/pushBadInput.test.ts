import { beforeAll, describe, expect, it } from 'vitest'
import {
  aBook,
  anAct,
  anUnwrittenWeek,
  aPatch,
  aSignature,
  entryId,
  logbooks,
  nextId,
  unwritten,
  writeInterview,
  writeNote,
} from '#tests/support/builders.ts'
import { createWorld, listKept, pulled, verdictsOf, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}
const WEEK = '2025-W45'

/** Everything of the logbook but what operations and counters add: who may not act leaves this as it is. */
async function content() {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    `select (select json_agg(d order by id) from document d) as documents,
       (select json_agg(v order by document_id, number) from version v) as versions,
       (select json_agg(s order by document_id) from signature s) as signatures`,
  )
  return rows
}

describe('an operation that must do nothing gets a stable code and changes nothing', () => {
  const word = { week: WEEK, told: 'x' }
  const foreignWeek = unwritten('entry', entryId(WEEK, logbooks.elsewhere))
  const cases: readonly [string, () => unknown, string][] = [
    ['a week of another logbook', () => aPatch(foreignWeek, word), 'rejected wrong-identity'],
    [
      'a week under the id of another',
      () => aPatch(anUnwrittenWeek('2025-W44'), word),
      'rejected wrong-identity',
    ],
    [
      'a visit by an apprentice',
      () => aPatch(unwritten('visit'), { observations: 'x' }),
      'rejected not-allowed',
    ],
    [
      'a state that is written like a field',
      () => aPatch(anUnwrittenWeek(), { week: WEEK, state: 'signed' }),
      'rejected invalid',
    ],
    [
      'an author that is written like a field',
      () => aPatch(anUnwrittenWeek(), { week: WEEK, author: nextId() }),
      'rejected invalid',
    ],
    [
      'a week in 1900',
      () => aPatch(anUnwrittenWeek('1900-W01'), { week: '1900-W01' }),
      'rejected invalid',
    ],
    [
      'a week that no year has',
      () => aPatch(anUnwrittenWeek('2025-W53'), { week: '2025-W53' }),
      'rejected invalid',
    ],
    [
      'more than 100 000 characters',
      () => aPatch(anUnwrittenWeek(), { week: WEEK, told: 'a'.repeat(100_001) }),
      'rejected invalid',
    ],
    [
      'a key that does not exist',
      () => aPatch(anUnwrittenWeek(), { week: WEEK, salary: 'x' }),
      'rejected invalid',
    ],
    [
      'a number where words belong',
      () => aPatch(anUnwrittenWeek(), { week: WEEK, told: 12 }),
      'rejected invalid',
    ],
    [
      'a photo with a path for a hash',
      () =>
        aPatch(anUnwrittenWeek(), {
          week: WEEK,
          'photos/a': { sha256: '../../etc/passwd', size: 1, mime: 'image/png' },
        }),
      'rejected invalid',
    ],
    [
      'a photo that is a page',
      () =>
        aPatch(anUnwrittenWeek(), {
          week: WEEK,
          'photos/a': { sha256: 'a'.repeat(64), size: 1, mime: 'text/html' },
        }),
      'rejected invalid',
    ],
    [
      'an unknown field beside the others',
      () => ({ ...aPatch(anUnwrittenWeek(), word), admin: true }),
      'rejected invalid',
    ],
    [
      'an item name that JavaScript gives a meaning to',
      () => aPatch(anUnwrittenWeek(), { week: WEEK, 'tasks/constructor': true }),
      'rejected invalid',
    ],
    [
      'an instant that is none',
      () => ({ ...aPatch(anUnwrittenWeek(), word), at: 'yesterday' }),
      'rejected invalid',
    ],
    [
      'a document id that is none',
      () => ({ ...aPatch(anUnwrittenWeek(), word), documentId: `' or 1=1 --` }),
      'rejected invalid',
    ],
    [
      'a signature on a version that does not exist',
      () => aSignature(anUnwrittenWeek(), 'f'.repeat(64)),
      'rejected not-allowed',
    ],
    [
      'a submit of nothing',
      () => anAct('submit', anUnwrittenWeek('2025-W30')),
      'rejected no-document',
    ],
    [
      'a type that every object inherits',
      () => ({ ...anAct('submit', anUnwrittenWeek()), type: 'constructor' }),
      'held unreadable',
    ],
    [
      'a kind that every object inherits',
      () => ({ ...anAct('submit', anUnwrittenWeek()), kind: '__proto__' }),
      'held unreadable',
    ],
  ]
  it.each(cases)('%s', async (_, operation, verdict) => {
    const phone = await world.device('apprentice')
    const before = await content()
    const answer = await phone.push([operation()])

    expect(answer.status).toBe(200)
    expect(verdictsOf(answer)).toEqual([verdict])
    expect(await content()).toEqual(before)
    expect(await listKept(world, phone)).toHaveLength(1)
  })

  it('words in another person’s draft', async () => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const book = aBook()
    const note = writeNote(book, 'draft')
    await tablet.push(book.done.map(({ operation }) => operation))
    const before = await content()

    const answer = await phone.push([aPatch(note, { text: 'Je change vos mots' })])
    expect(verdictsOf(answer)).toEqual(['rejected not-allowed'])
    expect(await content()).toEqual(before)
  })

  it('a section in the name of another party', async () => {
    const [laptop, phone] = [await world.device('trainer'), await world.device('apprentice')]
    const book = aBook()
    const interview = writeInterview(book, 'open')
    const frame = book.done.filter(({ operation }) => operation.kind === 'interview')
    await laptop.push(frame.map(({ operation }) => operation))
    const section = book.done.find(
      ({ operation, actor }) => actor.role === 'master' && operation.type === 'patch',
    )

    expect(interview.state).toBe('open')
    expect(verdictsOf(await phone.push([section?.operation]))).toEqual(['rejected wrong-identity'])
  })

  it('keys under which JavaScript hides its prototypes', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const patch = aPatch(anUnwrittenWeek(week), { week, told: 'x' })
    const text = JSON.stringify({
      protocol: 1,
      app: 'test',
      deviceId: phone.id,
      logbookId: logbooks.here,
      pending: 1,
      operations: [{ n: 1, operation: patch }],
    })
    const poisoned = text.replace('"set":{', '"set":{"__proto__":{"polluted":true},')
    const response = await phone.fetch('/sync/v1/push', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: poisoned,
    })

    expect(response.status).toBe(200)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const seen = await pulled(phone, anUnwrittenWeek(week))
    expect(JSON.stringify(seen ?? null)).not.toContain('polluted')
    expect((await listKept(world, phone))[0]?.verdict).toMatch(/applied|rejected/u)
  })

  it('resolving a field that every object inherits', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const entry = anUnwrittenWeek(week)
    const resolve = (key: string) => ({ ...anAct('submit', entry), type: 'resolve', key, drop: [] })
    const answer = await phone.push([
      aPatch(entry, { week }),
      resolve('__proto__'),
      resolve('constructor'),
    ])

    expect(answer.status).toBe(200)
    expect(await pulled(phone, entry)).toMatchObject({ alternatives: {}, state: 'draft' })
  })
})
