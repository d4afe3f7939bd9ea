import { beforeAll, describe, expect, it } from 'vitest'
import { civilDay } from '#server/storage/civilDay.ts'
import { listMembers } from '#server/storage/logbooks.ts'
import { aBook, logbookId, personId, writeWeek } from '#tests/support/builders.ts'
import { createWorld, type World } from '../routes/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const book = aBook()
  writeWeek(book, 'signed')
  for (const { operation, actor } of book.done) {
    await (actor.role === 'master' ? tablet : phone).push([operation])
  }
})

describe('what was sent, frozen and signed cannot be changed, not even by hand', () => {
  it.each([
    [`update operation set verdict = 'rejected'`],
    ['delete from operation'],
    ['truncate operation cascade'],
    [`update version set content = '{}'`],
    ['delete from version'],
    [`update signature set at = now()`],
    [`update signature set receipt = ''`],
    ['delete from signature'],
    ['truncate version cascade'],
  ])('%s', async (sql) => {
    const count = async (): Promise<unknown[]> =>
      (
        await world.pool.query<Record<string, number>>(
          `select (select count(*) from operation) as operations,
             (select count(*) from version) as versions, (select count(*) from signature) as signatures`,
        )
      ).rows
    const before = await count()
    expect(before).toEqual([{ operations: 3, versions: 1, signatures: 1 }])
    await expect(world.pool.query(sql)).rejects.toThrow(/never changed or removed/u)
    expect(await count()).toEqual(before)
  })

  it('a signature hangs on a version that exists', async () => {
    await expect(
      world.pool.query(
        `insert into signature (logbook_id, document_id, version, hash, signer, role, level, at,
           receipt, operation_id, seq)
         select logbook_id, document_id, 7, hash, gen_random_uuid(), role, level, at, receipt,
           operation_id, seq from signature`,
      ),
    ).rejects.toThrow(/foreign key/u)
  })
})

it('what travels of a document is what its versions and signatures are, word for word', async () => {
  const { rows } = await world.pool.query<{ frozen: string; evidence: unknown }>(
    `select d.frozen, json_build_object(
       'versions', (select json_agg(json_build_object('number', number, 'hash', hash,
          'content', content::json) order by number)
         from version v where v.logbook_id = d.logbook_id and v.document_id = d.id),
       'signatures', (select json_agg(json_build_object('version', version, 'hash', hash,
          'signer', signer, 'receipt', receipt, 'jws', jws) order by seq)
         from signature s where s.logbook_id = d.logbook_id and s.document_id = d.id)) as evidence
     from document d`,
  )
  expect(rows).toHaveLength(1)
  for (const { frozen, evidence } of rows)
    expect(JSON.parse(frozen)).toMatchObject(evidence as object)
})

it('every key of what people write begins with the logbook, so that it can be spread by it', async () => {
  const { rows } = await world.pool.query<{ table_name: string; first: string }>(
    `select c.relname as table_name, a.attname as first
     from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
     where i.indisunique and c.relname in
       ('operation', 'document', 'version', 'signature', 'device_counter', 'file_reference', 'member', 'signing_key', 'upload', 'upload_piece')`,
  )
  expect(rows.length).toBeGreaterThanOrEqual(12)
  expect(rows.filter(({ first }) => first !== 'logbook_id')).toEqual([])
})

it('a membership counts from its first day to its last, both included', async () => {
  const days = ['2025-08-31', '2025-09-01', '2027-08-31', '2027-09-01']
  const master = await Promise.all(
    days.map(async (day) =>
      (await listMembers(world.pool, logbookId, day)).get(personId('master')),
    ),
  )
  expect(master).toEqual([undefined, 'master', 'master', undefined])
})

it('the day is the one on the wall in France, also in summer', () => {
  expect(civilDay(new Date('2026-07-14T21:59:59Z'))).toBe('2026-07-14')
  expect(civilDay(new Date('2026-07-14T22:00:00Z'))).toBe('2026-07-15')
  expect(civilDay(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01')
})
