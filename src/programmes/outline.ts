import type { WeekHalf } from '#domain/calendar/plan.ts'

/** Promotion. Dates are ISO days, both included. */
export interface Cohort {
  readonly id: string
  readonly title: string
  readonly start: string
  readonly end: string
  readonly years: readonly { readonly start: string; readonly end: string }[]
  /** ISO weeks in which nobody is expected to write: first week in the centre, leave, closing. */
  readonly closedWeeks: readonly string[]
  /** Half-days of a usual week of training in the company; absent: any working one may be. */
  readonly companyHalves?: readonly WeekHalf[] | undefined
}

/** A skill or task under its short name. Its code stands in what people wrote: it never changes. */
export interface Named {
  readonly code: string
  /** In plain words, for a phone. */
  readonly shortLabel: string
}

/**
 * What a phone needs of a programme to write and show a week: codes, short names, dates. It is
 * loaded with the first screen, so the official texts stand apart (see `Programme`).
 */
export interface ProgrammeOutline {
  readonly id: string
  readonly shortTitle: string
  /** Blocs de compétences, professional ones first. Only these have activities. */
  readonly blocks: readonly {
    readonly code: string
    readonly title: string
    readonly skills: readonly Named[]
    readonly activities: readonly { readonly title: string; readonly tasks: readonly Named[] }[]
  }[]
  readonly cohorts: readonly Cohort[]
  /** Skills that an import has no more, and that what people wrote still names. */
  readonly formerSkills?: readonly Named[] | undefined
}
