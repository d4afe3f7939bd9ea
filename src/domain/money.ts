/**
 * Amounts of money are integer cents, shares of them integer parts per million: 43 % is 430 000.
 * Nothing is rounded but where a function says so.
 */

const CENTS = 100
/** Parts per million in one percent: percentages keep four decimals. */
const PER_PERCENT = 10_000
const WHOLE = 1_000_000
/** The most that is reckoned with exactly, see `shareOf`; nobody is paid that in a month. */
const MOST_EUROS = 10_000_000

/** Whether it is an amount that can be reckoned with: no `NaN`, nothing below zero, nothing endless. */
export const isAmount = (euros: number): boolean =>
  Number.isFinite(euros) && euros >= 0 && euros <= MOST_EUROS

/** Nearest cent of an amount in euros, half a cent upwards. */
export const toCents = (euros: number): number =>
  // The detour by text mends what binary fractions make of 1.005: it is 100.5 cents, not 100.49.
  Math.round(Number((euros * CENTS).toFixed(6)))

export const toEuros = (cents: number): number => cents / CENTS

export const toParts = (percent: number): number => Math.round(percent * PER_PERCENT)

export const toPercent = (parts: number): number => parts / PER_PERCENT

/**
 * A share of an amount, to the nearest cent, half a cent upwards. `cents` up to ten million euros
 * and `parts` up to 800 % are exact.
 *
 * No text says how to round a pay (domain notes, §3.2, 12): the state’s own tables of August 2026
 * take the nearest cent (39 % of 1 867.02 € is 728.14 €), its former contract form the next one.
 */
export const shareOf = (cents: number, parts: number): number =>
  Math.floor((cents * parts + WHOLE / 2) / WHOLE)
