import fc from 'fast-check'
import {
  alternationCalendar,
  type AlternationCalendar,
  type AlternationInput,
} from '#domain/calendar/alternation.ts'
import { halves, type HalfDay } from '#domain/calendar/day.ts'
import { weekdays, type CohortPlan, type WeekHalf } from '#domain/calendar/plan.ts'
import { addDays } from '#domain/civilDate.ts'

/** Two days and a half a week in the centre, as the programme sheet has it. */
export const twoAndAHalf: readonly WeekHalf[] = ['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am']

/** The years of the programme sheet, and Christmas closed. */
export const plan: CohortPlan = {
  years: [
    { start: '2025-09-22', end: '2026-07-10' },
    { start: '2026-08-31', end: '2027-06-30' },
  ],
  rhythm: { weeks: [twoAndAHalf], minutesPerHalfDay: 210 },
  periods: [{ start: '2025-12-22', end: '2026-01-02', place: 'closed' }],
}

export const contract = { start: '2025-09-01', end: '2027-08-31' }

export const calendarWith = (change: Partial<AlternationInput> = {}): AlternationCalendar =>
  alternationCalendar({ contract, plan, ...change })

/** The two places of one day: `centre centre`. */
export function dayOf({ days }: AlternationCalendar, date: string): string {
  const day = days.find((each) => each.date === date)
  if (!day) throw new Error(`${date} is not in the calendar`)
  return `${day.am} ${day.pm}`
}

const FIRST_DAY = '2024-01-01'
const aDate = fc.integer({ min: 0, max: 500 }).map((days) => addDays(FIRST_DAY, days))
const aPeriod = fc
  .tuple(aDate, fc.integer({ min: 0, max: 150 }))
  .map(([start, length]) => ({ start, end: addDays(start, length) }))
const aHalf = fc.constantFrom(...halves)
const aHalfDay: fc.Arbitrary<HalfDay> = fc.record({ date: aDate, half: aHalf })
const aWeekHalf = fc
  .tuple(fc.constantFrom(...weekdays), aHalf)
  .map(([day, half]): WeekHalf => `${day}-${half}`)
const aPlannedPeriod = fc.record(
  {
    start: aDate,
    end: aDate,
    place: fc.constantFrom('company', 'centre', 'exam', 'revision', 'closed'),
    half: aHalf,
  },
  { requiredKeys: ['start', 'end', 'place'] },
)

/** Any contract, rhythm and path, also such as no centre would have. */
export const anInput: fc.Arbitrary<AlternationInput> = fc.record({
  contract: aPeriod,
  plan: fc.record({
    years: fc.array(aPeriod, { maxLength: 3 }),
    rhythm: fc.record({
      weeks: fc.array(fc.uniqueArray(aWeekHalf), { maxLength: 3 }),
      minutesPerHalfDay: fc.integer({ min: 1, max: 300 }),
    }),
    periods: fc.array(aPlannedPeriod, { maxLength: 6 }),
    holidays: fc.record({ alsaceMoselle: fc.boolean() }),
  }),
  path: fc.record(
    {
      entersOn: aDate,
      leavesOn: aDate,
      extraYears: fc.array(aPeriod, { maxLength: 1 }),
      periods: fc.array(aPlannedPeriod, { maxLength: 2 }),
      exchanges: fc.array(fc.record({ one: aHalfDay, other: aHalfDay }), { maxLength: 8 }),
      restDays: fc.uniqueArray(fc.constantFrom(...weekdays), { maxLength: 3 }),
    },
    { requiredKeys: [] },
  ),
})
