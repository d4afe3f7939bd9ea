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
  nextId,
  writeWeek,
} from '#tests/support/builders.ts'
import { createWorld, pulled, verdictsOf, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}

/** Everything of the logbook but what operations and counters add: who may not act leaves this as it is. */
async function content() {
  const { rows } = await world.pool.query<Record<string, unknown>>(
    `select (select json_agg(d order by id) from document d) as documents,
       (select json_agg(v order by document_id, number) from version v) as versions,
       (select json_agg(s order by document_id) from signature s) as signatures`,
  )
  return rows
}

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
      { numRuns: 40 },
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
          const odd = { ...(Object(value) as object), id }
          const answer = await phone.push([odd, { ...rest, id: nextId(), set: { ...set, x: 1 } }])
          expect(answer.status).toBe(200)
          expect(answer.body.results.map(({ verdict }) => verdict)).toEqual(['held', 'rejected'])
        },
      ),
      { numRuns: 60 },
    )
    expect(await content()).toEqual(before)
  })
})
