import type { CompanyTime } from './companyTime.ts'
import type { ExamSession } from './session.ts'

/** What the file of an exam must hold; data of the programme. */
export interface PieceRule {
  readonly code: string
  readonly exam: string
  /** First session that asks for it. */
  readonly from: number
  /** Last session that asks for it; `null`: still does. */
  readonly until: number | null
  /** How many are asked for: three sheets. */
  readonly count: number
  /** Each has to be of another nature. */
  readonly distinct: boolean
  readonly needsSignature: boolean
  /** `not-valid` (NV): the exam is not marked. `penalty`: marks are taken off. */
  readonly ifMissing: 'not-valid' | 'penalty'
  readonly source: string
}

/** A piece the candidate has prepared. */
export interface Piece {
  /** Of its rule. */
  readonly rule: string
  /** What kind of activity it tells of, where natures have to differ. */
  readonly nature: string | null
  readonly signed: boolean
}

/** What one logbook has to show; plain facts, whoever counted them, and on what day. */
export interface SelfCheckInput {
  readonly session: ExamSession
  readonly registered: boolean
  /** ISO weeks that were never sent and are overdue. */
  readonly missingWeeks: readonly string[]
  /** ISO weeks that the master has not signed. */
  readonly unsignedWeeks: readonly string[]
  /** Ids of interviews and visits that lack a signature. */
  readonly unsignedDocuments: readonly string[]
  /** By code of an exam: its skills that nothing in the logbook shows. */
  readonly skillsWithoutEvidence: Readonly<Record<string, readonly string[]>>
  readonly rules: readonly PieceRule[]
  readonly pieces: readonly Piece[]
  /** By code of an exam: the civil date on which its file was handed in. */
  readonly handedIn: Readonly<Record<string, string>>
  /** `null`: the calendar or what the diploma asks for is not known. */
  readonly companyTime: CompanyTime | null
}

/** How bad it would be: not marked, marked lower, or a gap in the logbook. */
export type Weight = 'not-valid' | 'penalty' | 'gap'

export type FindingCode =
  | 'not-registered'
  | 'experience-too-short'
  | 'handed-in-late'
  | 'not-handed-in'
  | 'piece-missing'
  | 'piece-unsigned'
  | 'same-nature'
  | 'skills-without-evidence'
  | 'weeks-missing'
  | 'weeks-unsigned'
  | 'documents-unsigned'

export interface Finding {
  readonly code: FindingCode
  readonly weight: Weight
  readonly exam: string | null
  /** What it is about: weeks, skills, pieces, documents; of time in companies, what is and what is asked for. */
  readonly about: readonly string[]
  /** Civil date until which it can be put right; `null`: no date, or none known. */
  readonly by: string | null
}

const weights: readonly Weight[] = ['not-valid', 'penalty', 'gap']

/**
 * What would be refused if somebody looked at the exam files now: the worst first, of the same
 * weight the earliest due. Empty: nothing.
 *
 * Sources: définition des épreuves (non-conformité: no file, a file after the date, too little
 * experience, no certificate, documents that are not signed; penalties: sheets missing, of the same
 * nature) as in the data of the programme; programme sheet (registration depends on the internal
 * rules and on attendance, hence the gaps of the logbook).
 */
export function selfCheck(input: SelfCheckInput): readonly Finding[] {
  const findings = [
    ...registration(input),
    ...input.rules.filter((rule) => isAskedIn(rule, input.session.year)).flatMap(piecesOf(input)),
    ...filesOf(input),
    ...gapsOf(input),
  ]
  return findings.sort(
    (one, other) =>
      weights.indexOf(one.weight) - weights.indexOf(other.weight) || compareDates(one.by, other.by),
  )
}

/** Whether a session asks for a piece. */
export const isAskedIn = ({ from, until }: PieceRule, session: number): boolean =>
  from <= session && (until === null || session <= until)

function registration({ registered, session, companyTime }: SelfCheckInput): Finding[] {
  const found: Finding[] = []
  if (!registered) {
    const by = session.registrationUntil
    found.push({ code: 'not-registered', weight: 'not-valid', exam: null, about: [], by })
  }
  if (companyTime && companyTime.weeks < companyTime.required) {
    const code = 'experience-too-short'
    const about = [String(companyTime.weeks), String(companyTime.required)]
    found.push({ code, weight: 'not-valid', exam: null, about, by: null })
  }
  return found
}

const piecesOf =
  ({ pieces, session }: SelfCheckInput) =>
  (rule: PieceRule): Finding[] => {
    const { code: piece, exam, count, distinct, needsSignature, ifMissing } = rule
    const own = pieces.filter((each) => each.rule === piece)
    const unsigned = needsSignature ? own.filter(({ signed }) => !signed) : []
    const natures = own.map(({ nature }) => nature).filter((nature) => nature !== null)
    const repeated = natures.filter((nature, index) => natures.indexOf(nature) !== index)
    const finding = (code: FindingCode, weight: Weight, about = [piece]): Finding => ({
      ...{ code, weight, exam, about },
      by: session.handIn[exam] ?? null,
    })
    return [
      ...(own.length < count ? [finding('piece-missing', ifMissing)] : []),
      ...(unsigned.length > 0 ? [finding('piece-unsigned', 'not-valid')] : []),
      ...(distinct && repeated.length > 0
        ? [finding('same-nature', 'penalty', [...new Set(repeated)])]
        : []),
    ]
  }

/** The file as a whole: in time, late, or not there. */
function filesOf({ rules, session, handedIn }: SelfCheckInput): Finding[] {
  const asked = rules.filter((rule) => isAskedIn(rule, session.year))
  return [...new Set(asked.map(({ exam }) => exam))].flatMap((exam): Finding[] => {
    const by = session.handIn[exam] ?? null
    const on = handedIn[exam]
    const finding = (code: FindingCode): Finding[] => [
      { code, weight: 'not-valid', exam, about: [], by },
    ]
    if (on === undefined) return finding('not-handed-in')
    return by !== null && on > by ? finding('handed-in-late') : []
  })
}

function gapsOf(input: SelfCheckInput): Finding[] {
  const gap = (code: FindingCode, about: readonly string[], exam: string | null = null) =>
    about.length > 0 ? [{ code, weight: 'gap', exam, about, by: null } as const] : []
  return [
    ...gap('weeks-missing', input.missingWeeks),
    ...gap('weeks-unsigned', input.unsignedWeeks),
    ...gap('documents-unsigned', input.unsignedDocuments),
    ...Object.entries(input.skillsWithoutEvidence).flatMap(([exam, skills]) =>
      gap('skills-without-evidence', skills, exam),
    ),
  ]
}

/** The earlier date first; what has none last. */
function compareDates(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null) return 1
  return other === null || one < other ? -1 : 1
}
