import type { Exam } from './exam.ts'

/** Marks are out of this. */
const BEST = 20
/** Average from which the diploma is given, and a unit acquired. */
const PASS = 10
/** Marks and coefficients have two decimals at most: with them as whole hundredths, sums are exact. */
const HUNDREDTHS = 100

/**
 * What an exam, or a part of one, came to. `kept`: a mark of an earlier session, brought along on
 * request. `absent` without `excused`: no force majeure.
 */
export type Mark =
  | { readonly type: 'mark' | 'kept'; readonly value: number }
  | { readonly type: 'dispensed' }
  | { readonly type: 'absent'; readonly excused: boolean }

/** By the code of an exam or, where it has parts, of its parts; what is not there is to come. */
export type Marks = Readonly<Record<string, Mark | undefined>>

/** One line of the result: an exam without parts, or a part. */
export interface ResultLine {
  readonly code: string
  /** Code of the exam; of a part, that of its exam. */
  readonly exam: string
  readonly coefficient: number
  readonly mark: Mark | null
  /** Mark × coefficient; `null`: to come, dispensed, or absent without an excuse. */
  readonly points: number | null
}

/**
 * `absent`: at a compulsory exam, without an excuse: no diploma in this session whatever the rest.
 * `incomplete`: marks are still to come.
 */
export type Verdict = 'passed' | 'failed' | 'absent' | 'incomplete'

export interface Result {
  /** Compulsory ones only, in the order of the exams. An exam with parts never has one mark. */
  readonly lines: readonly ResultLine[]
  readonly points: number
  /** Points above 10 of optional exams. */
  readonly bonus: number
  /** Coefficients of what has points. */
  readonly coefficients: number
  /** Of all that counts: dispensed exams do not. */
  readonly coefficientsInAll: number
  /** Of what has points, down to the hundredth: who reads 10 has 10. `null`: nothing has yet. */
  readonly average: number | null
  readonly verdict: Verdict
  /** Units of at least 10: the marks may be kept for five years. */
  readonly acquiredUnits: readonly string[]
}

/**
 * What marks come to with the coefficients of a diploma. Low marks are made up for by high ones, no
 * mark eliminates by itself. Throws a RangeError on a mark outside of 0 to 20.
 *
 * Sources: Code de l’éducation, art. D643-15 (units from 10 out of 20, valid for five years),
 * D643-22 (average of the coefficients), D643-24 (absence at a compulsory exam: no diploma; force
 * majeure: zero). Optional exams: référentiel, « seuls les points au-dessus de la moyenne ». What
 * the control exams may change (D643-15 2°) is not computed: the jury decides who takes them.
 */
export function resultOf(exams: readonly Exam[], marks: Marks): Result {
  const lines = exams.flatMap((exam) => linesOf(exam, marks))
  const counted = lines.filter(({ points }) => points !== null)
  const points = sum(lines.map((line) => line.points ?? 0))
  const bonus = sum(exams.map((exam) => bonusOf(exam, marks)))
  const coefficients = sum(counted.map(({ coefficient }) => coefficient))
  const counting = lines.filter(({ mark }) => mark?.type !== 'dispensed')
  return {
    lines,
    points,
    bonus,
    coefficients,
    coefficientsInAll: sum(counting.map(({ coefficient }) => coefficient)),
    average: coefficients === 0 ? null : roundDown((points + bonus) / coefficients),
    verdict: verdictOf(lines, points + bonus, coefficients),
    acquiredUnits: exams.filter((exam) => isAcquired(exam, lines)).map(({ unit }) => unit),
  }
}

/** A result, and what it would be if some marks were others: nothing of it is kept. */
export const whatIf = (exams: readonly Exam[], marks: Marks, supposed: Marks): Result =>
  resultOf(exams, { ...marks, ...supposed })

/**
 * The average that what is to come must have at least, up to the hundredth, for 10 in all; 0 where
 * nothing is missing any more. `null`: nothing is to come, or not even 20 everywhere would do.
 */
export function neededAverage(exams: readonly Exam[], marks: Marks): number | null {
  const { points, bonus, coefficients, coefficientsInAll, verdict } = resultOf(exams, marks)
  const open = roundOff(coefficientsInAll - coefficients)
  if (verdict === 'absent' || open === 0) return null
  const needed = (PASS * coefficientsInAll - points - bonus) / open
  if (needed > BEST) return null
  return Math.max(0, Math.ceil(roundOff(needed * HUNDREDTHS)) / HUNDREDTHS)
}

function linesOf({ code, coefficient, parts }: Exam, marks: Marks): readonly ResultLine[] {
  if (coefficient === null) return []
  const whole = marks[code]
  const rows = parts.length > 0 ? parts : [{ code, coefficient }]
  return rows.map((row) => {
    // Who is dispensed from an exam, or was not there, is so for each of its parts.
    const mark =
      (whole && whole.type !== 'mark' && parts.length > 0 ? whole : marks[row.code]) ?? null
    const value = valueOf(mark)
    return {
      ...{ code: row.code, exam: code, coefficient: row.coefficient, mark },
      points: value === null ? null : times(value, row.coefficient),
    }
  })
}

function valueOf(mark: Mark | null): number | null {
  if (mark?.type === 'absent') return mark.excused ? 0 : null
  if (mark?.type !== 'mark' && mark?.type !== 'kept') return null
  if (!(mark.value >= 0 && mark.value <= BEST)) throw new RangeError(`no mark: ${mark.value}`)
  return mark.value
}

function bonusOf({ code, coefficient }: Exam, marks: Marks): number {
  const value = coefficient === null ? valueOf(marks[code] ?? null) : null
  return value === null ? 0 : Math.max(0, roundOff(value - PASS))
}

function verdictOf(lines: readonly ResultLine[], points: number, coefficients: number): Verdict {
  const isAbsent = ({ mark }: ResultLine) => mark?.type === 'absent' && !mark.excused
  if (lines.some(isAbsent)) return 'absent'
  if (lines.some(({ mark }) => mark === null) || coefficients === 0) return 'incomplete'
  return points >= PASS * coefficients ? 'passed' : 'failed'
}

function isAcquired({ code }: Exam, lines: readonly ResultLine[]): boolean {
  const own = lines.filter(({ exam }) => exam === code)
  const known = own.every(({ points }) => points !== null)
  const coefficients = sum(own.map(({ coefficient }) => coefficient))
  return own.length > 0 && known && sum(own.map((line) => line.points ?? 0)) >= PASS * coefficients
}

const times = (one: number, other: number) =>
  (Math.round(one * HUNDREDTHS) * Math.round(other * HUNDREDTHS)) / HUNDREDTHS ** 2

const sum = (numbers: readonly number[]) =>
  roundOff(numbers.reduce((total, each) => total + each, 0))

/** Takes away what floating point added: no figure here has more than four decimals. */
const roundOff = (figure: number) => Math.round(figure * HUNDREDTHS ** 2) / HUNDREDTHS ** 2

const roundDown = (figure: number) =>
  Math.floor(Math.round(figure * HUNDREDTHS ** 4) / HUNDREDTHS ** 3) / HUNDREDTHS
