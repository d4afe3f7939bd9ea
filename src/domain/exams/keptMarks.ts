import { addYears } from '../civilDate.ts'

/** Years for which a mark of at least 10 may be brought into another session. */
const KEPT_YEARS = 5

/**
 * The last civil date on which a mark got on `resultOn` may still be kept, on request; `null`: it
 * is below 10 and cannot be.
 *
 * Source: Code de l’éducation, art. D643-15 (valid for five years from the day they are got), D643-23
 * (who fails keeps them on request).
 */
export const keptUntil = (value: number, resultOn: string): string | null =>
  value >= 10 ? addYears(resultOn, KEPT_YEARS) : null
