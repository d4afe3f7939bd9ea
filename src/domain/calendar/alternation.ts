import { addDays, daysBetween, weekday } from '../civilDate.ts'
import { mondayOf, weekOf } from '../week.ts'
import type { Period } from '../weekStates.ts'
import type { Day, Half, Place } from './day.ts'
import { applyExchanges, type Exchange, type RefusedExchange } from './exchange.ts'
import { pathYears, type PathYear } from './pathYears.ts'
import {
  weekdays,
  type CohortPlan,
  type PlannedPeriod,
  type Rhythm,
  type WeekHalf,
  type Weekday,
} from './plan.ts'
import { createHolidayLookup } from './publicHolidays.ts'

/** What one apprentice does otherwise than the cohort. */
export interface Path {
  /** Entrée décalée: first day of training, where it is later than the cohort’s. */
  readonly entersOn?: string
  /** Parcours raccourci: last day of training, where it is earlier. */
  readonly leavesOn?: string
  /** Parcours allongé: years of training after those of the cohort, in order. */
  readonly extraYears?: readonly Period[]
  /** Of this apprentice alone: they count before those of the cohort. */
  readonly periods?: readonly PlannedPeriod[]
  /** Half-days that changed places with each other. */
  readonly exchanges?: readonly Exchange[]
  /** Days of the contract without a company: between two of them, or suspended. */
  readonly withoutCompany?: readonly Period[]
  /** Weekly rest in the company, where it is not Saturday and Sunday. */
  readonly restDays?: readonly Weekday[]
}

export interface AlternationInput {
  readonly contract: Period
  readonly plan: CohortPlan
  readonly path?: Path
}

/** Calendrier de l’alternance of one apprentice. */
export interface AlternationCalendar {
  /** Every day from the first to the last of contract and training, in order, without a gap. */
  readonly days: readonly Day[]
  readonly contract: Period
  /** Years of training as this apprentice has them. */
  readonly years: readonly Period[]
  readonly minutesPerHalfDay: number
  /** Exchanges that could not be made, with why; the calendar is as if nobody had asked. */
  readonly refused: readonly RefusedExchange[]
}

const weekend: readonly Weekday[] = ['sat', 'sun']

/**
 * The calendar of one apprentice, half-day by half-day.
 *
 * What was planned for a period comes before the rhythm of the centre, which holds in the years of
 * training; everything else is the company’s, as long as there is a contract and a company. Weekly
 * rest takes
 * what the company would have, a public holiday what anybody would have. Last, exchanges swap two
 * half-days, so that no place gains or loses any. New objects; throws on what is no date.
 *
 * Sources: programme sheet (2.5 days in the centre, 2.5 in the company; entry at any time of the
 * year, path adapted by placement); Code du travail, art. L6222-24 (time in the centre is working
 * time), L6222-12-1 (up to three months in the centre without a contract), L3133-1 (holidays).
 */
export function alternationCalendar(input: AlternationInput): AlternationCalendar {
  const { contract, plan, path = {} } = input
  const years = pathYears(plan.years, path)
  const rules = {
    contract,
    years,
    rhythm: plan.rhythm,
    periods: [...plan.periods, ...(path.periods ?? [])],
    restDays: path.restDays ?? weekend,
    withoutCompany: path.withoutCompany ?? [],
  }
  const holidayOn = createHolidayLookup(plan.holidays)

  const days = datesOf(spanOf(contract, years)).map((date): Day => {
    const holiday = holidayOn(date)
    const placeOf = (half: Half) => {
      const place = workingPlace(date, half, rules)
      return holiday && place !== 'rest' ? 'holiday' : place
    }
    return { date, am: placeOf('am'), pm: placeOf('pm'), holiday }
  })
  const { days: exchanged, refused } = applyExchanges(days, path.exchanges ?? [], contract)
  const { minutesPerHalfDay } = plan.rhythm
  const own = years.map(({ start, end }) => ({ start, end }))
  return { days: exchanged, contract, years: own, minutesPerHalfDay, refused }
}

interface Rules {
  readonly contract: Period
  readonly years: readonly PathYear[]
  readonly rhythm: Rhythm
  readonly periods: readonly PlannedPeriod[]
  readonly restDays: readonly Weekday[]
  readonly withoutCompany: readonly Period[]
}

/** Where half a day would be spent if there were no public holidays. */
function workingPlace(date: string, half: Half, rules: Rules): Place {
  const { contract, years, rhythm, periods, restDays, withoutCompany } = rules
  const day = weekdays[weekday(date)] ?? 'sun'
  const year = years.find((each) => holds(each, date))
  const planned = periods.findLast(
    (each) => holds(each, date) && (each.half ?? half) === half && isFor(each, year, day),
  )
  const inCentre = year && centreHalves(rhythm, year, date).includes(`${day}-${half}`)
  const place = planned?.place ?? (inCentre ? 'centre' : 'company')
  if (!ofCentre(place) && restDays.includes(day)) return 'rest'
  const works = holds(contract, date) && !withoutCompany.some((each) => holds(each, date))
  return place === 'company' && !works ? 'closed' : place
}

/** The cohort’s days in its centre are not those of who has not entered yet, or has left. */
const isFor = ({ place }: PlannedPeriod, year: Period | undefined, day: Weekday) =>
  !ofCentre(place) || (year !== undefined && !weekend.includes(day))

const ofCentre = (place: Place) => place === 'centre' || place === 'exam' || place === 'revision'

/** The half-days in the centre of the week that holds `date`. */
function centreHalves({ weeks }: Rhythm, year: PathYear, date: string): readonly WeekHalf[] {
  const passed = daysBetween(mondayOf(weekOf(year.turnsFrom)), mondayOf(weekOf(date))) / 7
  return weeks[passed % weeks.length] ?? []
}

function spanOf(contract: Period, years: readonly Period[]): Period {
  const all = [contract, ...years]
  const start = all.map((each) => each.start).reduce((one, other) => (one < other ? one : other))
  const end = all.map((each) => each.end).reduce((one, other) => (one > other ? one : other))
  return { start, end }
}

const datesOf = ({ start, end }: Period): string[] =>
  Array.from({ length: daysBetween(start, end) + 1 }, (_, index) => addDays(start, index))

const holds = ({ start, end }: Period, date: string) => start <= date && date <= end
