import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openSession } from '#server/access/session.ts'
import { readConfiguration } from '#server/configuration.ts'
import { StartRefused } from '#server/httpServer.ts'
import { newId } from '#server/newId.ts'
import { startServer } from '#server/startServer.ts'
import { layDatabaseWire } from '#tests/support/databaseWire.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addPeople, lea } from './testServer.ts'

const { pool, url: databaseUrl } = await createDatabase()
await addPeople(pool)
const folder = await mkdtemp(join(tmpdir(), 'livret-start-'))
afterAll(() => rm(folder, { recursive: true }))

const start = (
  port = '0',
  database = databaseUrl,
  say: (line: string) => void = () => undefined,
) => {
  const configuration = readConfiguration({
    PORT: port,
    DATABASE_URL: database,
    LIVRET_DATA: folder,
  })
  if ('refused' in configuration) throw new Error(configuration.refused.join(' '))
  return startServer({
    configuration,
    now: () => new Date(),
    newId,
    log: () => undefined,
    say,
    webFolder: null,
  })
}

describe('the server on a real port', () => {
  it('ten megabytes sent over the network get an answer, and the next request is served', async () => {
    const server = await start()
    const send = (body: string) =>
      fetch(`${server.url}/api/v1/sign-in/codes`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: server.url },
        body,
      })
    const big = await send(JSON.stringify({ email: 'x'.repeat(10_000_000) }))
    const next = await send(JSON.stringify({ email: 'nobody@example.fr' }))

    expect([big.status, await big.json()]).toMatchObject([413, { code: 'too-large' }])
    expect(next.status).toBe(202)
    await server.stop()
  })

  it('stops at once although a page listens to its pokes, and takes nobody more', async () => {
    const server = await start()
    const token = await openSession(pool, { personId: lea, label: '', at: new Date() })
    const pokes = await fetch(`${server.url}/sync/v1/poke`, {
      headers: { Cookie: `livret=${token}` },
    })
    expect(pokes.headers.get('Content-Type')).toBe('text/event-stream')

    const heard = pokes.text()
    await server.stop()
    // Ended in order: one that is waited for and then cut would be an error.
    await expect(heard).resolves.toContain('\n')
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow()
  })

  it('stops although somebody opened a connection and says nothing', async () => {
    const server = await start()
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1')
    await new Promise((resolve) => socket.once('connect', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))

    await server.stop()
    await closed
  })

  it('waits for a database that starts after it, and not for one that does not let it in', async () => {
    const wire = await layDatabaseWire(databaseUrl)
    await wire.close()
    const said: string[] = []
    const starting = start('0', wire.url, (line) => said.push(line))
    await vi.waitFor(() => {
      expect(said).toEqual(['La base de données ne répond pas encore. Livret attend…'])
    }, 5_000)
    await wire.open()
    const server = await starting
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
    await server.stop()

    const wrong = new URL(databaseUrl)
    wrong.password = 'wrong'
    await expect(start('0', wrong.href)).rejects.toThrow(/password/u)
  })

  it('a port that is taken is said in a sentence, and the running server goes on', async () => {
    const server = await start()
    const second = start(new URL(server.url).port)

    await expect(second).rejects.toThrow(StartRefused)
    expect((await fetch(`${server.url}/health/ready`)).status).toBe(200)
    await server.stop()
  })
})
