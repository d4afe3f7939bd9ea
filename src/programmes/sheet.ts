import type { AdmissionRule } from '#domain/enrolment/admission.ts'
import type { Reading } from '#domain/enrolment/readings.ts'
import type { Survey } from '#domain/enrolment/surveys.ts'

/** Year of an exam session and the share of candidates who passed, in percent. */
export interface SessionResult {
  readonly session: number
  readonly percent: number
}

/** A thing with a code of its own, so that documents can name it. */
export interface Choice {
  readonly code: string
  readonly title: string
}

/**
 * Fiche formation: what the centre says of a programme beside its diploma. It is read, and sets
 * defaults; where law has changed since it was printed, the rules of `domain` count.
 *
 * Empty lists and `null` are what the centre has not said.
 */
export interface Sheet {
  /** With the groups of skills that each stands for. */
  readonly objectives: readonly {
    readonly title: string
    readonly detail: string
    readonly skillGroups: readonly string[]
  }[]
  /** What a reader has to know of them. */
  readonly objectivesNote: string | null
  /** Entreprises d’accueil. */
  readonly hosts: string | null
  readonly prerequisites: {
    /** Age in years that is not passed when the contract begins; exceptions are the law’s. */
    readonly maxAge: number | null
    readonly entryLevels: readonly string[]
    readonly qualities: readonly string[]
  }
  /** Steps of admission, in order. */
  readonly admission: readonly AdmissionRule[]
  /** Positionnement. */
  readonly placement: string | null
  /** What its diagnostic looks at. */
  readonly placementThemes: readonly Choice[]
  /** Enquêtes, in the order in which they open. */
  readonly surveys: readonly Survey[]
  readonly contract: {
    readonly months: number | null
    /** Months that may be added for a disability. */
    readonly extraForDisability: number | null
    /** Months before and after the start of training in which a contract may begin. */
    readonly startMonths: { readonly before: number; readonly after: number } | null
  }
  /** `2025-01`: month from which one may enrol. */
  readonly enrolmentFrom: string | null
  readonly methods: readonly string[]
  /** Visites de suivi, at least. */
  readonly visitsAYear: number | null
  /** How the centre assesses, beside the exams. */
  readonly assessments: readonly Choice[]
  readonly companyAssessment: string | null
  /** Entretiens individuels. `masterReads`: whether the company has a part in them and reads them. */
  readonly interviews: readonly (Choice & { readonly masterReads: boolean })[]
  /** Whether a single block can be certified. */
  readonly certifiesBlocks: boolean | null
  /** Whether the centre may assess by CCF (habilitation) for this diploma. */
  readonly accredited: boolean | null
  readonly results: readonly SessionResult[]
  readonly nextStudies: readonly string[]
  readonly jobs: readonly string[]
  readonly funding: {
    readonly tuition: string
    readonly funder: string
    /** Average cost a year that France compétences recommends, in euros. */
    readonly averageCost: number | null
  } | null
}

/** CFA: where one learns, whatever the programme. */
export interface CentreSheet {
  readonly name: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  /** As it is dialled in France, in pairs of digits. */
  readonly phone: string
  readonly email: string
  readonly website: string
  readonly access: readonly string[]
  /** For people with reduced mobility. */
  readonly accessibility: readonly string[]
  readonly catering: string
  readonly lodging: string
  readonly equipment: readonly string[]
  readonly publics: string
  /** Of all its programmes together. */
  readonly results: readonly SessionResult[]
  /** What the centre promises, and on which terms. */
  readonly commitments: readonly string[]
  /** What every apprentice has to read, in this order. */
  readonly readings: readonly Reading[]
}

/**
 * Whether the company reads individual interviews of a type; not while nobody has said so. The
 * programme sheet names the types and is silent on this: it is the centre’s policy.
 */
export const readsInterview = (
  sheet: Pick<Sheet, 'interviews'> | undefined,
  type: string,
): boolean => sheet?.interviews.find(({ code }) => code === type)?.masterReads ?? false

/** Whether an interview of a type is one between apprentice and centre, of which the company reads nothing. */
export const isIndividual = (sheet: Pick<Sheet, 'interviews'> | undefined, type: string): boolean =>
  type !== 'tripartite' && !readsInterview(sheet, type)
