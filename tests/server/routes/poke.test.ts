import { beforeAll, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { aPatch, logbookId, logbooks, nextId, unwritten } from '#tests/support/builders.ts'
import { createWorld, openLogbook, type TestDevice, type World } from './world.ts'

let world: World
const second = nextId<LogbookId>()
beforeAll(async () => {
  world = await createWorld()
  await openLogbook(world.deps, second)
})

/** The events of one open page, each as `event: data`. */
async function listen(device: TestDevice) {
  const response = await device.fetch('/sync/v1/poke')
  if (!response.body) throw new Error('no stream')
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const events: string[] = []
  let open = true
  let text = ''
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      text += value
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      events.push(...parts)
    }
    open = false
  })()
  const until = async (isSo: () => boolean) => {
    for (let tries = 0; tries < 200 && !isSo(); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(isSo()).toBe(true)
  }
  // The first comment says that the connection stands.
  await until(() => events.length > 0)
  return { response, events, until, reading, isOpen: () => open, cancel: () => reader.cancel() }
}

const note = () => [aPatch(unwritten('note'), { text: 'Un mot' })]

it('an open page hears at once that a logbook of its person moved on, and of no other', async () => {
  const page = await listen(await world.device('apprentice'))
  expect(page.response.headers.get('Content-Type')).toMatch(/^text\/event-stream/u)
  const elsewhere = await world.device('master', 'elsewhere')
  await elsewhere.push(note(), { logbookId: logbooks.elsewhere })
  const desk = await world.device('master')
  await desk.push(note(), { logbookId: second })
  await desk.push(note())

  await page.until(() => page.events.length >= 3)
  expect(page.events.slice(1)).toEqual([
    `event: poke\ndata: ${second}`,
    `event: poke\ndata: ${logbookId}`,
  ])
  await page.cancel()
})

it('a push that was turned down pokes nobody', async () => {
  const page = await listen(await world.device('apprentice'))
  const desk = await world.device('master')
  expect((await desk.push(note(), { n: 7 })).status).toBe(409)
  expect((await desk.push(note())).status).toBe(200)

  await page.until(() => page.events.length >= 2)
  expect(page.events).toHaveLength(2)
  await page.cancel()
})

it('goes on after the database closed its connection', async () => {
  const page = await listen(await world.device('apprentice'))
  await world.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'livret-poke' and datname = current_database()`,
  )
  const listeners = async () => {
    const { rowCount } = await world.pool.query(
      `select from pg_stat_activity where application_name = 'livret-poke'
         and datname = current_database() and query = 'listen livret_poke'`,
    )
    return rowCount
  }
  for (let tries = 0; tries < 100 && (await listeners()) !== 1; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const desk = await world.device('master')
  await desk.push(note())

  await page.until(() => page.events.includes(`event: poke\ndata: ${logbookId}`))
  await page.cancel()
})

it('a page that reads nothing for a while is told of each logbook once, however often it moved on', async () => {
  const device = await world.device('apprentice')
  const response = await device.fetch('/sync/v1/poke')
  for (let each = 0; each < 50; each += 1) world.deps.pokes.poke(logbookId)
  world.deps.pokes.poke(second)
  await new Promise((resolve) => setTimeout(resolve, 50))

  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes(second)) heard += (await reader?.read())?.value ?? ''
  expect(heard.split(logbookId).length - 1).toBeLessThanOrEqual(2)
  await reader?.cancel()
})

it('twenty open pages are enough for one person: one more is told so, until one closes', async () => {
  const person = await world.device('guardian')
  const other = await world.device('auditor')
  const pages = await Promise.all(Array.from({ length: 20 }, () => person.fetch('/sync/v1/poke')))
  expect(pages.map(({ status }) => status)).toEqual(Array(20).fill(200))

  const refused = await person.fetch('/sync/v1/poke')
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '60'])
  expect(await refused.json()).toMatchObject({ code: 'too-many-pages' })
  const allowed = await other.fetch('/sync/v1/poke')
  expect(allowed.status).toBe(200)

  await pages[0]?.body?.cancel()
  const again = await person.fetch('/sync/v1/poke')
  expect(again.status).toBe(200)
  for (const page of [...pages.slice(1), allowed, again]) await page.body?.cancel()
})

it('who is signed out hears nothing', async () => {
  const response = await world.app.request('/sync/v1/poke')
  expect(response.status).toBe(401)
})

it('ends when the server stops, and takes nobody new', async () => {
  const device = await world.device('apprentice')
  const page = await listen(device)
  world.stop()
  await page.until(() => !page.isOpen())
  expect((await device.fetch('/sync/v1/poke')).status).toBe(503)
})
