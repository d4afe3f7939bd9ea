import { addDays, ageOn, birthdayOf } from '../civilDate.ts'

/** Majorité: Code civil, art. 414. */
const OF_AGE = 18

/** Whether somebody is a minor on a day; on the eighteenth birthday not any more. */
export const isMinor = (birthDate: string, on: string): boolean => ageOn(birthDate, on) < OF_AGE

/** The last day on which a guardian signs and reads: the eve of the eighteenth birthday. */
export const guardianUntil = (birthDate: string): string =>
  addDays(birthdayOf(birthDate, OF_AGE), -1)
