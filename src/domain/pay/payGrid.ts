import { ageOn, addMonths, birthdayOf, firstOfNextMonth, monthsBetween } from '../civilDate.ts'

export type AgeBracket = '-18' | '18-20' | '21-25' | '26+'

/** An age that opens a bracket, when it was reached, and from when it is paid. */
export interface BracketChange {
  readonly age: number
  readonly bracket: AgeBracket
  readonly birthday: string
  /** First day of the month after the birthday. */
  readonly from: string
}

/** From when months of execution are counted, and how many count as done before. */
export interface YearCount {
  readonly start: string
  readonly creditedMonths: number
}

interface Grid {
  /** First day of execution of the contracts it is for. */
  readonly from: string
  /** Percent, by year of execution: the last row is for the third year and any after it. */
  readonly rows: readonly Readonly<Record<AgeBracket, number>>[]
}

/**
 * Minimum pay in percent, by year of execution and age.
 *
 * Source: Code du travail, art. D6222-26 (décret 2018-1347 of 28 December 2018, contracts from
 * 1 January 2019; unchanged since). A fourth year, which disability and sport allow, has no row of
 * its own: it is paid as the third, as the state’s contract form did.
 */
const grids: readonly Grid[] = [
  {
    from: '2019-01-01',
    rows: [
      { '-18': 27, '18-20': 43, '21-25': 53, '26+': 100 },
      { '-18': 39, '18-20': 51, '21-25': 61, '26+': 100 },
      { '-18': 55, '18-20': 67, '21-25': 78, '26+': 100 },
    ],
  },
]

const thresholds: readonly (readonly [age: number, bracket: AgeBracket])[] = [
  [18, '18-20'],
  [21, '21-25'],
  [26, '26+'],
]

/** The first contract that a known grid is for began on this day. */
export const FIRST_GRID = '2019-01-01'

/** Percent of a year of execution (from 1) and an age, by the grid of the day a contract began. */
export function gridPercent(contractStart: string, year: number, bracket: AgeBracket): number {
  const rows = grids.findLast(({ from }) => from <= contractStart)?.rows ?? []
  return rows[Math.min(year, rows.length) - 1]?.[bracket] ?? NaN
}

/**
 * Each bracket that opens during a contract begun on `contractStart`, in order.
 *
 * A raise comes on the first of the month after the birthday, also after one on a first: art.
 * D6222-31, al. 1. Whoever has the age on the first day of the contract is paid by it from that
 * day on, there is nothing to raise: art. D6222-26, and so did the state’s contract form.
 */
export const bracketChanges = (birthDate: string, contractStart: string): BracketChange[] =>
  thresholds.flatMap(([age, bracket]) => {
    const birthday = birthdayOf(birthDate, age)
    return birthday > contractStart
      ? [{ age, bracket, birthday, from: firstOfNextMonth(birthday) }]
      : []
  })

/** The bracket whose percent is due on a day of a contract, see `bracketChanges`. */
export function bracketOn(birthDate: string, contractStart: string, on: string): AgeBracket {
  const atStart = thresholds.findLast(([age]) => ageOn(birthDate, contractStart) >= age)?.[1]
  const since = bracketChanges(birthDate, contractStart).findLast(({ from }) => from <= on)
  return since?.bracket ?? atStart ?? '-18'
}

/**
 * The year of execution on a day, from 1: twelve months each, date to date from the start, whatever
 * the school year; credited months come first. Years before a birthday count (art. D6222-31,
 * al. 3).
 */
export const yearOn = ({ start, creditedMonths }: YearCount, on: string): number =>
  Math.floor((monthsBetween(start, on) + creditedMonths) / 12) + 1

/** The first day of a year of execution; before the start where it is credited as a whole. */
export const yearStart = ({ start, creditedMonths }: YearCount, year: number): string =>
  addMonths(start, (year - 1) * 12 - creditedMonths)
