import { describe, expect, it } from 'vitest'
import { centrePeriods, countClaims } from '#domain/aidCount.ts'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import type { Content } from '#domain/operation.ts'

const context = {
  // A Monday to a Wednesday, twice.
  centrePeriods: [
    { start: '2025-11-03', end: '2025-11-05' },
    { start: '2025-11-17', end: '2025-11-19' },
  ],
  birthDate: '2005-03-10',
  contracts: [
    {
      ...{ start: '2025-09-01', end: '2027-08-31', extension: null, suspensions: [], breach: null },
    },
    {
      ...{ start: '2027-09-01', end: '2028-08-31', extension: null, suspensions: [], breach: null },
    },
  ],
}
const stay = (...keys: string[]): Content => ({
  ...{ aid: 'stay', on: '2025-11-01' },
  ...Object.fromEntries(keys.map((key) => [key, true] as const)),
})
const equipment = (cents: number, on = '2025-10-20'): Content => ({
  ...{ aid: 'first-equipment', what: 'Ordinateur', cents, on },
})
const licence = (on: string, invoicedOn = '2025-11-24'): Content => ({
  ...{ aid: 'driving-licence', on, invoicedOn },
})

describe('the periods in the centre', () => {
  const span = { start: '2025-11-03', end: '2025-11-14' }
  const calendar = alternationCalendar({
    contract: span,
    plan: {
      years: [span],
      rhythm: { weeks: [['mon-am', 'mon-pm', 'tue-am']], minutesPerHalfDay: 210 },
      periods: [],
    },
  })

  it('are without the days on which the apprentice was absent: nothing was taken then', () => {
    expect(centrePeriods(calendar)).toContainEqual({ start: '2025-11-03', end: '2025-11-04' })
    const absent = [{ date: '2025-11-04', half: 'am' }] as const
    const periods = centrePeriods(calendar, absent)
    expect(periods).toContainEqual({ start: '2025-11-03', end: '2025-11-03' })
    const claims = [stay('meals/2025-11-03.lunch', 'meals/2025-11-04.lunch', 'nights/2025-11-04')]
    expect(countClaims(claims, { ...context, centrePeriods: periods })).toMatchObject([
      { cents: 3_00, meals: 1, nights: 0, leftOut: 2 },
    ])
  })

  it('keep a day of which one half was attended', () => {
    expect(centrePeriods(calendar, [{ date: '2025-11-03', half: 'am' }])).toContainEqual({
      start: '2025-11-03',
      end: '2025-11-04',
    })
  })
})

/** D6332-83 and the arrêté of 29 September 2020: 6 € a night, 3 € a meal; 500 € at most for the rest. */
const rows: readonly (readonly [string, readonly Content[], readonly number[]])[] = [
  ['nothing', [], []],
  [
    'two nights and three meals',
    [
      stay(
        'nights/2025-11-03',
        'nights/2025-11-04',
        'meals/2025-11-03.lunch',
        'meals/2025-11-03.dinner',
        'meals/2025-11-04.lunch',
      ),
    ],
    [21_00],
  ],
  [
    'the night before the first day: the morning is in the centre',
    [stay('nights/2025-11-02')],
    [6_00],
  ],
  ['a night at home between two periods', [stay('nights/2025-11-10')], [0]],
  ['a meal on a day of the company', [stay('meals/2025-11-06.lunch')], [0]],
  [
    'the same night in two claims counts once',
    [stay('nights/2025-11-03'), stay('nights/2025-11-03', 'nights/2025-11-04')],
    [6_00, 6_00],
  ],
  [
    'the same meal in two claims counts once',
    [stay('meals/2025-11-03.lunch'), stay('meals/2025-11-03.lunch')],
    [3_00, 0],
  ],
  ['first equipment below its ceiling', [equipment(89_90)], [89_90]],
  ['first equipment above it', [equipment(549_00)], [500_00]],
  [
    'first equipment twice: 500 € for the contract',
    [equipment(400_00), equipment(150_00)],
    [400_00, 100_00],
  ],
  [
    'first equipment in a second contract: another 500 €',
    [equipment(500_00), equipment(150_00), equipment(150_00, '2027-10-04')],
    [500_00, 0, 150_00],
  ],
  ['the licence asked for in time', [licence('2025-12-08')], [500_00]],
  ['the licence on the last day', [licence('2026-02-19')], [500_00]],
  ['the licence after it was closed', [licence('2026-02-20')], [0]],
  ['the licence twice', [licence('2025-12-08'), licence('2025-12-09')], [500_00, 0]],
  ['the licence before the contract', [licence('2025-08-31', '2025-08-01')], [0]],
]

describe('what claims come to', () => {
  it.each(rows)('%s', (_, claims, cents) => {
    expect(countClaims(claims, context).map((each) => each.cents)).toEqual(cents)
  })

  it('says how many nights and meals do not count', () => {
    const claim = stay('nights/2025-11-03', 'nights/2025-11-10', 'meals/2025-11-06.lunch')
    expect(countClaims([claim], context)).toEqual([
      { cents: 6_00, nights: 1, meals: 0, leftOut: 2, refused: null },
    ])
  })

  it('pays no licence that was asked for before the contract or after it', () => {
    const [contract] = context.contracts
    if (!contract) throw new Error('no contract')
    const breach = { ground: 'agreement', on: '2025-11-30' } as const
    for (const ended of [{ end: '2025-11-30' }, { breach }]) {
      const short = { ...context, contracts: [{ ...contract, ...ended }] }
      const refusalOf = (on: string) => countClaims([licence(on, on)], short)[0]?.refused
      expect(['2025-08-31', '2025-11-30', '2025-12-01'].map(refusalOf)).toEqual([
        'no-contract',
        null,
        'no-contract',
      ])
    }
  })

  it('says why nothing is paid', () => {
    expect(countClaims([licence('2026-03-01')], context)[0]?.refused).toBe('closed')
    expect(countClaims([equipment(100_00, '2018-12-31')], context)[0]?.refused).toBe('no-aid-then')
  })
})

it('the periods in the centre are its days, exams and revision too, those in a row as one', () => {
  const calendar = alternationCalendar({
    contract: { start: '2025-11-03', end: '2025-11-16' },
    plan: {
      years: [{ start: '2025-11-03', end: '2025-11-16' }],
      rhythm: { weeks: [['mon-am', 'mon-pm', 'tue-am']], minutesPerHalfDay: 210 },
      periods: [
        { start: '2025-11-06', end: '2025-11-06', place: 'revision' },
        { start: '2025-11-13', end: '2025-11-14', place: 'exam' },
      ],
    },
  })
  expect(centrePeriods(calendar)).toEqual([
    { start: '2025-11-03', end: '2025-11-04' },
    { start: '2025-11-06', end: '2025-11-06' },
    { start: '2025-11-10', end: '2025-11-10' },
    { start: '2025-11-13', end: '2025-11-14' },
  ])
})
