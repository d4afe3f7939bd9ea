import { beforeAll, describe, expect, it } from 'vitest'
import { anAct, anUnwrittenWeek, aPatch, logbooks } from '#tests/support/builders.ts'
import { createWorld, listKept, verdictsOf, type TestDevice, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}
const WEEK = '2025-W45'

describe('an envelope that nothing can be made of', () => {
  const send = (phone: TestDevice, body: string) =>
    phone.fetch('/sync/v1/push', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    })
  const envelope = (phone: TestDevice, change: Record<string, unknown>) =>
    JSON.stringify({
      protocol: 1,
      app: 'test',
      deviceId: phone.id,
      logbookId: logbooks.here,
      pending: 1,
      operations: [{ n: 1, operation: aPatch(anUnwrittenWeek(), { week: WEEK }) }],
      ...change,
    })
  it.each<[string, Record<string, unknown>]>([
    ['another protocol', { protocol: 2 }],
    ['no operations', { operations: [] }],
    [
      'more operations than a push may hold',
      {
        operations: Array.from({ length: 501 }, (_, n) => ({
          n: n + 1,
          operation: anAct('submit', anUnwrittenWeek()),
        })),
      },
    ],
    ['an operation without an id', { operations: [{ n: 1, operation: { type: 'patch' } }] }],
    ['an operation that is a list', { operations: [{ n: 1, operation: [] }] }],
    [
      'a number that is zero',
      { operations: [{ n: 0, operation: anAct('submit', anUnwrittenWeek()) }] },
    ],
    [
      'a number that is half',
      { operations: [{ n: 1.5, operation: anAct('submit', anUnwrittenWeek()) }] },
    ],
    ['a logbook that is no id', { logbookId: '1; drop table operation' }],
    ['a key we do not know', { admin: true }],
    ['less than nothing pending', { pending: -1 }],
  ])('%s', async (_, change) => {
    const phone = await world.device('apprentice')
    const response = await send(phone, envelope(phone, change))
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'not-our-protocol' })
    expect(await listKept(world, phone)).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['half of something', '{"protocol":1,'],
    ['a hundred thousand brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('%s', async (_, body) => {
    const phone = await world.device('apprentice')
    const response = await send(phone, body)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ code: 'not-our-protocol' })
  })

  it('brackets within one operation', async () => {
    const phone = await world.device('apprentice')
    const deep = '['.repeat(20_000) + ']'.repeat(20_000)
    const response = await send(phone, envelope(phone, {}).replace('"seen":{}', `"seen":${deep}`))
    expect(response.status).toBe(422)
  })

  it('claims of more than there can be', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const operations = [{ n: 1, operation: aPatch(anUnwrittenWeek(week), { week }) }]
    const response = await send(
      phone,
      envelope(phone, { operations, pending: Number.MAX_SAFE_INTEGER }),
    )
    expect(response.status).toBe(200)
    const far = await send(
      phone,
      envelope(phone, { operations: [{ ...operations[0], n: Number.MAX_SAFE_INTEGER }] }),
    )
    expect(far.status).toBe(200)
  })

  it('several operations of more than 512 kB together are asked for in parts', async () => {
    const phone = await world.device('apprentice')
    const operations = Array.from({ length: 6 }, () => {
      const week = newWeek()
      return aPatch(anUnwrittenWeek(week), { week, told: 'a'.repeat(90_000) })
    })
    expect(await phone.push(operations)).toMatchObject({ status: 413, body: { code: 'too-large' } })
    expect(await listKept(world, phone)).toEqual([])
    expect((await phone.push(operations.slice(0, 5))).status).toBe(200)
  })

  it('one operation alone may be longer: it cannot be sent in parts', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    // 100 000 characters of three bytes.
    const patch = aPatch(anUnwrittenWeek(week), { week, told: '語'.repeat(100_000) })
    expect(verdictsOf(await phone.push([patch]))).toEqual(['applied'])
  })

  it('ten megabytes are turned down without being kept', async () => {
    const phone = await world.device('apprentice')
    const response = await send(phone, `"${'a'.repeat(10_000_000)}"`)
    expect(response.status).toBe(413)
  })
})
