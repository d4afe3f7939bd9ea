import { beforeAll, describe, expect, it } from 'vitest'
import type { EnrolmentProblem } from '#domain/enrolment/enrolment.ts'
import type { Enrolment } from '#protocol/centre.ts'
import { anEnrolment, countRows, openWith, somebody } from './enrolments.ts'
import { createWorld, type TestDevice, type World } from './world.ts'

let world: World
let desk: TestDevice
beforeAll(async () => {
  world = await createWorld()
  desk = await world.device('coordinator')
})

const problemsIn = async (answer: Response) => {
  expect(answer.status).toBe(422)
  const body = (await answer.json()) as { code: string; problems: EnrolmentProblem[] }
  expect(body.code).toBe('not-openable')
  return body.problems
}

describe('what cannot be opened', () => {
  const wrong: [string, Partial<Enrolment>, Omit<EnrolmentProblem, 'index'>][] = [
    [
      'no name',
      { master: { name: ' ', email: 'x@y.fr' } },
      { field: 'master.name', problem: 'empty' },
    ],
    [
      'no address',
      { trainer: { name: 'X', email: '' } },
      { field: 'trainer.email', problem: 'empty' },
    ],
    [
      'no address of mail',
      { guardian: { name: 'X', email: 'hélène@exemple.fr' } },
      { field: 'guardian.email', problem: 'not-an-address' },
    ],
    [
      'her own master',
      { master: { name: 'Refus', email: 'REFUS@nouveau.example' } },
      { field: 'master.email', problem: 'same-person' },
    ],
    [
      'the coordinator as an apprentice',
      { apprentice: { name: 'X', email: 'Coordinator@here.example' } },
      { field: 'apprentice.email', problem: 'same-person' },
    ],
    [
      'somebody of another centre',
      { trainer: { name: 'X', email: 'Trainer@Elsewhere.example' } },
      { field: 'trainer.email', problem: 'taken-address' },
    ],
    [
      'no town',
      { company: { name: 'X', city: '', activity: '' } },
      { field: 'company.city', problem: 'empty' },
    ],
    [
      'an unknown diploma',
      { programme: 'cap' },
      { field: 'programme', problem: 'unknown-programme' },
    ],
    ['an unknown cohort', { cohort: '1999-2001' }, { field: 'cohort', problem: 'unknown-cohort' }],
    [
      'a contract that ends first',
      { contract: { start: '2026-01-01', end: '2025-01-01' } },
      { field: 'contract.end', problem: 'ends-before-it-starts' },
    ],
  ]

  it.each(wrong)('%s: nothing of the whole file is', async (_, change, problem) => {
    const before = await countRows(world)
    const file = [anEnrolment('Bonne'), anEnrolment('Refus', change)]
    for (const preview of [true, false]) {
      const answer = await openWith(desk, file, { preview })
      expect(await problemsIn(answer)).toEqual([{ index: 1, ...problem }])
    }
    expect(await countRows(world)).toEqual(before)
  })

  it('one apprentice twice, or one address with two names', async () => {
    const again = anEnrolment('Double', { apprentice: somebody('DOUBLE') })
    expect(await problemsIn(await openWith(desk, [anEnrolment('Double'), again]))).toEqual([
      { index: 1, field: 'apprentice.name', problem: 'two-names' },
      { index: 1, field: 'apprentice.email', problem: 'twice' },
    ])
  })

  it('an address of another centre is not said to be anybody’s', async () => {
    const trainer = { name: 'X', email: 'trainer@elsewhere.example' }
    const text = await (await openWith(desk, [anEnrolment('Curieux', { trainer })])).text()
    expect(text).not.toMatch(/elsewhere|Élodie/u)
  })

  it.each<[string, unknown]>([
    [
      'a day of the year 0',
      anEnrolment('X', { contract: { start: '0000-01-01', end: '2027-01-01' } }),
    ],
    ['no day', anEnrolment('X', { contract: { start: '2025-02-30', end: '2027-01-01' } })],
    ['U+0000', anEnrolment('X\0')],
    ['a name without an end', anEnrolment('x'.repeat(10_000))],
  ])('is refused without breaking anything: %s', async (_, enrolment) => {
    expect((await openWith(desk, [enrolment])).status).toBe(422)
    expect(world.failures()).toEqual([])
  })

  it('too many at once, or too often', async () => {
    expect((await openWith(desk, Array<unknown>(301).fill(anEnrolment('X')))).status).toBe(422)
    const { deps } = world
    await deps.pool.query(`update rate_limit set points = 200 where key like 'enrolment:%'`)
    const answer = await openWith(desk, [anEnrolment('Trop')])
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  })
})
