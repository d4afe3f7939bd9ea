import { describe, expect, it } from 'vitest'
import { closedWeeksOf, weekCalendarOf } from '#domain/calendar/entryWeeks.ts'
import { weekStates } from '#domain/weekStates.ts'
import { calendarWith } from './plans.ts'

describe('a week asks for an entry', () => {
  it('unless nobody is in the company: closed, or wholly in the centre', () => {
    const periods = [{ start: '2025-09-22', end: '2025-09-26', place: 'centre' }] as const
    expect(closedWeeksOf(calendarWith({ path: { periods } }))).toEqual([
      '2025-W39',
      '2025-W52',
      '2026-W01',
    ])
  })

  it('also when half a day was spent there', () => {
    const periods = [
      { start: '2025-09-22', end: '2025-09-26', place: 'centre' },
      { start: '2025-09-26', end: '2025-09-26', place: 'company', half: 'pm' },
    ] as const
    expect(closedWeeksOf(calendarWith({ path: { periods } }))).not.toContain('2025-W39')
  })

  it('never before there is a contract', () => {
    const late = calendarWith({ contract: { start: '2025-12-08', end: '2027-08-31' } })
    expect(closedWeeksOf(late)).toEqual(['2025-W52', '2026-W01'])
  })

  it('from a late entry on: the ribbon is told when the apprentice’s own training begins', () => {
    const calendar = weekCalendarOf(calendarWith({ path: { entersOn: '2026-01-05' } }))
    const weeks = weekStates(calendar, [], '2026-02-01')
    const stateOf = (week: string) => weeks.find((each) => each.week === week)
    expect(stateOf('2025-W50')).toMatchObject({ place: 'company', state: 'none' })
    expect(stateOf('2025-W52')).toMatchObject({ place: 'closed', state: 'none' })
    expect(stateOf('2026-W02')).toMatchObject({ place: 'mixed', state: 'late' })
  })
})
