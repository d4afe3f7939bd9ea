import { describe, expect, it, vi } from 'vitest'
import { inTransaction, openPool } from '#server/storage/database.ts'
import { migrate, MigrationRefused, shippedMigrations } from '#server/storage/migrate.ts'
import { createDatabase } from '#tests/support/postgres.ts'

const tables = async (pool: Awaited<ReturnType<typeof createDatabase>>['pool']) =>
  (
    await pool.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
  ).rows.map(({ name }) => name)

const empty = () => createDatabase({})

describe('migrate', () => {
  it('three servers that start together build one database, and none of them fails', async () => {
    const { pool, url } = await empty()
    const pools = [pool, ...[1, 2].map(() => openPool(url, { onError: () => undefined }))]

    const ran = await Promise.all(pools.map((each) => migrate(each, shippedMigrations)))
    await Promise.all(pools.slice(1).map((each) => each.end()))

    expect(ran.filter((names) => names.length > 0)).toEqual([Object.keys(shippedMigrations).sort()])
  })

  it('runs the files in the order of their numbers, each of them once', async () => {
    const { pool } = await empty()
    const two = {
      '0002_b': 'insert into a values (2)',
      '0001_a': 'create table a (n int)',
    }

    expect(await migrate(pool, two)).toEqual(['0001_a', '0002_b'])
    expect(await migrate(pool, { ...two, '0003_c': 'insert into a values (3)' })).toEqual([
      '0003_c',
    ])
    expect((await pool.query('select n from a order by n')).rows).toEqual([{ n: 2 }, { n: 3 }])
  })

  it('an old file that changed is refused, and nothing new runs after it', async () => {
    const { pool } = await empty()
    await migrate(pool, { '0001_a': 'create table a (n int)' })
    const edited = { '0001_a': 'create table a (n bigint)', '0002_b': 'create table b (n int)' }

    await expect(migrate(pool, edited)).rejects.toThrow(MigrationRefused)
    expect(await tables(pool)).toEqual(['a', 'migration'])
  })

  it('a database from a newer server is refused, so that an old server never writes into it', async () => {
    const { pool } = await empty()
    await migrate(pool, { '0001_a': 'create table a (n int)', '0002_b': 'create table b (n int)' })

    await expect(migrate(pool, { '0001_a': 'create table a (n int)' })).rejects.toThrow(
      /plus récente/u,
    )
  })

  it.each([
    ['half-way', 'create table a (n int); select 1 / 0'],
    [
      'when it is written down',
      'create table a (n int); alter table migration drop column checksum',
    ],
  ])('a file that fails %s leaves nothing, and runs whole once it is repaired', async (_, sql) => {
    const { pool } = await empty()

    await expect(migrate(pool, { '0001_a': sql })).rejects.toThrow(
      /^Le fichier 0001_a.sql a échoué/u,
    )
    expect(await tables(pool)).toEqual(['migration'])
    expect(await migrate(pool, { '0001_a': 'create table a (n int)' })).toEqual(['0001_a'])
  })

  const slow = { '0001_a': 'create table a (n int); select pg_sleep(0.5)' }

  it('waits for a big table, and for a server that migrates before it, longer than requests wait', async () => {
    const { url } = await empty()
    const hurried = { onError: () => undefined, patience: { statement: 100, lock: 100 } }
    const pools = [openPool(url, hurried), openPool(url, hurried)]

    const ran = await Promise.all(pools.map((pool) => migrate(pool, slow)))
    await Promise.all(pools.map((pool) => pool.end()))
    expect(ran.sort()).toEqual([[], ['0001_a']])
  })

  it('two servers that start together both say which file fails, and leave nothing of it', async () => {
    const { pool, url } = await empty()
    const other = openPool(url, { onError: () => undefined })
    const planted = { '0001_a': 'create table a (n int)', '0002_b': 'drop table a; select 1 / 0' }

    const ends = await Promise.allSettled([pool, other].map((each) => migrate(each, planted)))
    await other.end()
    for (const end of ends) {
      if (end.status === 'fulfilled') throw new Error('it did not fail')
      expect(String(end.reason)).toMatch('Le fichier 0002_b.sql a échoué : division by zero')
    }
    expect(await tables(pool)).toEqual(['a', 'migration'])
  })

  it('a server that is killed amid a file leaves nothing of it, and the one that waited finishes', async () => {
    const { pool, url } = await empty()
    const [killed, waiting] = [1, 2].map(() => openPool(url, { onError: () => undefined }))
    if (!killed || !waiting) throw new Error('two pools')
    const dying = migrate(killed, slow).catch((error: unknown) => error)
    await vi.waitFor(async () => {
      // What a kill -9 is for the database: the connection ends amid the file.
      const { rowCount } = await pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like '%pg_sleep(0.5)' and state = 'active'`,
      )
      expect(rowCount).toBe(1)
    })
    const ran = await migrate(waiting, slow)
    expect(String(await dying)).toMatch(/Le fichier 0001_a.sql a échoué/u)
    expect(ran).toEqual(['0001_a'])
    expect(await migrate(pool, slow)).toEqual([])
    await Promise.all([killed.end(), waiting.end()])
  })
})

describe('inTransaction', () => {
  it('what throws leaves nothing, and the connection serves the next request', async () => {
    const { pool } = await createDatabase({ '0001_a': 'create table a (n bigint)' })
    const failing = inTransaction(pool, async (client) => {
      await client.query('insert into a values (1)')
      throw new Error('no')
    })

    await expect(failing).rejects.toThrow('no')
    expect((await pool.query('select count(*) from a')).rows).toEqual([{ count: 0 }])
  })

  it('serializable is what PostgreSQL really runs when it is asked for', async () => {
    const { pool } = await createDatabase({})
    const level = await inTransaction(
      pool,
      async (client) => (await client.query<object>('show transaction_isolation')).rows,
      { isolation: 'serializable' },
    )

    expect(level).toEqual([{ transaction_isolation: 'serializable' }])
  })
})
