import { describe, expect, it } from 'vitest'
import { weekOfEntry, weekStates, yearStarts, type WeekCalendar } from '#domain/weekStates.ts'
import { aWeek, entryId } from '#tests/support/builders.ts'

const calendar: WeekCalendar = {
  contract: { start: '2025-09-01', end: '2027-08-31' },
  years: [
    { start: '2025-09-22', end: '2026-07-10' },
    { start: '2026-08-31', end: '2027-06-30' },
  ],
  closedWeeks: ['2025-W52', '2026-W01'],
}

const statusOf = (
  week: string,
  today: string,
  entries: Parameters<typeof weekStates>[1] = [],
  change: Partial<WeekCalendar> = {},
) => weekStates({ ...calendar, ...change }, entries, today).find((each) => each.week === week)

describe('place', () => {
  it.each([
    ['2025-W38', 'company', 'before the first day in the centre'],
    ['2025-W39', 'mixed', 'the week in which the first year begins'],
    ['2025-W52', 'closed', 'Christmas'],
    ['2026-W28', 'mixed', 'the week in which the first year ends'],
    ['2026-W29', 'company', 'the summer between the years'],
    ['2026-W36', 'mixed', 'the week in which the second year begins'],
    ['2027-W27', 'company', 'after the last year'],
  ])('%s is %s: %s', (week, place) => {
    expect(statusOf(week, '2025-09-01')?.place).toBe(place)
  })
})

describe('state of a week without an entry', () => {
  it.each([
    ['2025-11-02', 'none', 'the Sunday before it'],
    ['2025-11-03', 'empty', 'its Monday'],
    ['2025-11-16', 'empty', 'the Sunday after the following week'],
    ['2025-11-17', 'late', 'the Monday after that'],
  ])('on %s: %s (%s)', (today, state) => {
    expect(statusOf('2025-W45', today)).toEqual({
      week: '2025-W45',
      place: 'mixed',
      state,
      documentId: null,
    })
  })

  it('before the first year of training nothing is asked: there is no logbook yet', () => {
    expect(statusOf('2025-W38', '2026-06-01')?.state).toBe('none')
    expect(statusOf('2025-W39', '2026-06-01')?.state).toBe('late')
  })

  it('a closed week is never late, however long ago it was', () => {
    expect(statusOf('2025-W52', '2027-01-01')?.state).toBe('none')
  })
})

describe('state of a week with an entry', () => {
  const soon = '2025-11-10'
  const muchLater = '2026-06-01'

  it.each([
    ['draft', soon, 'draft'],
    ['draft', muchLater, 'late'],
    ['submitted', muchLater, 'sent'],
    ['signed', muchLater, 'signed'],
    ['returned', muchLater, 'returned'],
    ['withdrawn', muchLater, 'draft'],
  ] as const)('%s, looked at on %s: %s', (made, today, state) => {
    expect(statusOf('2025-W45', today, [aWeek(made)])).toMatchObject({
      state,
      documentId: entryId('2025-W45'),
    })
  })

  it.each([
    ['submitted', true, 'kept'],
    ['submitted', false, 'sent'],
    ['signed', true, 'signed'],
    ['returned', true, 'returned'],
  ] as const)('%s, with something on this device only (%s): %s', (made, waiting, state) => {
    const entry = { ...aWeek(made), waiting }
    expect(statusOf('2025-W45', soon, [entry])?.state).toBe(state)
  })

  it('what was written in a closed week counts', () => {
    const entry = aWeek('signed', { week: '2025-W52' })
    expect(statusOf('2025-W52', soon, [entry])).toMatchObject({ place: 'closed', state: 'signed' })
  })
})

describe('which weeks there are', () => {
  it('all of the contract, in order, each once', () => {
    const weeks = weekStates(calendar, [], '2025-11-10').map(({ week }) => week)

    expect(weeks).toHaveLength(105)
    expect([weeks[0], weeks.at(-1)]).toEqual(['2025-W36', '2027-W35'])
    expect([...new Set(weeks)].sort()).toEqual(weeks)
  })

  it('asks nothing for a week of which the contract holds only the weekend', () => {
    const contract = { start: '2025-09-06', end: '2025-09-19' }
    const weeks = weekStates({ ...calendar, contract }, [], '2025-11-10')

    expect(weeks.map(({ week }) => week)).toEqual(['2025-W37', '2025-W38'])
  })

  it('a cohort nobody knows here has only company weeks', () => {
    expect(statusOf('2025-W52', '2026-01-30', [], { years: [], closedWeeks: [] })).toMatchObject({
      place: 'company',
      state: 'late',
    })
  })
})

describe('yearStarts', () => {
  it('the first year holds the weeks before it, the summer belongs to the year that ends', () => {
    expect(yearStarts(weekStates(calendar, [], '2025-11-10'), calendar.years)).toEqual([
      { year: 1, from: '2025-W36' },
      { year: 2, from: '2026-W36' },
    ])
  })

  it('who arrives in the second year begins with the second year', () => {
    const contract = { start: '2026-09-14', end: '2027-08-31' }
    expect(
      yearStarts(weekStates({ ...calendar, contract }, [], '2026-10-01'), calendar.years),
    ).toEqual([{ year: 2, from: '2026-W38' }])
  })
})

it('weekOfEntry: a reader without the draft reads the week in the version', () => {
  expect(weekOfEntry(aWeek('draft'))).toBe('2025-W45')
  expect(weekOfEntry({ ...aWeek('submitted'), fields: {} })).toBe('2025-W45')
  expect(weekOfEntry({ ...aWeek('draft'), fields: {} })).toBeNull()
})
