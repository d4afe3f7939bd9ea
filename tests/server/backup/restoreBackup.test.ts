import { execFileSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHAIN_START, nextHead, type Link } from '#domain/chain.ts'
import { hashOfText } from '#domain/hash.ts'
import { createPhotoStore } from '#server/backup/photoStore.ts'
import { openBackup, restoreBackup } from '#server/backup/restoreBackup.ts'
import { seedDemo } from '#server/demo/seedDemo.ts'
import { keyOf } from '#server/documents/fileStore.ts'
import { createFolderStore } from '#server/documents/folderStore.ts'
import { migrate, shippedMigrations } from '#server/storage/migrate.ts'
import { recogniseOrigin } from '#server/storage/origin.ts'
import {
  createWorld,
  cursorOf,
  pullBook,
  readPulled,
  type TestDevice,
  type World,
} from '#tests/server/routes/world.ts'
import { putPiece } from '#tests/server/routes/photoRequests.ts'
import { aServer } from '#tests/server/testServer.ts'
import { anUnwrittenWeek, aPatch, logbookId, unwritten } from '#tests/support/builders.ts'
import { aRealPhoto } from '#tests/support/photos.ts'
import { aSound } from '#tests/support/sounds.ts'
import { createDatabase, createEmptyDatabase, type TestDatabase } from '#tests/support/postgres.ts'
import { aFolder, backUp, bring, hashOf, listTableNames, putBack, readTables } from './drill.ts'

let world: World
let phone: TestDevice
let folder: string
const placeOf = (dataFolder: string, sha256: string) =>
  join(dataFolder, 'files', keyOf(sha256, 'original'))
/** Taken of the world as it is when the tests begin. */
let path: string
const photos: Buffer[] = []
const aPhoto = async () => (await aRealPhoto()).bytes

const ODD = 'Ligne 1\nligne 2\ttab \\N \\. "guillemets" {}, (a,b) é 👩🏽‍🔧 \u007f'

const put = (device: TestDevice, bytes: Buffer) =>
  device.fetch(`/api/v1/logbooks/${logbookId}/files/${hashOf(bytes)}`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
  })

let weeks = 0
const write = (told = ODD) => {
  weeks += 1
  const week = `2026-W${String(weeks).padStart(2, '0')}`
  return phone.push([aPatch(anUnwrittenWeek(week), { week, told })])
}

beforeAll(async () => {
  const database = await createDatabase()
  const demo = { isDemo: true, now: () => new Date('2026-11-23T09:00:00Z') }
  await seedDemo((await aServer(database.pool, demo)).deps)
  world = await createWorld(undefined, database)
  phone = await world.device('apprentice')
  for (let each = 0; each < 5; each += 1) photos.push(await aPhoto())
  photos.push(aSound().bytes)
  for (const bytes of photos) await put(phone, bytes)
  const begun = await aRealPhoto()
  await putPiece(phone, begun, 0, begun.bytes.subarray(0, 100))
  await write()
  await write()
  const strange = { ...aPatch(unwritten('note'), { text: ODD }), v: 99 as never }
  await phone.push([strange])
  const desk = await world.device('coordinator')
  const settle = `/api/v1/logbooks/${logbookId}/held/${strange.id}`
  const settled = await desk.post(settle, { decision: 'refuse', reason: ODD })
  expect(settled.status).toBe(200)
  await bring(desk, logbookId, strange)
  const { ask } = await aServer(world.pool)
  await ask('POST', '/api/v1/sign-in/codes', { body: { email: 'apprentice@here.example' } })
  await world.pool.query(
    `insert into demo_mail values (gen_random_uuid(), now(), 'a', $1, $1, $1)`,
    [ODD],
  )
  await recogniseOrigin(world.pool, new Date('2026-01-30T08:00:00Z'))
  folder = await aFolder()
  path = join(folder, 'livret.tar')
  await backUp(world, world.folder, path)
}, 120_000)

/** What each logbook’s history adds up to, beside what is written of it. */
async function readChains({ pool }: Pick<TestDatabase, 'pool'>) {
  const { rows: books } = await pool.query<{ id: string; head: number; chain: string }>(
    'select id, head, chain from logbook order by id',
  )
  return Promise.all(
    books.map(async ({ id, head, chain }) => {
      const { rows: links } = await pool.query<Link & { body: string | null }>(
        `select seq, body, hash, verdict from operation where logbook_id = $1
         union all select seq, null, hash, verdict from settlement where logbook_id = $1
         order by seq`,
        [id],
      )
      for (const { body, hash } of links) if (body !== null) expect(hashOfText(body)).toBe(hash)
      expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: head }, (_, at) => at + 1))
      expect(links.reduce(nextHead, CHAIN_START)).toBe(chain)
      return { id, head, chain }
    }),
  )
}

describe('what a backup brings back', () => {
  it('every row of every table, every history, every photo, byte for byte', async () => {
    const [target, data] = [await createEmptyDatabase(), await aFolder()]
    const before = await readTables(world)
    const empty = Object.entries(before).filter(([, { rows }]) => rows === 0)
    expect(empty, 'an empty table would prove nothing').toEqual([])
    await putBack(path, target, data)

    expect(await readTables(target)).toEqual(before)
    const chains = await readChains(target)
    expect(chains).toEqual(await readChains(world))
    expect(chains.length).toBeGreaterThan(5)
    for (const bytes of photos) {
      expect(hashOf(await readFile(placeOf(data, hashOf(bytes))))).toBe(hashOf(bytes))
    }
    expect(await readdir(join(data, 'files', 'incoming'))).toEqual([])
    expect(await migrate(target.pool)).toEqual([])
  })

  it('the rows that are final stay final', async () => {
    const target = await createEmptyDatabase()
    await putBack(path, target, await aFolder())
    await expect(target.pool.query('delete from operation')).rejects.toThrow(/never changed/u)
  })

  it('one moment, although people write meanwhile', async () => {
    const other = join(await aFolder(), 'livret.tar')
    const done = new AbortController()
    const writing = (async () => {
      while (!done.signal.aborted) await write()
    })()
    await backUp(world, world.folder, other)
    done.abort()
    await writing
    const target = await createEmptyDatabase()
    await putBack(other, target, await aFolder())
    await readChains(target)
  })

  it('where counters stood', async () => {
    const sql = 'create table job (id int generated by default as identity primary key);'
    const migrations = { ...shippedMigrations, '9000_job': sql }
    const [source, target] = [await createDatabase(migrations), await createEmptyDatabase()]
    const add = 'insert into job default values returning id'
    await source.pool.query(add)
    await source.pool.query(add)
    const file = join(await aFolder(), 'livret.tar')
    await backUp(source, folder, file)
    await putBack(file, target, folder, migrations)
    expect((await target.pool.query<{ id: number }>(add)).rows).toEqual([{ id: 3 }])
  })

  it('a database of an older Livret, which this one then brings up to date', async () => {
    const { '0011_generation': _, ...older } = shippedMigrations
    const [source, target] = [await createDatabase(older), await createEmptyDatabase()]
    const file = join(await aFolder(), 'livret.tar')
    await backUp(source, folder, file)
    await putBack(file, target, folder)
    expect(await migrate(target.pool)).toEqual(['0011_generation'])
  })
})

describe('a device that knows more than the restored server', () => {
  const ask = async (
    server: Awaited<ReturnType<typeof aServer>>,
    address: string,
    more: object,
  ) => {
    const body = { protocol: 1, app: 'test', deviceId: phone.id, ...more }
    return server.ask('POST', address, { cookie: phone.cookie, body })
  }

  it('is told so for every logbook, even where nothing seems new, and offers again what was lost', async () => {
    const early = await pullBook(phone)
    const file = join(await aFolder(), 'livret.tar')
    await backUp(world, world.folder, file)
    const lost = { week: '2025-W50', told: 'Écrit après la sauvegarde' }
    const operation = aPatch(anUnwrittenWeek(lost.week), lost)
    expect((await phone.push([operation])).status).toBe(200)

    const target = await createEmptyDatabase()
    await putBack(file, target, world.folder)
    const server = await aServer(target.pool, { now: world.deps.now })
    const cursor = cursorOf(early)
    const check = { check: false, books: { [logbookId]: cursor } }
    const pulled = readPulled(await (await ask(server, '/sync/v1/pull', check)).text())
    const book = pulled.books[logbookId]
    expect(book).toMatchObject({ reset: 'restored', lastN: early.lastN, seq: early.seq })
    expect(pulled.serverKey).toEqual(world.deps.serverKey.publicKey)

    const n = cursor.settled + 1
    const push = { logbookId, pending: 1, operations: [{ n: n + 1, operation }] }
    const gap = await ask(server, '/sync/v1/push', push)
    expect([gap.status, await gap.json()]).toMatchObject([409, { code: 'gap', expected: n }])
    const again = { ...push, operations: [{ n, operation }] }
    const taken = await ask(server, '/sync/v1/push', again)
    expect(await taken.json()).toMatchObject({ results: [{ n, verdict: 'applied' }] })

    const now = { check: false, books: { [logbookId]: cursorOf(book ?? early) } }
    const next = readPulled(await (await ask(server, '/sync/v1/pull', now)).text())
    expect(next.books[logbookId]?.reset).toBeNull()
  })
})

describe('what is refused, and nothing is changed', () => {
  it('a database in which something is', async () => {
    const used = await createDatabase()
    await used.pool.query(`insert into centre values (gen_random_uuid(), 'CFA')`)
    const before = await readTables(used)
    await expect(putBack(path, used, folder)).rejects.toThrow(/n’est pas vide/u)
    expect(await readTables(used)).toEqual(before)

    const foreign = await createEmptyDatabase()
    await foreign.pool.query('create table invoice (id int)')
    await expect(putBack(path, foreign, folder)).rejects.toThrow(/n’est pas vide/u)
    expect(await listTableNames(foreign)).toEqual(['invoice'])
  })

  it('an archive that was cut, or in which one bit is another, wherever', async () => {
    const whole = await readFile(path)
    const [target, data] = [await createEmptyDatabase(), await aFolder()]
    const damaged = join(await aFolder(), 'damaged.tar')
    const refuse = async (bytes: Buffer, what: string) => {
      await writeFile(damaged, bytes)
      await expect(putBack(damaged, target, data), what).rejects.toThrow(/abîmée ou incomplète/u)
    }
    // The two blocks of zeros that end an archive say nothing.
    const length = whole.length - 1024
    for (let part = 0; part < 40; part += 1) {
      const at = Math.floor((length * part) / 40)
      await refuse(whole.subarray(0, at), `cut at ${at}`)
      const flipped = Buffer.from(whole)
      flipped.writeUInt8(flipped.readUInt8(at) ^ 1, at)
      await refuse(flipped, `another bit at ${at}`)
    }
    await refuse(Buffer.alloc(0), 'empty')
    await refuse(Buffer.from('PK\u0003\u0004 something else'), 'something else')
    expect(await listTableNames(target)).toEqual([])
    expect(await readdir(data)).toEqual([])
  })

  it('an archive that breaks after it was checked, and one without a row it counted', async () => {
    const target = await createEmptyDatabase()
    const file = join(await aFolder(), 'livret.tar')
    await backUp(world, world.folder, file)
    const backup = await openBackup(file)
    const whole = await readFile(file)
    const client = await target.pool.connect()
    const photoStore = createPhotoStore(createFolderStore(folder))
    const options = {
      client,
      photos: photoStore,
      at: new Date(0),
      signal: new AbortController().signal,
    }
    try {
      await writeFile(file, whole.subarray(0, whole.length - 40_000))
      await expect(restoreBackup(backup, options)).rejects.toThrow(/abîmée/u)
      await writeFile(file, whole)
      const rows = { ...backup.closing.rows, centre: 99 }
      const counted = { ...backup, closing: { ...backup.closing, rows } }
      await expect(restoreBackup(counted, options)).rejects.toThrow(/instead of 99/u)
    } finally {
      client.release()
    }
    expect(await listTableNames(target)).toEqual([])
  })

  it('a backup by a newer Livret, or with a migration that reads differently here', async () => {
    const newer = { ...shippedMigrations, '9999_future': 'create table future (id int);' }
    const source = await createDatabase(newer)
    const target = await createEmptyDatabase()
    const file = join(await aFolder(), 'livret.tar')
    await backUp(source, folder, file)
    await expect(putBack(file, target, folder)).rejects.toThrow(/plus récente.*9999_future/u)
    const changed = { ...newer, '9999_future': 'create table future (id bigint);' }
    await expect(putBack(file, target, folder, changed)).rejects.toThrow(/9999_future/u)
    expect(await listTableNames(target)).toEqual([])
  })
})

describe('the archive', () => {
  it('is for its owner only, and any tar opens it', async () => {
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    const names = execFileSync('tar', ['tf', path], { encoding: 'utf8' }).trimEnd().split('\n')
    expect([names[0], names.at(-1)]).toEqual(['livret.json', 'end.json'])
    const sha256 = hashOf(photos[0] ?? '')
    const bytes = execFileSync('tar', ['xOf', path, `photos/${sha256}`])
    expect(hashOf(bytes)).toBe(sha256)
  })

  it('names the photos of which the bytes are gone or are others', async () => {
    const source = await createWorld()
    const device = await source.device('apprentice')
    const [gone, damaged, whole] = [await aPhoto(), await aPhoto(), await aPhoto()]
    for (const bytes of [gone, damaged, whole]) await put(device, bytes)
    await rm(placeOf(source.folder, hashOf(gone)))
    await writeFile(placeOf(source.folder, hashOf(damaged)), 'something else')

    const closing = await backUp(source, source.folder, join(await aFolder(), 'livret.tar'))
    const missing = [hashOf(gone), hashOf(damaged)].sort()
    expect(closing).toMatchObject({ photos: 1, missing })
  })

  it('never takes the place of another file, and leaves nothing when it fails', async () => {
    const place = await aFolder()
    const file = join(place, 'livret.tar')
    await writeFile(file, 'an older backup')
    await expect(backUp(world, world.folder, file)).rejects.toThrow(/déjà un fichier/u)
    expect(await readFile(file, 'utf8')).toBe('an older backup')

    const empty = await createEmptyDatabase()
    await expect(backUp(empty, folder, join(place, 'b.tar'))).rejects.toThrow(/pas encore Livret/u)
    // A photo that cannot be read at all.
    const sha256 = hashOf(photos[0] ?? '')
    const kept = await readFile(placeOf(world.folder, sha256))
    await rm(placeOf(world.folder, sha256))
    await mkdir(placeOf(world.folder, sha256))
    await expect(backUp(world, world.folder, join(place, 'c.tar'))).rejects.toThrow(/EISDIR/u)
    await rm(placeOf(world.folder, sha256), { recursive: true })
    await writeFile(placeOf(world.folder, sha256), kept)
    expect(await readdir(place)).toEqual(['livret.tar'])
  })
})
