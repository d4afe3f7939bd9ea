import { addYears } from '../civilDate.ts'
import { formerMarksOf } from './marks.ts'
import type { LogbookDocument } from '../logbookDocument.ts'

/** Years for which a mark of at least 10 may be brought into another session. */
const KEPT_YEARS = 5

/** The lowest mark, out of 20, that may be kept. */
export const KEPT_FROM = 10

/**
 * The last civil date on which a mark got on `resultOn` may still be kept, on request; `null`: it
 * is below 10 and cannot be.
 *
 * Source: Code de l’éducation, art. D643-15 (valid for five years from the day they are got), D643-23
 * (who fails keeps them on request).
 */
export const keptUntil = (value: number, resultOn: string): string | null =>
  value >= KEPT_FROM ? addYears(resultOn, KEPT_YEARS) : null

/** A mark of a former session that the candidate asked to keep: its exam is not taken again. */
export interface KeptMark {
  /** Code of the exam. */
  readonly exam: string
  /** Out of 20. */
  readonly mark: number
  /** Civil dates: of the results, and the last on which it may be kept. */
  readonly on: string
  readonly until: string
  /** Whether it may still be kept on the day asked about. */
  readonly holds: boolean
}

/**
 * The kept marks that were noted in a logbook, of each exam the latest, in the order of the exams’
 * codes. `day`: civil date on which the session begins. What is below 10 cannot be kept.
 */
export function keptMarksOf(
  documents: readonly LogbookDocument[],
  day: string,
): readonly KeptMark[] {
  const kept = formerMarksOf(documents).flatMap(({ exam, mark, date: on }): KeptMark[] => {
    const until = keptUntil(mark, on)
    if (exam === null || until === null) return []
    return [{ exam, mark, on, until, holds: day <= until }]
  })
  return kept
    .filter(({ exam }, index) => kept.findIndex((each) => each.exam === exam) === index)
    .sort((one, other) => one.exam.localeCompare(other.exam))
}
