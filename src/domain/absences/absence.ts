import { addDays } from '../civilDate.ts'
import type { AlternationCalendar } from '../calendar/alternation.ts'
import type { HalfDay } from '../calendar/day.ts'
import type { PersonId } from '../identifiers.ts'
import { motiveRuleOn, type MotiveRule, type PayEffect } from './motives.ts'
import type { Motive } from './motiveNames.ts'

/** What was declared: by the apprentice, or by whoever noticed it. */
export interface Absence {
  readonly motive: Motive
  readonly halfDays: readonly HalfDay[]
  /** Who saw the proof, and on which civil date. The document itself is never kept. */
  readonly proofSeen: { readonly by: PersonId; readonly on: string } | null
}

/** What the centre decides for itself. */
export interface AbsencePolicy {
  /** Calendar days after the first half-day until which the proof may come. */
  readonly proofDays: number
  /** Whether a proof that somebody confirms later still justifies. */
  readonly acceptsLateProof: boolean
  /** Days an agreement gives beyond those of the law, by motive. */
  readonly extraDays: Readonly<Partial<Record<Motive, number>>>
}

/**
 * The defaults. Two days: a medical certificate is due within 48 hours, and other rules of centres
 * ask the same. Until somebody confirms a proof, the absence is then unjustified; whoever confirms one
 * later takes it. What is known is the day on which it was confirmed, not the one on which it came:
 * over a weekend, or by a master without a network, that is no fault of the apprentice. Rules that
 * take no late proof (Bordeaux Montaigne, Errecart, La Rochelle, FormaSup) are kept by not confirming it.
 */
export const usualPolicy: AbsencePolicy = { proofDays: 2, acceptsLateProof: true, extraDays: {} }

/**
 * Why half a day is not justified. `motive`: the law does not know it. `too-long`: beyond the days
 * of the motive. `leave-in-centre`: paid leave is for the company’s days.
 */
export type Objection =
  'motive' | 'too-long' | 'no-proof' | 'late-proof' | 'leave-in-centre' | 'kept-by-company'

/** Half a day on which the apprentice was expected and not there. */
export interface MissedHalfDay extends HalfDay {
  readonly place: 'centre' | 'company'
  /** `waiting`: for its proof, until `proofDue`. */
  readonly status: 'justified' | 'unjustified' | 'waiting'
  readonly objection: Objection | null
  readonly pay: PayEffect
}

/** The last civil date on which the proof of an absence comes in time. */
export function proofDue({ halfDays }: Absence, { proofDays }: AbsencePolicy): string | null {
  const first = inOrder(halfDays).at(0)
  return first ? addDays(first.date, proofDays) : null
}

/**
 * What an absence comes to, half-day by half-day, in order. Half-days on which nobody expected the
 * apprentice (rest, holiday, closed) are left out; of those kept by the company, only the centre’s
 * are missed. `today`: civil date.
 *
 * An absence is justified by the list of the law and unjustified otherwise (programme sheet), with
 * its proof in time, and as long as its days last. What is unjustified the company may leave out
 * of the pay, in proportion and no more (Code du travail, art. L6222-24: time in the centre is
 * working time; L1331-2: no fine).
 */
export function assessAbsence(
  absence: Absence,
  calendar: AlternationCalendar,
  today: string,
  policy: AbsencePolicy = usualPolicy,
): readonly MissedHalfDay[] {
  const due = proofDue(absence, policy)
  return expectedHalfDays(absence, calendar).map((half, index): MissedHalfDay => {
    const rule = motiveRuleOn(absence.motive, half.date)
    const objection = objectionTo(half.place, index, rule, policy)
    const proof = rule?.needsProof && !objection ? proofState(absence, due, today, policy) : null
    const outcome = (status: MissedHalfDay['status'], why: Objection | null, pay: PayEffect) => ({
      ...half,
      status,
      objection: why,
      pay,
    })
    if (!rule || objection) return outcome('unjustified', objection, payOf(rule, objection))
    if (proof === 'waiting') return outcome('waiting', null, 'undecided')
    if (proof) return outcome('unjustified', proof, 'deductible')
    return outcome('justified', null, rule.pay)
  })
}

type ExpectedHalfDay = Pick<MissedHalfDay, 'date' | 'half' | 'place'>

/** Of the half-days that were declared, those on which the apprentice was expected, in order. */
function expectedHalfDays({ motive, halfDays }: Absence, { days }: AlternationCalendar) {
  const byDate = new Map(days.map((day) => [day.date, day]))
  return inOrder(halfDays).flatMap(({ date, half }): readonly ExpectedHalfDay[] => {
    const place = byDate.get(date)?.[half]
    if (place === 'company') return motive === 'kept-by-company' ? [] : [{ date, half, place }]
    // Exams and revision days are the centre’s as well.
    const ofCentre = place === 'centre' || place === 'exam' || place === 'revision'
    return ofCentre ? [{ date, half, place: 'centre' }] : []
  })
}

function objectionTo(
  place: 'centre' | 'company',
  index: number,
  rule: MotiveRule | null,
  { extraDays }: AbsencePolicy,
): Objection | null {
  if (!rule) return 'motive'
  if (rule.motive === 'kept-by-company') return 'kept-by-company'
  if (!rule.justified) return 'motive'
  if (rule.motive === 'paid-leave') return place === 'centre' ? 'leave-in-centre' : null
  const extra = extraDays[rule.motive] ?? 0
  return rule.maxDays !== null && index >= 2 * (rule.maxDays + extra) ? 'too-long' : null
}

const payOf = (rule: MotiveRule | null, objection: Objection | null): PayEffect =>
  rule && (objection === 'motive' || objection === 'kept-by-company') ? rule.pay : 'deductible'

function proofState(
  { proofSeen }: Absence,
  due: string | null,
  today: string,
  { acceptsLateProof }: AbsencePolicy,
): 'waiting' | 'no-proof' | 'late-proof' | null {
  if (due === null) return null
  if (proofSeen) return proofSeen.on <= due || acceptsLateProof ? null : 'late-proof'
  return today <= due ? 'waiting' : 'no-proof'
}

const inOrder = (halfDays: readonly HalfDay[]): readonly HalfDay[] =>
  halfDays.toSorted((one, other) => (one.date + one.half < other.date + other.half ? -1 : 1))
