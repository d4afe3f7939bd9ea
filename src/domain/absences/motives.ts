import type { Motive } from './motiveNames.ts'

/**
 * Who pays the time: the company goes on (`maintained`), sickness insurance may (`insurance`), it
 * depends on the case (`undecided`), or the company may leave it out of the pay (`deductible`).
 */
export type PayEffect = 'maintained' | 'insurance' | 'undecided' | 'deductible'

/** What the law makes of a motive from a day on. */
export interface MotiveRule {
  readonly motive: Motive
  /** First day of this wording; the latest that has begun counts. */
  readonly from: string
  readonly justified: boolean
  /** Working days at most; `null`: as long as the proof says. */
  readonly maxDays: number | null
  readonly needsProof: boolean
  readonly pay: PayEffect
  /** How the centre codes it: our convention, there is no national one. */
  readonly code: string
  readonly source: string
}

/** Before any contract that a logbook can hold. */
const EVER = '2000-01-01'
/** Loi n° 2023-622 du 19 juillet 2023, JO of 20 July: in force on the day after. */
const LAW_OF_2023 = '2023-07-21'
/** Loi n° 2020-692 du 8 juin 2020, for deaths from this day on (from memory). */
const LAW_OF_2020 = '2020-07-01'
/** Loi n° 2016-1088 du 8 août 2016, JO of 9 August. */
const LAW_OF_2016 = '2016-08-10'

const family = { justified: true, needsProof: true, pay: 'maintained', code: 'ABS-J-FAM' } as const
const health = { justified: true, needsProof: true, maxDays: null, pay: 'insurance' } as const
const unjustified = { justified: false, needsProof: false, maxDays: null } as const

/**
 * The motives and what the law makes of them. The days are a minimum: an agreement of the branch or
 * the company may give more (`extraDays` of `assessAbsence`).
 *
 * Sources stand in each row; those of the unjustified ones are the rules of several centres.
 */
export const motiveRules: readonly MotiveRule[] = [
  {
    ...health,
    motive: 'illness',
    from: EVER,
    code: 'ABS-J-MAL',
    source: 'L1226-1; certificat sous 48 h, copie au CFA',
  },
  {
    ...health,
    motive: 'work-accident',
    from: EVER,
    code: 'ABS-J-AT',
    source: 'L1226-7; certificat',
  },
  { ...health, motive: 'maternity', from: EVER, code: 'ABS-J-MAT', source: 'L1225-17' },
  { ...health, motive: 'paternity', from: EVER, code: 'ABS-J-MAT', source: 'L1225-35' },
  {
    ...health,
    motive: 'prenatal-exam',
    from: EVER,
    pay: 'maintained',
    code: 'ABS-J-MAT',
    source: 'L1225-16',
  },
  {
    ...family,
    motive: 'own-marriage',
    from: EVER,
    maxDays: 4,
    source: 'L3142-1 1°, L3142-4 1° (mariage ou PACS)',
  },
  { ...family, motive: 'child-marriage', from: EVER, maxDays: 1, source: 'L3142-1 2°, L3142-4 2°' },
  {
    ...family,
    motive: 'birth-or-adoption',
    from: EVER,
    maxDays: 3,
    source: 'L3142-1 3°, L3142-4 3°',
  },
  {
    ...family,
    motive: 'child-death',
    from: LAW_OF_2016,
    maxDays: 5,
    source: 'L3142-4 4°, loi 2016-1088',
  },
  {
    ...family,
    motive: 'child-death',
    from: LAW_OF_2023,
    maxDays: 12,
    source: 'L3142-4 4°, loi 2023-622',
  },
  // Under 25, itself a parent, or a dependent under 25.
  {
    ...family,
    motive: 'young-child-death',
    from: LAW_OF_2020,
    maxDays: 7,
    source: 'L3142-4 4°, loi 2020-692',
  },
  {
    ...family,
    motive: 'young-child-death',
    from: LAW_OF_2023,
    maxDays: 14,
    source: 'L3142-4 4°, loi 2023-622',
  },
  {
    ...family,
    motive: 'bereavement',
    from: LAW_OF_2020,
    maxDays: 8,
    source: 'L3142-1-1 (congé de deuil, enfant de moins de 25 ans)',
  },
  {
    ...family,
    motive: 'relative-death',
    from: LAW_OF_2016,
    maxDays: 3,
    source: 'L3142-4 5°: conjoint, PACS, concubin, père, mère, beaux-parents, frère, sœur',
  },
  {
    ...family,
    motive: 'child-illness-announced',
    from: LAW_OF_2016,
    maxDays: 2,
    source: 'L3142-4 6°, loi 2016-1088 (handicap)',
  },
  {
    ...family,
    motive: 'child-illness-announced',
    from: LAW_OF_2023,
    maxDays: 5,
    source: 'L3142-4 6°, loi 2023-622 (handicap, pathologie chronique, cancer)',
  },
  {
    ...family,
    motive: 'defence-day',
    from: EVER,
    maxDays: 1,
    code: 'ABS-J-JDC',
    source: 'L3142-97, L3142-98 (16 à 25 ans)',
  },
  {
    ...family,
    motive: 'exam-leave',
    from: EVER,
    maxDays: 5,
    needsProof: false,
    code: 'ABS-J-REV',
    source: 'L6222-35: see examLeave',
  },
  {
    ...family,
    motive: 'summons',
    from: EVER,
    maxDays: null,
    pay: 'undecided',
    code: 'ABS-J-CONV',
    source: 'usage: tribunal, police, examen du permis',
  },
  {
    ...family,
    motive: 'paid-leave',
    from: EVER,
    maxDays: null,
    needsProof: false,
    code: 'ABS-J-AUT',
    source: 'L3141-3; programme sheet: in company periods only',
  },
  {
    ...unjustified,
    motive: 'kept-by-company',
    from: EVER,
    pay: 'maintained',
    code: 'ENT-CFA',
    source: 'L6222-24, L6223-4: the company may not keep the apprentice',
  },
  {
    ...unjustified,
    motive: 'exclusion',
    from: EVER,
    pay: 'undecided',
    code: 'EXC',
    source: 'règlement intérieur du CFA, R6352-3',
  },
  {
    ...unjustified,
    motive: 'personal',
    from: EVER,
    pay: 'deductible',
    code: 'ABS-NJ',
    source: 'programme sheet: « les autres absences étant injustifiées »',
  },
  {
    ...unjustified,
    motive: 'unknown',
    from: EVER,
    pay: 'deductible',
    code: 'ABS-NJ',
    source: 'programme sheet: « les autres absences étant injustifiées »',
  },
]

/** The rule of a motive on a day, or `null` where the law of that day is not in the table. */
export function motiveRuleOn(motive: Motive, date: string): MotiveRule | null {
  return motiveRules.findLast((rule) => rule.motive === motive && rule.from <= date) ?? null
}
