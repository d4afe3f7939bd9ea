import type { Territory } from '../smic.ts'
import type { AgeBracket } from './payGrid.ts'
import type { PayExtension } from './payInput.ts'

/** A condition of the fifteen points (art. D6222-30). */
export type TopUpCondition = 'same-level' | 'directly-related' | 'one-year' | 'diploma-obtained'

/**
 * One line of the reckoning of a minimum pay, in the order it was made. A screen puts it in words.
 * Percentages are in percent, amounts in euros.
 */
export type PayStep =
  /** Months of the cycle that count as done, because the contract is that much shorter. */
  | { readonly code: 'credited-months'; readonly months: number }
  /** The year of execution, and since when it runs. */
  | { readonly code: 'execution-year'; readonly year: number; readonly from: string }
  /** A licence professionnelle in one year is paid as a second year. */
  | { readonly code: 'professional-licence'; readonly year: number }
  /** What was done before for another diploma counts as done in apprenticeship. */
  | { readonly code: 'previous-years'; readonly year: number }
  /** A birthday that changes the bracket: `paid` on the day, or from `from` on. */
  | {
      readonly code: 'age-bracket'
      readonly age: number
      readonly birthday: string
      readonly from: string
      readonly paid: boolean
    }
  | {
      readonly code: 'grid'
      readonly ageBracket: AgeBracket
      readonly executionYear: number
      readonly percent: number
    }
  /** What the previous contract guarantees; `better` than the grid, or not. */
  | {
      readonly code: 'succession'
      readonly basis: 'paid' | 'regulatory'
      readonly percent: number
      readonly better: boolean
    }
  /** The previous contract guarantees nothing: it led to no diploma. */
  | { readonly code: 'succession-without-diploma' }
  /** Fifteen points on the percent of the first day; `better` than what the day itself gives, or not. */
  | {
      readonly code: 'top-up'
      readonly on: string
      readonly from: number
      readonly points: number
      readonly percent: number
      readonly better: boolean
    }
  | { readonly code: 'top-up-refused'; readonly missing: readonly TopUpCondition[] }
  /** In the extension the last year before it goes on. */
  | {
      readonly code: 'extension'
      readonly reason: PayExtension['reason']
      readonly from: string
      readonly year: number
    }
  | { readonly code: 'disability-points'; readonly points: number; readonly percent: number }
  /** Points never lead above the whole base. */
  | { readonly code: 'cap'; readonly percent: number }
  | {
      readonly code: 'minimum-wage'
      readonly from: string
      readonly territory: Territory
      readonly hourly: number
      readonly monthly: number
    }
  /** The collective agreement’s minimum; `applies` where the age lets it and it is more. */
  | {
      readonly code: 'conventional-minimum'
      readonly monthly: number
      readonly applies: boolean
      readonly because: 'higher' | 'not-higher' | 'under-21'
    }
  | {
      readonly code: 'amount'
      readonly percent: number
      readonly baseMonthly: number
      readonly monthlyGross: number
    }
