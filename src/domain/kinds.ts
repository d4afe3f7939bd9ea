import { absence } from './documents/absence.ts'
import { aidClaim } from './documents/aidClaim.ts'
import { acknowledgement } from './documents/acknowledgement.ts'
import { admissionStep } from './documents/admissionStep.ts'
import { arrangement } from './documents/arrangement.ts'
import { assessment } from './documents/assessment.ts'
import { candidacy } from './documents/candidacy.ts'
import { contract } from './documents/contract.ts'
import { dispense } from './documents/dispense.ts'
import { entry } from './documents/entry.ts'
import { individualPath } from './documents/individualPath.ts'
import { individualInterview, interview } from './documents/interview.ts'
import { mark } from './documents/mark.ts'
import { centreMotive, companyMotive } from './documents/motiveFor.ts'
import { note } from './documents/note.ts'
import { objective } from './documents/objective.ts'
import { payNote } from './documents/payNote.ts'
import { piece } from './documents/piece.ts'
import { placement } from './documents/placement.ts'
import { individualSection, section } from './documents/section.ts'
import { selfAssessment } from './documents/selfAssessment.ts'
import { survey } from './documents/survey.ts'
import { visit } from './documents/visit.ts'
import type { Kind } from './kind.ts'

const declarations = {
  entry,
  visit,
  interview,
  section,
  individualInterview,
  individualSection,
  note,
  selfAssessment,
  assessment,
  objective,
  mark,
  piece,
  candidacy,
  contract,
  individualPath,
  aidClaim,
  payNote,
  absence,
  centreMotive,
  companyMotive,
  acknowledgement,
  admissionStep,
  dispense,
  placement,
  arrangement,
  survey,
}

export type KindName = keyof typeof declarations

/** Every kind of document there is, by name. */
export const kinds: Readonly<Record<KindName, Kind>> = declarations

export const kindNames = Object.keys(declarations) as readonly KindName[]
