import { beforeAll, expect, it } from 'vitest'
import { aPatch, unwritten } from '#tests/support/builders.ts'
import { createWorld, pulled, verdictsOf, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

it.each(['formative', 'regulation'])(
  'an interview that the centre keeps to itself (%s) cannot be held where the company reads it',
  async (type) => {
    const desk = await world.device('trainer')
    const interview = unwritten('interview')
    const begin = aPatch(interview, { type, date: '2025-11-06', place: 'Salle 12' })
    expect(verdictsOf(await desk.push([begin]))).toEqual(['rejected not-allowed'])

    // Nor can one that the company reads become one.
    const shared = unwritten('interview')
    const open = aPatch(shared, { type: 'tripartite', date: '2025-11-06' })
    const change = aPatch(shared, { type, place: 'Salle 12' }, { type: open.id })
    const answer = await desk.push([open, change])
    expect(verdictsOf(answer)).toEqual(['applied', 'rejected not-allowed'])

    const phone = await world.device('master')
    expect(await pulled(phone, interview)).toBeUndefined()
    expect((await pulled(phone, shared))?.fields).toMatchObject({ type: { value: 'tripartite' } })
    expect(JSON.stringify(await phone.pull())).not.toContain('Salle 12')
  },
)

it('it is held between apprentice and centre, and a review with the company stays one with it', async () => {
  const desk = await world.device('trainer')
  const individual = unwritten('individualInterview')
  const review = unwritten('interview')
  const answer = await desk.push([
    aPatch(individual, { type: 'formative', date: '2025-11-06' }),
    aPatch(review, { type: 'review', date: '2025-11-06' }),
    aPatch(review, { place: 'Atelier' }),
  ])
  expect(verdictsOf(answer)).toEqual(['applied', 'applied', 'applied'])

  const phone = await world.device('master')
  expect(await pulled(phone, individual)).toBeUndefined()
  expect((await pulled(phone, review))?.fields).toMatchObject({ type: { value: 'review' } })
})

it('a programme that this server does not know shows the company no individual interview', async () => {
  await world.pool.query(`update logbook set programme = 'unheard-of'`)
  const desk = await world.device('trainer')
  const answer = await desk.push([
    aPatch(unwritten('interview'), { type: 'review', date: '2025-11-06' }),
    aPatch(unwritten('interview'), { type: 'tripartite', date: '2025-11-06' }),
  ])
  expect(verdictsOf(answer)).toEqual(['rejected not-allowed', 'applied'])
})
