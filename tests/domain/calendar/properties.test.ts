import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { alternationCalendar, type AlternationInput } from '#domain/calendar/alternation.ts'
import { countsOf, halfDaysOf, trainingTime } from '#domain/calendar/counts.ts'
import { halves, places } from '#domain/calendar/day.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { addDays, daysBetween } from '#domain/civilDate.ts'
import { mondayOf, weeksBetween } from '#domain/week.ts'
import { anInput } from './plans.ts'

/** In milliseconds: a shared machine may be twenty times slower than a free one. */
vi.setConfig({ testTimeout: 120_000 })

const always = (check: (input: AlternationInput) => void) => {
  fc.assert(fc.property(anInput, check), { numRuns: 200 })
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe('whatever contract, rhythm and path', () => {
  it('every day from the first to the last is there once, with two halves', () => {
    always((input) => {
      const { days } = alternationCalendar(input)
      const [first, last] = [days.at(0), days.at(-1)]
      expect(days).toHaveLength(daysBetween(first?.date ?? '', last?.date ?? '') + 1)
      const wrong = days.filter(
        (day, index) =>
          day.date !== addDays(first?.date ?? '', index) ||
          halves.some((half) => !places.includes(day[half])),
      )
      expect(wrong).toEqual([])
      expect(first && first.date <= input.contract.start).toBe(true)
      expect(last && last.date >= input.contract.end).toBe(true)
    })
  })

  it('the half-days of all places add up to the calendar', () => {
    always((input) => {
      const calendar = alternationCalendar(input)
      const counts = countsOf(calendar)
      expect(sum(Object.values(counts))).toBe(2 * calendar.days.length)
      for (const place of places) {
        expect(halfDaysOf(calendar, place)).toHaveLength(counts[place])
      }
    })
  })

  it('no half-day is in two places', () => {
    always((input) => {
      const calendar = alternationCalendar(input)
      const all = places.flatMap((place) => halfDaysOf(calendar, place))
      const names = all.map(({ date, half }) => `${date} ${half}`)
      expect(new Set(names).size).toBe(names.length)
    })
  })

  it('exchanges neither lose nor win half a day of any place', () => {
    always((input) => {
      const { exchanges: _, ...path } = input.path ?? {}
      const before = countsOf(alternationCalendar({ ...input, path }))
      expect(countsOf(alternationCalendar(input))).toEqual(before)
    })
  })

  it('a late entry or an early end gives to the company what it takes from the centre', () => {
    always((input) => {
      const { entersOn: _, leavesOn: __, exchanges: ___, ...path } = input.path ?? {}
      const { contract } = input
      // Half-days that the centre and the company have between them, while there is a contract.
      const shared = (given: AlternationInput) => {
        const counts = countsOf(alternationCalendar(given), contract)
        return counts.centre + counts.company + counts.exam + counts.revision + counts.closed
      }
      const restDays = [] as const
      const cohort = { ...input, path: { ...path, restDays } }
      const own = { ...input, path: { ...input.path, restDays, exchanges: [] } }
      expect(shared(own)).toBe(shared(cohort))
    })
  })

  it('nobody works on a public holiday, or for a company without a contract', () => {
    always((input) => {
      const { days, contract } = alternationCalendar(input)
      const wrong = days.filter(({ date, am, pm, holiday }) => {
        const free = [am, pm].every((place) => place === 'holiday' || place === 'rest')
        if (holiday ? !free : am === 'holiday' || pm === 'holiday') return true
        const without = date < contract.start || date > contract.end
        return without && (am === 'company' || pm === 'company')
      })
      expect(wrong).toEqual([])
    })
  })

  it('the hours held until a day and those after it are the hours planned', () => {
    always((input) => {
      const calendar = alternationCalendar(input)
      const { length } = calendar.days
      const today = calendar.days[Math.floor(length / 2)]?.date ?? ''
      const time = trainingTime(calendar, { requiredHours: 1350 }, today)
      const after = halfDaysOf(calendar, 'centre', { start: addDays(today, 1), end: '9999-12-31' })
      expect(time.held + after.length * calendar.minutesPerHalfDay).toBe(time.planned)
    })
  })

  it('a week asks for an entry exactly where the company has half a day of it', () => {
    always((input) => {
      const calendar = alternationCalendar(input)
      const { start, end } = input.contract
      const closed = closedWeeksOf(calendar)
      const wrong = weeksBetween(start, end).filter((week) => {
        const monday = mondayOf(week)
        const ofWeek = { start: monday, end: addDays(monday, 6) }
        return closed.includes(week) !== (halfDaysOf(calendar, 'company', ofWeek).length === 0)
      })
      expect(wrong).toEqual([])
    })
  })
})
