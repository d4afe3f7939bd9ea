import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createEmptyDatabase } from '#tests/support/postgres.ts'
import { installServer, isRunning } from './builtServer.ts'

const { folder, start, run, postgresPid } = await installServer()
const place = await mkdtemp(join(tmpdir(), 'livret-backups-'))
afterAll(() => rm(place, { recursive: true, force: true }))

const peopleOf = async (url: string | null): Promise<unknown> =>
  (await fetch(`${url ?? ''}/api/v1/demo`)).json()

describe('the commands', { timeout: 120_000 }, () => {
  it('a backup beside the running server, another without it, and a restore into a new folder', async () => {
    const server = await start()
    const people = await peopleOf(server.url)
    const beside = await run(['backup', place])
    expect(await beside.ended, beside.said()).toBe(0)
    expect(beside.said()).toContain('Sauvegarde complète')
    const password = (await readFile(join(folder, 'data/postgres-password'), 'utf8')).trim()
    expect(beside.said()).not.toContain(password)
    expect((await fetch(`${server.url ?? ''}/health/ready`)).status).toBe(200)
    const centre = await run(['centre', 'Campus X', 'Hélène Martinet', 'helene@exemple.fr'])
    expect(await centre.ended, centre.said()).toBe(0)
    expect(centre.said()).toMatch(/Centre ouvert.*Campus X/u)
    server.kill('SIGTERM')
    await server.ended

    const alone = await run(['backup'])
    expect(await alone.ended, alone.said()).toBe(0)
    expect(isRunning((await postgresPid()) ?? 0)).toBe(false)
    const backups = join(folder, 'data/backups')
    const [name = ''] = await readdir(backups)
    expect((await stat(join(backups, name))).mode & 0o777).toBe(0o600)

    const [file = ''] = await readdir(place)
    const again = await run(['restore', join(place, file)])
    expect(await again.ended).toBe(1)
    expect(again.said()).toMatch(/déjà une base de données .* Rien n’a été touché/u)

    await rm(join(folder, 'data'), { recursive: true })
    const restored = await run(['restore', join(place, file)])
    expect(await restored.ended, restored.said()).toBe(0)
    const next = await start()
    expect(await peopleOf(next.url)).toEqual(people)
    next.kill('SIGTERM')
    await next.ended
  })

  it('a backup goes into a database of one’s own too, once', async () => {
    const { url, pool } = await createEmptyDatabase()
    const [file = ''] = await readdir(place)
    const first = await run(['restore', join(place, file)], { DATABASE_URL: url })
    expect(await first.ended, first.said()).toBe(0)
    const { rows } = await pool.query('select from logbook')
    expect(rows.length).toBeGreaterThan(5)
    const second = await run(['restore', join(place, file)], { DATABASE_URL: url })
    expect(await second.ended).toBe(1)
    expect(second.said()).toMatch(/n’est pas vide/u)
  })

  it.each([
    [['restore'], /Quelle sauvegarde/u],
    [['restore', '/nowhere/livret.tar'], /pas de sauvegarde à lire/u],
    [['resotre'], /ne connaît pas la commande/u],
    [['centre', 'Campus X', 'Hélène Martinet'], /Quel centre, qui, et à quelle adresse/u],
  ])('%j is answered by a sentence, and nothing starts', async (words, sentence) => {
    const data = join(place, 'nothing')
    const command = await run(words, { LIVRET_DATA: data })
    expect(await command.ended).toBe(1)
    expect(command.said()).toMatch(sentence)
    expect(command.said()).not.toMatch(/\bat .*\.js/u)
    expect(await stat(data).catch(() => null)).toBeNull()
  })

  it('a backup where there is no data says so, and makes none', async () => {
    const data = join(place, 'nothing')
    const command = await run(['backup'], { LIVRET_DATA: data })
    expect(await command.ended).toBe(1)
    expect(command.said()).toMatch(/pas de base de données/u)
    expect(await stat(data).catch(() => null)).toBeNull()
  })
})
