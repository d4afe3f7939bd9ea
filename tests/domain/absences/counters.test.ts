import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessAbsence } from '#domain/absences/absence.ts'
import { absenceCounters, payNotes, type Lateness } from '#domain/absences/counters.ts'
import { motives } from '#domain/absences/motiveNames.ts'
import { closedWeeksOf } from '#domain/calendar/entryWeeks.ts'
import { halfDaysOf } from '#domain/calendar/counts.ts'
import { halves } from '#domain/calendar/day.ts'
import { addDays } from '#domain/civilDate.ts'
import { calendarWith } from '../calendar/plans.ts'
import { anAbsence, wholeDays } from './declared.ts'

const calendar = calendarWith()
const TODAY = '2025-12-01'
const missedOf = (...absences: ReturnType<typeof anAbsence>[]) =>
  absences.flatMap((each) => assessAbsence(each, calendar, TODAY))
const countersOf = (
  absences: ReturnType<typeof anAbsence>[],
  lateness: readonly Lateness[] = [],
  today = TODAY,
) => absenceCounters(missedOf(...absences), lateness, calendar, today)

const late = (date: string, minutes: number, justified = false): Lateness => ({
  ...{ date, half: 'am', minutes, justified },
})

describe('the counters', () => {
  it('count half-days by place and by how they stand', () => {
    const ill = anAbsence('illness', wholeDays('2025-10-06', 5), '2025-10-07')
    const away = anAbsence('personal', wholeDays('2025-11-03'))
    expect(countersOf([ill, away])).toEqual({
      centre: { justified: 5, unjustified: 2, waiting: 0 },
      company: { justified: 5, unjustified: 0, waiting: 0 },
      late: { justified: 0, unjustified: 0 },
      missedCentreMinutes: 7 * 210,
    })
  })

  it('count a half-day once, and the better of two declarations', () => {
    const days = wholeDays('2025-10-06')
    const twice = countersOf([
      anAbsence('personal', days),
      anAbsence('illness', days, '2025-10-06'),
    ])
    expect(twice.centre).toEqual({ justified: 2, unjustified: 0, waiting: 0 })
    expect(twice.missedCentreMinutes).toBe(420)
  })

  it('know nothing of tomorrow', () => {
    const days = wholeDays('2025-10-06', 2)
    const counters = countersOf(
      [anAbsence('personal', days)],
      [late('2025-10-08', 10)],
      '2025-10-06',
    )
    expect(counters.centre.unjustified).toBe(2)
    expect(counters.late.unjustified).toBe(0)
  })

  it.each<[string, Lateness[], number, number]>([
    ['in the centre', [late('2025-10-06', 20)], 20, 20],
    ['twice on one morning', [late('2025-10-06', 20), late('2025-10-06', 15)], 35, 35],
    ['never longer than half a day', [late('2025-10-06', 500)], 210, 210],
    ['in the company takes nothing from the hours', [late('2025-10-09', 20)], 20, 0],
    ['on a half-day that was missed as a whole', [late('2025-11-03', 20)], 0, 0],
  ])('lateness %s', (_, lateness, unjustified, missed) => {
    const away = anAbsence('personal', wholeDays('2025-11-03'))
    const counters = countersOf([away], lateness)
    expect(counters.late).toEqual({ justified: 0, unjustified })
    expect(counters.missedCentreMinutes).toBe(420 + missed)
  })

  it('tell justified lateness apart', () => {
    const { late: minutes } = countersOf([], [late('2025-10-06', 20, true), late('2025-10-07', 5)])
    expect(minutes).toEqual({ justified: 20, unjustified: 5 })
  })
})

describe('the note for the pay', () => {
  it('says month by month what is not worked and who pays it, in the centre as in the company', () => {
    const ill = anAbsence('illness', wholeDays('2025-10-30', 3), '2025-10-30')
    const away = anAbsence('personal', wholeDays('2025-11-03'))
    const kept = anAbsence('kept-by-company', wholeDays('2025-11-04'))
    expect(payNotes(missedOf(away, kept, ill), calendar)).toEqual([
      {
        month: '2025-10',
        minutes: { maintained: 0, insurance: 840, undecided: 0, deductible: 0 },
      },
      {
        month: '2025-11',
        minutes: { maintained: 420, insurance: 0, undecided: 0, deductible: 420 },
      },
    ])
  })
})

describe('the ribbon', () => {
  it('asks for no entry of a week in which the apprentice was never in the company', () => {
    const absent = wholeDays('2025-10-08', 3)
    expect(closedWeeksOf(calendar, absent)).toContain('2025-W41')
    expect(closedWeeksOf(calendar, absent.slice(0, -1))).not.toContain('2025-W41')
  })
})

describe('whatever is declared', () => {
  const aHalfDay = fc.record({
    date: fc.integer({ min: 0, max: 120 }).map((days) => addDays('2025-09-15', days)),
    half: fc.constantFrom(...halves),
  })
  const declared = fc.array(
    fc
      .tuple(fc.constantFrom(...motives), fc.array(aHalfDay), fc.option(fc.constant('2025-09-20')))
      .map(([motive, halfDays, seenOn]) => anAbsence(motive, halfDays, seenOn)),
    { maxLength: 6 },
  )

  it('no more is missed than the calendar holds, and the hours missed are those half-days', () => {
    fc.assert(
      fc.property(declared, (absences) => {
        const { centre, company, missedCentreMinutes } = countersOf(absences, [], '2026-12-31')
        const all = ({ justified, unjustified, waiting }: typeof centre) =>
          justified + unjustified + waiting
        expect(all(centre)).toBeLessThanOrEqual(halfDaysOf(calendar, 'centre').length)
        expect(all(company)).toBeLessThanOrEqual(halfDaysOf(calendar, 'company').length)
        expect(missedCentreMinutes).toBe(all(centre) * calendar.minutesPerHalfDay)
      }),
    )
  })

  it('the note for the pay has the minutes of every half-day missed, once', () => {
    fc.assert(
      fc.property(declared, (absences) => {
        const { centre, company } = countersOf(absences, [], '2026-12-31')
        const halfDays = [centre, company].flatMap((each) => Object.values(each))
        const minutes = payNotes(missedOf(...absences), calendar).flatMap((each) =>
          Object.values(each.minutes),
        )
        const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0)
        expect(sum(minutes)).toBe(sum(halfDays) * calendar.minutesPerHalfDay)
      }),
    )
  })
})

describe('lateness in what the company is told', () => {
  const lateFor = (date: string, minutes: number) => ({
    ...{ date, half: 'am' as const, minutes, pay: 'deductible' as const },
  })
  const deductible = (
    late: Parameters<typeof payNotes>[2],
    ...absences: ReturnType<typeof anAbsence>[]
  ) => payNotes(missedOf(...absences), calendar, late).map(({ minutes }) => minutes.deductible)

  it.each<[string, Parameters<typeof payNotes>[2], number[]]>([
    ['counts its minutes', [lateFor('2025-11-03', 25)], [25]],
    ['twice on two days counts twice', [lateFor('2025-11-03', 25), lateFor('2025-11-04', 5)], [30]],
    [
      'declared by two, never makes a half-day longer',
      [lateFor('2025-11-03', 180), lateFor('2025-11-03', 120)],
      [calendar.minutesPerHalfDay],
    ],
    [
      'in another month is of that month',
      [lateFor('2025-10-06', 5), lateFor('2025-11-03', 7)],
      [5, 7],
    ],
  ])('%s (L6222-24, L1331-2)', (_, late, minutes) => {
    expect(deductible(late)).toEqual(minutes)
  })

  it('on a half-day that was missed as a whole counts for nothing more', () => {
    const away = anAbsence('personal', wholeDays('2025-11-03'))
    expect(deductible([lateFor('2025-11-03', 25)], away)).toEqual(deductible([], away))
  })
})
