import { beforeAll, describe, expect, it } from 'vitest'
import { seedDemo } from '#server/demo/seedDemo.ts'
import { stories } from '#server/demo/stories.ts'
import { createDatabase, type TestDatabase } from '#tests/support/postgres.ts'
import { aServer } from '../testServer.ts'

/** The Monday on which the stories stop. */
const opens = new Date('2026-11-23T09:00:00Z')

describe('the demo', () => {
  let database: TestDatabase
  const rows = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows

  beforeAll(async () => {
    database = await createDatabase()
    const { deps } = await aServer(database.pool, { isDemo: true, now: () => opens })
    await seedDemo(deps)
  }, 120_000)

  it('has a livret for each story, and everybody has a door', async () => {
    const [count] = await rows('select count(*) from logbook')
    expect(count).toEqual({ count: stories.length })
    const [doors] = await rows('select count(*) from demo_person')
    const [people] = await rows('select count(*) from person')
    expect(doors).toEqual(people)
  })

  it('has a centre with its coordinator, who may open more of them', async () => {
    expect(
      await rows(
        `select c.name as centre, p.name, o.valid_until from coordinator o
         join centre c on c.id = o.centre_id join person p on p.id = o.person_id
         where o.valid_from <= '2026-11-23'`,
      ),
    ).toEqual([{ centre: 'Campus Tezenas du Montcel', name: 'Hélène Martinet', valid_until: null }])
  })

  it('holds every week of the stories, in the state its story tells', async () => {
    const weeks = stories.flatMap((story) => story.weeks)
    const [drafts] = await rows(
      `select count(*) from document where kind = 'entry' and state = 'draft'`,
    )
    const [signed] = await rows(
      `select count(*) from document where kind = 'entry' and state = 'signed'`,
    )
    const [sent] = await rows(
      `select count(*) from document where kind = 'entry' and state = 'submitted'`,
    )
    expect({ drafts, signed, sent }).toEqual({
      drafts: { count: weeks.filter((week) => week.sentAfter === null).length },
      signed: { count: weeks.filter((week) => week.signedAfter !== null).length },
      sent: {
        count: weeks.filter((week) => week.sentAfter !== null && week.signedAfter === null).length,
      },
    })
  })

  it('was written by the same acts as people make: each with a verdict, each signature with a key and a receipt', async () => {
    expect(await rows('select distinct verdict from operation')).toEqual([{ verdict: 'applied' }])
    expect(
      await rows(
        `select count(*) from signature where jws is null or receipt is null or level <> 'device-key'`,
      ),
    ).toEqual([{ count: 0 }])
  })

  it('has the skills in the words of its coordinator’s file, in every livret', async () => {
    const [imported] = await rows('select programme, number, content from skills_import')
    expect(imported).toMatchObject({ programme: 'bts-ndrc', number: 1 })
    expect(JSON.stringify(imported)).toContain('Se faire un réseau dans son métier')
  })

  it('leaves nobody signed in', async () => {
    expect(await rows('select count(*) from session')).toEqual([{ count: 0 }])
  })

  it('never writes over a database in which somebody is known', async () => {
    const before = await rows('select count(*) from operation')
    const { deps } = await aServer(database.pool, { isDemo: true, now: () => opens })
    await seedDemo(deps)
    expect(await rows('select count(*) from operation')).toEqual(before)
  })
})
