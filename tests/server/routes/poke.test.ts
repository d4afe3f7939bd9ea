import { beforeAll, describe, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { newsEventSchema } from '#protocol/sync.ts'
import {
  aBook,
  anAct,
  aPatch,
  logbookId,
  logbooks,
  nextId,
  personId,
  unwritten,
  writeFrame,
  writeWeek,
} from '#tests/support/builders.ts'
import {
  createWorld,
  cursorOf,
  openLogbook,
  pullBook,
  type TestDevice,
  type World,
} from './world.ts'

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
  expect(newsIn(page.events).map(({ part }) => part.id)).toEqual([second, logbookId])
  await page.cancel()
})

it('an open page is told to look when somebody decided about what was put aside', async () => {
  const phone = await world.device('apprentice')
  const newer = { ...aPatch(unwritten('note'), { text: 'Un mot' }), v: 2 }
  await phone.push([newer])
  const page = await listen(phone)
  const desk = await world.device('coordinator')
  const path = `/api/v1/logbooks/${logbookId}/held/${newer.id}`
  const answer = await desk.post(path, { decision: 'refuse', reason: 'Doublon' })
  expect(answer.status).toBe(200)
  await page.until(() => page.events.includes(`event: poke\ndata: ${logbookId}`))
  await page.cancel()
})

/** The news of these events, as the protocol reads them. */
const newsIn = (events: readonly string[]) =>
  events.flatMap((event) => {
    const [, text] = /^event: news\ndata: (.*)$/u.exec(event) ?? []
    return text === undefined ? [] : [newsEventSchema.parse(JSON.parse(text))]
  })

describe('news', () => {
  it('are what a pull from just before would bring, to each as far as they may see', async () => {
    const [phone, tablet, laptop] = [
      await world.device('apprentice'),
      await world.device('apprentice'),
      await world.device('trainer'),
    ]
    const book = aBook()
    writeWeek(book, 'submitted', { week: '2026-W03', told: 'Vu de tous' })
    const [patch, submit] = book.done.map(({ operation }) => operation)
    const people = [phone, tablet, laptop]
    const pages = await Promise.all(people.map(listen))
    for (const operation of [patch, submit]) {
      const before = await Promise.all(people.map((device) => pullBook(device)))
      await phone.push([operation])
      for (const [index, page] of pages.entries()) {
        const count = page.events.length
        const device = people[index] ?? phone
        await page.until(() =>
          newsIn(page.events).some(({ part }) => part.seq > (before[index]?.seq ?? 0)),
        )
        expect(page.events.length).toBeGreaterThanOrEqual(count)
        const cursor = before[index] && cursorOf(before[index])
        const { type, id, from, reset, grant, role, documents, seq, chain } = await pullBook(
          device,
          cursor,
        )
        const same = { type, id, from, reset, grant, role, documents, seq, chain }
        expect(newsIn(page.events).at(-1)?.part).toMatchObject(same)
      }
    }
    // What it was that changed first, the trainer is not told: a draft.
    expect(newsIn(pages[2]?.events ?? []).map(({ part }) => part.documents.length)).toEqual([0, 1])
    for (const page of pages) await page.cancel()
  })

  it('bring the sender’s verdicts to the sender’s own devices, with whose they are, and to nobody else', async () => {
    const [phone, desk] = [await world.device('apprentice'), await world.device('master')]
    const [own, other] = [await listen(phone), await listen(desk)]
    const { body } = await phone.push([...note(), anAct('submit', unwritten('entry'))])
    await own.until(() => newsIn(own.events).length > 0)
    await other.until(() => newsIn(other.events).length > 0)

    expect(newsIn(own.events)).toMatchObject([
      { deviceId: phone.id, part: { verdicts: body.results } },
    ])
    expect(newsIn(other.events)).toMatchObject([{ deviceId: null, part: { verdicts: [] } }])
    await own.cancel()
    await other.cancel()
  })

  it('of something called off are a poke: what was there has to be asked for anew', async () => {
    const [laptop, phone] = [await world.device('trainer'), await world.device('apprentice')]
    const book = aBook()
    const interview = writeFrame(book)
    await laptop.push(book.done.map(({ operation }) => operation))
    const page = await listen(phone)
    await laptop.push([anAct('discard', interview)])

    await page.until(() => page.events.length >= 2)
    expect(page.events.slice(1)).toEqual([`event: poke\ndata: ${logbookId}`])
    await page.cancel()
  })

  it('that are long are a poke', async () => {
    const [desk, page] = [await world.device('master'), await listen(await world.device('master'))]
    await desk.push([aPatch(unwritten('note'), { text: 'x'.repeat(100_000) })])
    await page.until(() => page.events.length >= 2)
    expect(page.events.slice(1)).toEqual([`event: poke\ndata: ${logbookId}`])
    await page.cancel()
  })

  it('go to nobody whose membership has ended meanwhile', async () => {
    const [desk, phone] = [await world.device('master'), await world.device('apprentice')]
    const page = await listen(desk)
    await world.pool.query(
      `update member set valid_until = '2025-11-01' where logbook_id = $1 and person_id = $2`,
      [logbookId, personId('master')],
    )
    await phone.push(note())
    await page.until(() => page.events.length >= 2)
    expect(newsIn(page.events)).toEqual([])
    await world.pool.query(
      `update member set valid_until = '2027-08-31' where logbook_id = $1 and person_id = $2`,
      [logbookId, personId('master')],
    )
    await page.cancel()
  })

  it('of another process are a poke', async () => {
    const page = await listen(await world.device('apprentice'))
    await world.pool.query(`select pg_notify('livret_poke', $1)`, [`${logbookId} another`])
    await page.until(() => page.events.length >= 2)
    expect(page.events.slice(1)).toEqual([`event: poke\ndata: ${logbookId}`])
    await page.cancel()
  })
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
  await world.pool.query(`select pg_notify('livret_poke', $1)`, [`${logbookId} another`])

  await page.until(() => page.events.includes(`event: poke\ndata: ${logbookId}`))
  await page.cancel()
})

it('a page that reads nothing for a while is told of each logbook once, however often it moved on', async () => {
  const device = await world.device('apprentice')
  const response = await device.fetch('/sync/v1/poke')
  for (let each = 0; each < 50; each += 1) world.deps.pokes.poke({ logbookId, news: null })
  world.deps.pokes.poke({ logbookId: second, news: null })
  await new Promise((resolve) => setTimeout(resolve, 50))

  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes(second)) heard += (await reader?.read())?.value ?? ''
  expect(heard.split(logbookId).length - 1).toBeLessThanOrEqual(2)
  await reader?.cancel()
})

it('a page that reads nothing while people write is told to pull, and not what each of them wrote', async () => {
  const [device, desk] = [await world.device('trainer'), await world.device('master')]
  const response = await device.fetch('/sync/v1/poke')
  for (let each = 0; each < 8; each += 1) {
    const word = unwritten('note')
    await desk.push([aPatch(word, { text: `Mot ${each}.` }), anAct('publish', word)])
  }

  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  while (!heard.includes('event: poke')) heard += (await reader?.read())?.value ?? ''
  expect(heard).toMatch(/event: poke\ndata: .*\n\n$/u)
  // One was on its way, one waited: whoever reads gets no more than that at once.
  expect(heard.split('event: news').length - 1).toBeLessThanOrEqual(2)
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
