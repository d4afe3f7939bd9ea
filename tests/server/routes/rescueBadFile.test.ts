import { beforeAll, describe, expect, it } from 'vitest'
import { anAct, aPatch, nextId, personId, unwritten } from '#tests/support/builders.ts'
import { createRescueWorld, numberedFrom } from './rescueWorld.ts'

let there: Awaited<ReturnType<typeof createRescueWorld>>
beforeAll(async () => {
  there = await createRescueWorld()
  await there.breaks(false)
})

const aNote = (text = 'Salon à Lyon.') => {
  const note = unwritten('note')
  return { operations: [aPatch(note, { text }), anAct('publish', note)] as const }
}
const aPhone = () => there.world.device('apprentice')

describe('a bad file', () => {
  const good = () => aNote().operations
  const request = (change: object) => ({
    ...{ personId: personId('apprentice'), deviceId: there.phone.id, seal: null },
    operations: numberedFrom(1, good()),
    ...change,
  })
  const post = async (body: unknown) => {
    const device = await aPhone()
    const response = await device.post(`/api/v1/logbooks/${await there.aLogbook()}/rescue`, body)
    const { code, message } = (await response.json()) as { code: string; message: string }
    return { status: response.status, code, message }
  }

  it.each<[string, () => unknown]>([
    ['nothing', () => null],
    ['a list', () => []],
    ['no operations', () => request({ operations: [] })],
    ['too many', () => request({ operations: numberedFrom(1, Array<null>(501).fill(null)) })],
    ['without ids', () => request({ operations: numberedFrom(1, [{}, 'x']) })],
    ['a number twice', () => request({ operations: good().map((o) => ({ n: 1, operation: o })) })],
    ['numbers that no table holds', () => request({ operations: numberedFrom(2 ** 40, good()) })],
    ['a seal of other letters', () => request({ seal: 'a\u0000b' })],
    ['more than it says', () => request({ role: 'coordinator' })],
    ['somebody who is no id', () => request({ personId: 'moi' })],
  ])('%s: a clear word, and nothing is kept', async (_, make) => {
    const { status, code, message } = await post(make())
    expect({ status, code }).toEqual({ status: 422, code: 'not-a-rescue' })
    expect(message).toContain('Gardez-le')
  })

  it('one that is too heavy is to be cut', async () => {
    const long = numberedFrom(1, [...good(), aPatch(unwritten('note'), { text: 'é'.repeat(9e5) })])
    expect(await post(request({ operations: long }))).toMatchObject({ status: 413 })
  })

  it('an operation that nobody can read is kept, and the next one goes on', async () => {
    const logbookId = await there.aLogbook()
    const odd = { id: nextId(), type: 'dance', words: '\ud800 \u0000' }
    const answer = await there.bring(await aPhone(), logbookId, [odd, ...good()])
    expect(answer.verdicts).toEqual(['held unreadable', 'applied', 'applied'])
  })

  it('words that break the database are put aside, and the others are kept', async () => {
    await there.breaks(true)
    const logbookId = await there.aLogbook()
    const poison = aNote('poison').operations
    const answer = await there.bring(await aPhone(), logbookId, [...poison, ...good()], {
      device: await aPhone(),
    })
    expect(answer.verdicts).toEqual(['applied', 'held failed', 'applied', 'applied'])
    await there.breaks(false)
  })
})

it('the shape of the file is published for whoever wants to read one without us', async () => {
  const response = await there.world.app.request('/schemas/livret-rescue-1.json')
  expect(response.headers.get('Content-Type')).toContain('application/schema+json')
  expect(await response.json()).toMatchObject({
    required: expect.arrayContaining(['format', 'parcels', 'photos']) as unknown,
  })
})
