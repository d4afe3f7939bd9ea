import type { AdmissionState } from '#domain/enrolment/admission.ts'

type Level = 'to-build' | 'fragile' | 'solid'

/** How one apprentice came in, and what they were asked since. Days are ISO dates. */
export interface DemoEnrolment {
  /** By step: how it stands, and since when. */
  readonly admission: Readonly<Record<string, readonly [AdmissionState, string]>>
  readonly placement: {
    readonly on: string
    readonly prior: string
    readonly diagnostic: Readonly<Record<string, Level>>
    readonly path: string
    readonly months: number
    /** Units from which a dispense was foreseen. */
    readonly dispenses?: readonly string[]
    /** Not there: it waits for the apprentice. */
    readonly signedOn?: string
  }
  readonly arrangement?: { readonly needed: 'yes' | 'no'; readonly told?: string }
  /** Texts that were signed at entry. */
  readonly readings: readonly string[]
  /** Day on which the edition of 2026 was signed. */
  readonly again?: string
  readonly surveys?: readonly {
    readonly on: string
    readonly by: 'apprentice' | 'master'
    readonly survey: string
    readonly answers: Readonly<Record<string, 1 | 2 | 3 | 4>>
    readonly told?: string
  }[]
  readonly dispenses?: readonly {
    readonly on: string
    readonly unit: string
    readonly diploma: string
    readonly passed?: string
    readonly told: string
    readonly givenOn?: string
    readonly returned?: { readonly on: string; readonly reason: string }
  }[]
}
