import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { hashOf } from '#domain/hash.ts'
import type { Content } from '#domain/operation.ts'
import { versionStatement } from '#domain/versions.ts'
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
  writeWeek,
} from '#tests/support/builders.ts'
import { createWorld, listKept, pulled, verdictsOf, type TestDevice, type World } from './world.ts'

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
          'photos/a': { sha256: 'a'.repeat(64), size: 1, mime: 'text/html' } as never,
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

describe('an envelope that nothing can be made of', () => {
  const send = (phone: TestDevice, body: string) =>
    phone.fetch('/sync/v1/push', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
  const envelope = (phone: TestDevice, change: Record<string, unknown>) =>
    JSON.stringify({
      protocol: 1,
      app: 'test',
      deviceId: phone.id,
      logbookId: logbooks.here,
      pending: 1,
      operations: [{ n: 1, operation: aPatch(anUnwrittenWeek(), { week: WEEK }) }],
      ...change,
    })
  it.each<[string, Record<string, unknown>]>([
    ['another protocol', { protocol: 2 }],
    ['no operations', { operations: [] }],
    [
      'more operations than a push may hold',
      {
        operations: Array.from({ length: 51 }, (_, n) => ({
          n: n + 1,
          operation: anAct('submit', anUnwrittenWeek()),
        })),
      },
    ],
    ['an operation without an id', { operations: [{ n: 1, operation: { type: 'patch' } }] }],
    ['an operation that is a list', { operations: [{ n: 1, operation: [] }] }],
    [
      'a number that is zero',
      { operations: [{ n: 0, operation: anAct('submit', anUnwrittenWeek()) }] },
    ],
    [
      'a number that is half',
      { operations: [{ n: 1.5, operation: anAct('submit', anUnwrittenWeek()) }] },
    ],
    ['a logbook that is no id', { logbookId: '1; drop table operation' }],
    ['a key we do not know', { admin: true }],
    ['less than nothing pending', { pending: -1 }],
  ])('%s', async (_, change) => {
    const phone = await world.device('apprentice')
    const response = await send(phone, envelope(phone, change))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'not-our-protocol' })
    expect(await listKept(world, phone)).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['half of something', '{"protocol":1,'],
    ['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('%s', async (_, body) => {
    const phone = await world.device('apprentice')
    const response = await send(phone, body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'not-our-protocol' })
  })

  it('brackets within one operation', async () => {
    const phone = await world.device('apprentice')
    const deep = '['.repeat(20_000) + ']'.repeat(20_000)
    const response = await send(phone, envelope(phone, {}).replace('"seen":{}', `"seen":${deep}`))
    expect(response.status).toBe(422)
  })

  it('claims of more than there can be', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const operations = [{ n: 1, operation: aPatch(anUnwrittenWeek(week), { week }) }]
    const response = await send(
      phone,
      envelope(phone, { operations, pending: Number.MAX_SAFE_INTEGER }),
    )
    expect(response.status).toBe(200)
    const far = await send(
      phone,
      envelope(phone, { operations: [{ ...operations[0], n: Number.MAX_SAFE_INTEGER }] }),
    )
    expect(far.status).toBe(200)
  })

  it('several operations of more than 256 kB together are asked for in parts', async () => {
    const phone = await world.device('apprentice')
    const operations = Array.from({ length: 4 }, () => {
      const week = newWeek()
      return aPatch(anUnwrittenWeek(week), { week, told: 'a'.repeat(90_000) })
    })
    expect(await phone.push(operations)).toMatchObject({ status: 413, body: { code: 'too-large' } })
    expect(await listKept(world, phone)).toEqual([])
    expect((await phone.push(operations.slice(0, 2))).status).toBe(200)
  })

  it('one operation alone may be longer: it cannot be sent in parts', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    // 100 000 characters of three bytes.
    const patch = aPatch(anUnwrittenWeek(week), { week, told: '語'.repeat(100_000) })
    expect(verdictsOf(await phone.push([patch]))).toEqual(['applied'])
  })

  it('ten megabytes are turned down without being kept', async () => {
    const phone = await world.device('apprentice')
    const response = await send(phone, `"${'a'.repeat(10_000_000)}"`)
    expect(response.status).toBe(413)
  })
})

describe('whatever letters people type', () => {
  const texts: readonly [string, string, string][] = [
    ['64 kB of text', 'é'.repeat(32_000), 'é'.repeat(32_000)],
    ['emoji', '👩🏽‍🔧 rayon 🪴', '👩🏽‍🔧 rayon 🪴'],
    ['accents in two parts', 'pre\u0301sentation', 'présentation'],
    ['U+0000', 'a\0b', 'ab'],
    ['half an emoji', 'a\ud83db', 'a\ufffdb'],
    ['what looks like SQL', `'; drop table document; --`, `'; drop table document; --`],
    ['what looks like a page', '<script>alert(1)</script>', '<script>alert(1)</script>'],
  ]
  it.each(texts)('%s comes back as composed text', async (_, typed, kept) => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const entry = anUnwrittenWeek(week)
    expect(verdictsOf(await phone.push([aPatch(entry, { week, told: typed })]))).toEqual([
      'applied',
    ])
    expect((await pulled(phone, entry))?.fields['told']?.value).toBe(kept)
  })

  it('two keyboards give one hash, and it is the hash of what is shown', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const entry = anUnwrittenWeek(week)
    await phone.push([aPatch(entry, { week, told: 'De\u0301marche 👍🏽' }), anAct('submit', entry)])
    const seen = await pulled(phone, entry)
    const version = seen?.versions[0]
    expect(version?.content['told']).toBe('Démarche 👍🏽')
    const local = writeWeek(aBook(), 'submitted', { week, told: 'Démarche 👍🏽' })
    const statement = versionStatement(local, {
      number: 1,
      content: { week, told: 'Démarche 👍🏽' },
    })
    expect(version?.hash).toBe(hashOf(statement))
  })

  it('any text at all is kept and read again, and never breaks the server', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const entry = anUnwrittenWeek(week)
    await phone.push([aPatch(entry, { week })])
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (told) => {
        const answer = await phone.push([aPatch(entry, { told })])
        expect(answer.status).toBe(200)
        expect(answer.body.results[0]?.verdict).toMatch(/^(applied|merged)$/u)
      }),
      { numRuns: 40, verbose: 1 },
    )
  })

  it('any JSON at all in place of an operation gets an answer', async () => {
    const phone = await world.device('apprentice')
    const before = await content()
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.dictionary(fc.string(), fc.jsonValue()),
        async (value, set) => {
          const { id, ...rest } = aPatch(anUnwrittenWeek('2025-W20'), set as Content)
          const odd = { ...(typeof value === 'object' ? value : { value }), id }
          const answer = await phone.push([odd, { ...rest, id: nextId(), set: { ...set, x: 1 } }])
          expect(answer.status).toBe(200)
          expect(answer.body.results.map(({ verdict }) => verdict)).toEqual(['held', 'rejected'])
        },
      ),
      { numRuns: 60, verbose: 1 },
    )
    expect(await content()).toEqual(before)
  })
})
