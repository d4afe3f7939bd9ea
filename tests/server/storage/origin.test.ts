import type pg from 'pg'
import { expect, it } from 'vitest'
import { openPool } from '#server/storage/database.ts'
import { GRANTS_MAX } from '#server/storage/logbookStorage.ts'
import { recogniseOrigin } from '#server/storage/origin.ts'
import { createLogbook } from '#server/storage/logbooks.ts'
import { logbookId } from '#tests/support/builders.ts'
import { copyDatabase, createDatabase } from '#tests/support/postgres.ts'

const AT = new Date('2026-02-01T08:00:00Z')

const CENTRE = '0195b2c0-0000-7000-8000-000000000001'

const generationIn = async (pool: pg.Pool) => {
  const { rows } = await pool.query<{ grant_number: number }>('select grant_number from logbook')
  return rows.map(({ grant_number }) => Math.floor(grant_number / GRANTS_MAX))
}

it('a database that was put back without our command is recognised at the next start, once', async () => {
  const database = await createDatabase()
  await database.pool.query(`insert into centre (id, name) values ($1, 'CFA')`, [CENTRE])
  await createLogbook(database.pool, {
    ...{ id: logbookId, centreId: CENTRE, programme: 'bts-ndrc', cohort: '2025-2027', at: AT },
    company: { name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' },
    contract: { start: '2025-09-01', end: '2027-08-31' },
  })
  expect(await recogniseOrigin(database.pool, AT), 'a new one').toBe(false)
  expect(await recogniseOrigin(database.pool, AT), 'it again').toBe(false)
  expect(await generationIn(database.pool)).toEqual([0])

  const copy = await copyDatabase(database)
  const starts = [recogniseOrigin(copy.pool, AT), recogniseOrigin(copy.pool, AT)]
  expect((await Promise.all(starts)).sort()).toEqual([false, true])
  expect(await recogniseOrigin(copy.pool, AT)).toBe(false)
  expect(await generationIn(copy.pool)).toEqual([AT.getTime() / 1000])
  expect(await recogniseOrigin(database.pool, AT), 'the one it was copied from').toBe(false)
})

it('needs no rights beyond those on its tables', async () => {
  const database = await createDatabase()
  await database.pool.query(`
    create role plain_server login password 'plain';
    grant select, insert, update on origin, logbook to plain_server`)
  const url = new URL(database.url)
  ;[url.username, url.password] = ['plain_server', 'plain']
  const pool = openPool(url.href, { onError: () => undefined })
  const known = async () => (await database.pool.query('select from origin')).rowCount
  await database.pool.query('revoke execute on function pg_control_system() from public')
  expect(await recogniseOrigin(pool, AT), 'who keeps it for us does not say').toBe(false)
  expect(await known()).toBe(0)
  await database.pool.query('grant execute on function pg_control_system() to public')
  expect(await recogniseOrigin(pool, AT)).toBe(false)
  expect(await known()).toBe(1)
  await pool.end()
  await database.pool.query('drop owned by plain_server; drop role plain_server')
})
