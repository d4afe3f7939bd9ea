import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { DeviceId } from '#domain/identifiers.ts'
import type { Env } from '#server/env.ts'
import { createDemoDevice } from '#server/demo/demoDevice.ts'
import { nextId, personId } from '#tests/support/builders.ts'

/** A server that turns the first `times` requests away. */
function aTiredServer(times: number, status: 429 | 503) {
  let asked = 0
  const app = new Hono<Env>()
  app.post('*', (c) => {
    asked += 1
    return asked <= times ? c.json({ code: 'busy' }, status) : c.json({ keyId: null }, 201)
  })
  return { app, asked: () => asked }
}

const open = (app: Hono<Env>) =>
  createDemoDevice({
    app,
    id: nextId<DeviceId>(),
    personId: personId('apprentice'),
    label: 'Téléphone',
    cookie: () => Promise.resolve('livret=x'),
  })

it.each([
  ['has too much to do', 429],
  ['has no database for a moment', 503],
] as const)('a first start on a machine that %s goes on, as a phone would', async (_, status) => {
  const server = aTiredServer(2, status)
  await open(server.app)
  expect(server.asked()).toBe(3)
})

it('a story that the server refuses ends the start at once, with why', async () => {
  const app = new Hono<Env>()
  app.post('*', (c) => c.json({ code: 'not-allowed' }, 403))
  await expect(open(app)).rejects.toThrow('403')
})
