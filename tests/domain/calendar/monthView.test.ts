import { describe, expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { columnOf, daysOfMonth, monthsOf, nextDays } from '#domain/calendar/monthView.ts'

const contract = { start: '2026-10-26', end: '2026-12-04' }
const calendar = alternationCalendar({
  contract,
  plan: {
    years: [contract],
    rhythm: { weeks: [['mon-am', 'tue-am']], minutesPerHalfDay: 210 },
    periods: [],
  },
  path: { withoutCompany: [{ start: '2026-11-16', end: '2026-11-22' }] },
})
const dayOf = (date: string) => calendar.days.find((day) => day.date === date)

describe('the calendar month by month', () => {
  it('has every month of the logbook once, in order', () => {
    expect(monthsOf(calendar)).toEqual(['2026-10', '2026-11', '2026-12'])
  })

  it('shows no weekend on which nobody works, and shows a public holiday of the week', () => {
    const dates = daysOfMonth(calendar, '2026-11').map(({ date }) => date)
    expect(dates).toHaveLength(21)
    expect(dates).not.toContain('2026-11-14')
    expect(dates).toContain('2026-11-11')
  })

  it('puts each day under its weekday', () => {
    expect(daysOfMonth(calendar, '2026-11').slice(0, 5).map(columnOf)).toEqual([1, 2, 3, 4, 5])
  })

  it('names the next days in the centre, today’s among them, and no more than asked for', () => {
    expect(nextDays(calendar, ['centre'], '2026-11-24', 2).map(({ date }) => date)).toEqual([
      '2026-11-24',
      '2026-11-30',
    ])
  })
})

describe('days without a company', () => {
  it('keep the centre’s half-days, and nobody waits in the others', () => {
    expect(dayOf('2026-11-16')).toMatchObject({ am: 'centre', pm: 'closed' })
    expect(dayOf('2026-11-18')).toMatchObject({ am: 'closed', pm: 'closed' })
    expect(dayOf('2026-11-25')).toMatchObject({ am: 'company', pm: 'company' })
  })
})
