import { describe, expect, it } from 'vitest'
import { installServer, isRunning } from './builtServer.ts'

const installation = await installServer()
const { start, postgresPid } = installation
const isReady = async (url: string | null) => (await fetch(`${url ?? ''}/health/ready`)).ok

describe('the built server', { timeout: 60_000 }, () => {
  it('starts in an empty folder, and SIGTERM ends it and its database', async () => {
    const server = await start()
    expect(await isReady(server.url)).toBe(true)
    const pid = (await postgresPid()) ?? 0
    expect(isRunning(pid)).toBe(true)

    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(isRunning(pid)).toBe(false)
  })

  it('starts again, and SIGINT ends it, too', async () => {
    const server = await start()

    expect(await isReady(server.url)).toBe(true)
    server.kill('SIGINT')
    expect(await server.ended).toBe(0)
  })

  it('a second start with the same data says so, ends with 1, and the first goes on', async () => {
    const first = await start()
    const pid = await postgresPid()
    const second = await start()

    expect([second.url, await second.ended]).toEqual([null, 1])
    expect(second.said()).toMatch(/Livret tourne déjà avec le dossier .* Rien n’a été touché/u)
    expect(await isReady(first.url)).toBe(true)
    expect(await postgresPid()).toBe(pid)
    first.kill('SIGTERM')
    await first.ended
  })

  it('after kill -9 of the server alone, the next start ends the orphaned database and works', async () => {
    const killed = await start()
    const orphan = (await postgresPid()) ?? 0
    killed.kill('SIGKILL')
    await killed.ended
    expect(isRunning(orphan)).toBe(true)

    const server = await start()
    expect(await isReady(server.url)).toBe(true)
    expect(isRunning(orphan)).toBe(false)
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it('after kill -9 of everything, the next start works', async () => {
    const killed = await start()
    const pid = (await postgresPid()) ?? 0
    killed.kill('SIGKILL')
    process.kill(pid, 'SIGKILL')
    await killed.ended
    await expect.poll(() => isRunning(pid)).toBe(false)

    const server = await start()
    expect(await isReady(server.url)).toBe(true)
    server.kill('SIGTERM')
    expect(await server.ended).toBe(0)
  })

  it.each(['SIGKILL', 'SIGQUIT', 'SIGINT'] as const)(
    'a database that ends under it by %s is started again: the server says 503 meanwhile, and lives',
    async (signal) => {
      const server = await start()
      const pid = (await postgresPid()) ?? 0
      process.kill(pid, signal)
      const answers = new Set<number>()
      const until = async (isSo: () => boolean | Promise<boolean>) => {
        for (let tries = 0; tries < 600 && !(await isSo()); tries += 1) {
          answers.add((await fetch(`${server.url ?? ''}/health/ready`)).status)
          await new Promise((resolve) => setTimeout(resolve, 20))
        }
      }
      await until(() => !isRunning(pid))
      await until(() => server.said().includes('La base de données est revenue.'))

      expect(await isReady(server.url)).toBe(true)
      expect([...answers].filter((status) => status !== 200 && status !== 503)).toEqual([])
      expect(await postgresPid()).not.toBe(pid)
      const people = await fetch(`${server.url ?? ''}/api/v1/demo`)
      expect(((await people.json()) as { people: unknown[] }).people.length).toBeGreaterThan(5)
      server.kill('SIGTERM')
      expect(await server.ended).toBe(0)
    },
  )

  it('a server that is stopped while its database is away stops too, and leaves nothing running', async () => {
    const server = await start()
    process.kill((await postgresPid()) ?? 0, 'SIGKILL')
    server.kill('SIGTERM')
    expect(await server.ended, server.said()).toBe(0)
    expect(isRunning((await postgresPid()) ?? 0)).toBe(false)
  })
})
