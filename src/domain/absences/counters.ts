import type { AlternationCalendar } from '../calendar/alternation.ts'
import { sameHalfDay, type HalfDay } from '../calendar/day.ts'
import type { MissedHalfDay } from './absence.ts'
import type { PayEffect } from './motives.ts'

/** Retard, or départ anticipé: minutes of half a day that was otherwise attended. */
export interface Lateness extends HalfDay {
  readonly minutes: number
  /** RET-J and RET-NJ of the centre’s coding. */
  readonly justified: boolean
}

/** Half-days by how they stand. */
export type StatusCounts = Readonly<Record<MissedHalfDay['status'], number>>

export interface AbsenceCounters {
  readonly centre: StatusCounts
  readonly company: StatusCounts
  /** Minutes of lateness on half-days that were not missed as a whole. */
  readonly late: { readonly justified: number; readonly unjustified: number }
  /** Minutes missed in the centre, whatever the reason: what `trainingTime` takes off. */
  readonly missedCentreMinutes: number
}

/** Of two declarations of the same half-day, the better one counts. */
const rank: readonly MissedHalfDay['status'][] = ['justified', 'waiting', 'unjustified']

/**
 * What a logbook’s absences and lateness come to until `today`, the day included. A half-day counts
 * once, however often it was declared, and lateness never makes more of it than it is long.
 */
export function absenceCounters(
  missed: readonly MissedHalfDay[],
  lateness: readonly Lateness[],
  calendar: AlternationCalendar,
  today: string,
): AbsenceCounters {
  const { minutesPerHalfDay } = calendar
  const once = onlyOnce(missed).filter(({ date }) => date <= today)
  const late = lateness.filter(
    (each) => each.date <= today && !once.some((half) => sameHalfDay(half, each)),
  )
  const places = new Map(calendar.days.map((day) => [day.date, day]))
  const lateMinutes = (each: readonly Lateness[]) => {
    const byHalf = new Map<string, number>()
    for (const { date, half, minutes } of each) {
      const known = byHalf.get(`${date} ${half}`) ?? 0
      byHalf.set(`${date} ${half}`, Math.min(minutesPerHalfDay, known + minutes))
    }
    return [...byHalf.values()].reduce((sum, minutes) => sum + minutes, 0)
  }
  const lateInCentre = late.filter(({ date, half }) => places.get(date)?.[half] === 'centre')
  const inCentre = once.filter(({ date, half }) => places.get(date)?.[half] === 'centre')
  return {
    centre: countStatuses(once.filter(({ place }) => place === 'centre')),
    company: countStatuses(once.filter(({ place }) => place === 'company')),
    late: {
      justified: lateMinutes(late.filter(({ justified }) => justified)),
      unjustified: lateMinutes(late.filter(({ justified }) => !justified)),
    },
    missedCentreMinutes: inCentre.length * minutesPerHalfDay + lateMinutes(lateInCentre),
  }
}

/** Lateness with what it means for the pay, as `assessAbsence` says it of its half-day. */
export interface LateHalfDay extends HalfDay {
  readonly minutes: number
  readonly pay: PayEffect
}

/** Time not worked in one month, in minutes, by who pays it. */
export interface PayNote {
  /** `2025-11`. */
  readonly month: string
  readonly minutes: Readonly<Record<PayEffect, number>>
}

/**
 * The monthly statement for the company: time not worked, in the centre and in the company alike,
 * since both are working time (Code du travail, art. L6222-24). Months in order, only those with
 * something in them. Says no motive and no day. Of lateness its minutes count, on a half-day that was
 * not missed as a whole, and never more of them than it has.
 */
export function payNotes(
  missed: readonly MissedHalfDay[],
  { minutesPerHalfDay }: AlternationCalendar,
  late: readonly LateHalfDay[] = [],
): readonly PayNote[] {
  const months = new Map<string, Record<PayEffect, number>>()
  const add = (date: string, pay: PayEffect, more: number) => {
    const month = date.slice(0, 7)
    const minutes = months.get(month) ?? {
      maintained: 0,
      insurance: 0,
      undecided: 0,
      deductible: 0,
    }
    minutes[pay] += more
    months.set(month, minutes)
  }
  const once = onlyOnce(missed)
  for (const { date, pay } of once) add(date, pay, minutesPerHalfDay)
  const left = new Map<string, number>()
  for (const half of late) {
    if (once.some((each) => sameHalfDay(each, half))) continue
    const key = `${half.date} ${half.half}`
    const room = left.get(key) ?? minutesPerHalfDay
    const minutes = Math.min(room, half.minutes)
    left.set(key, room - minutes)
    if (minutes > 0) add(half.date, half.pay, minutes)
  }
  return [...months]
    .map(([month, minutes]) => ({ month, minutes }))
    .sort((one, other) => (one.month < other.month ? -1 : 1))
}

function onlyOnce(missed: readonly MissedHalfDay[]): readonly MissedHalfDay[] {
  const best = new Map<string, MissedHalfDay>()
  for (const half of missed) {
    const key = `${half.date} ${half.half}`
    const known = best.get(key)
    if (!known || rank.indexOf(half.status) < rank.indexOf(known.status)) best.set(key, half)
  }
  return [...best.values()]
}

function countStatuses(missed: readonly MissedHalfDay[]): StatusCounts {
  const count = (status: MissedHalfDay['status']) =>
    missed.filter((each) => each.status === status).length
  return {
    justified: count('justified'),
    unjustified: count('unjustified'),
    waiting: count('waiting'),
  }
}
