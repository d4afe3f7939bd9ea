import { roles, type Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import { operationTypes, type OperationType } from '#domain/operation.ts'
import type { PersonName } from './builders.ts'
import {
  begins,
  ofAnother,
  seconds,
  type Acts,
  type Reading,
  type Sight,
  type Situation,
  type Who,
} from './permissionLines.ts'
import { contractPermissions } from './contractPermissions.ts'
import { enrolmentPermissions } from './enrolmentPermissions.ts'
import { interviewPermissions } from './interviewPermissions.ts'
import { trainingPermissions } from './trainingPermissions.ts'

/**
 * Who may do what, written by hand from the trade and never read from the declarations: the tests
 * of the device and of the server replay every cell of it.
 */

export const whos: readonly Who[] = ['author', ...roles]
const { contract, individualPath, aidClaim, payNote } = contractPermissions
const { individualInterview, individualSection } = interviewPermissions
const { absence, centreMotive, companyMotive } = contractPermissions
const { selfAssessment, assessment, objective, mark, piece, candidacy } = trainingPermissions
const { acknowledgement, admissionStep, dispense, placement, arrangement, survey } =
  enrolmentPermissions

export const situations: Readonly<Record<KindName, readonly Situation[]>> = {
  entry: ['none', 'draft', 'submitted', 'signed', 'reopened'],
  visit: ['none', 'draft', 'published', 'acknowledged', 'discarded', 'reopened'],
  interview: ['none', 'open', 'frozen', 'signed', 'discarded', 'reopened'],
  section: ['none', 'draft', 'submitted', 'reopened', 'locked'],
  individualInterview: individualInterview.situations,
  individualSection: individualSection.situations,
  note: ['none', 'draft', 'published', 'discarded'],
  selfAssessment: selfAssessment.situations,
  assessment: assessment.situations,
  objective: objective.situations,
  mark: mark.situations,
  piece: piece.situations,
  candidacy: candidacy.situations,
  contract: contract.situations,
  individualPath: individualPath.situations,
  aidClaim: aidClaim.situations,
  payNote: payNote.situations,
  absence: absence.situations,
  centreMotive: centreMotive.situations,
  companyMotive: companyMotive.situations,
  acknowledgement: acknowledgement.situations,
  admissionStep: admissionStep.situations,
  dispense: dispense.situations,
  placement: placement.situations,
  arrangement: arrangement.situations,
  survey: survey.situations,
}

/** Who writes the documents of the table. The others of the role are somebody else. */
const authors: Readonly<Record<KindName, PersonName>> = {
  entry: 'apprentice',
  visit: 'trainer',
  interview: 'trainer',
  section: 'apprentice',
  individualInterview: individualInterview.author,
  individualSection: individualSection.author,
  note: 'master',
  selfAssessment: selfAssessment.author,
  assessment: assessment.author,
  objective: objective.author,
  mark: mark.author,
  piece: piece.author,
  candidacy: candidacy.author,
  contract: contract.author,
  individualPath: individualPath.author,
  aidClaim: aidClaim.author,
  payNote: payNote.author,
  absence: absence.author,
  centreMotive: centreMotive.author,
  companyMotive: companyMotive.author,
  acknowledgement: acknowledgement.author,
  admissionStep: admissionStep.author,
  dispense: dispense.author,
  placement: placement.author,
  arrangement: arrangement.author,
  survey: survey.author,
}

const table: Readonly<Record<KindName, Acts>> = {
  // The apprentice writes, the master signs, the trainer may send it back and never signs.
  entry: {
    patch: {
      author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'signed'] },
      apprentice: begins,
    },
    submit: { author: { does: ['draft', 'reopened'] } },
    withdraw: { author: { does: ['submitted'] } },
    return: {
      master: { does: ['submitted'], kept: ['signed', 'reopened'] },
      trainer: { does: ['submitted'], kept: ['signed', 'reopened'] },
    },
    sign: { master: { does: ['submitted'], kept: ['signed', 'reopened'] } },
    amend: { author: { does: ['signed'] } },
    resolve: { author: { does: ['draft', 'reopened', 'submitted', 'signed'] } },
  },
  // The trainer writes (the coordinator may); one of those concerned says that it was read.
  visit: {
    patch: {
      author: {
        does: ['none', 'draft', 'discarded', 'reopened'],
        kept: ['published', 'acknowledged'],
      },
      trainer: begins,
      coordinator: begins,
    },
    publish: { author: { does: ['draft', 'reopened'] } },
    // What others have read does not disappear: not once it was published.
    discard: { author: { does: ['draft'] } },
    sign: {
      apprentice: { does: ['published', 'acknowledged'], kept: ['reopened'] },
      // The master acknowledged it already.
      master: { does: ['published'], kept: ['acknowledged', 'reopened'] },
    },
    amend: { author: { does: ['published', 'acknowledged'] } },
    resolve: { author: { does: ['draft', 'reopened', 'published', 'acknowledged'] } },
  },
  // A tripartite one. The trainer leads; three people sign; nobody else.
  interview: {
    patch: {
      author: { does: ['none', 'open', 'discarded', 'reopened'], kept: ['frozen', 'signed'] },
      trainer: begins,
      coordinator: begins,
    },
    freeze: { author: { does: ['open', 'reopened'] } },
    discard: { author: { does: ['open'] } },
    sign: {
      author: { does: ['frozen'], kept: ['signed', 'reopened'] },
      apprentice: { does: ['frozen'], kept: ['signed', 'reopened'] },
      master: { does: ['frozen'], kept: ['signed', 'reopened'] },
      // Another trainer of the same apprentice, who has not signed yet.
      trainer: { does: ['frozen', 'signed'], kept: ['reopened'] },
    },
    amend: { author: { does: ['frozen', 'signed'] } },
    resolve: { author: { does: ['open', 'reopened', 'frozen', 'signed'] } },
  },
  // One party’s words: that party alone, until the interview is frozen.
  section: {
    patch: {
      author: { does: ['none', 'draft', 'reopened'], kept: ['submitted', 'locked'] },
      apprentice: begins,
      master: begins,
      trainer: begins,
    },
    submit: { author: { does: ['draft', 'reopened'] } },
    withdraw: { author: { does: ['submitted'] } },
    resolve: { author: { does: ['draft', 'reopened', 'submitted', 'locked'] } },
  },
  individualInterview: individualInterview.acts,
  individualSection: individualSection.acts,
  // A few words to the others; never changed once sent. Guardian and auditor write none.
  note: {
    patch: {
      author: { does: ['none', 'draft', 'discarded'], kept: ['published'] },
      apprentice: begins,
      master: begins,
      trainer: begins,
      coordinator: begins,
    },
    publish: { author: { does: ['draft'] } },
    discard: { author: { does: ['draft'] } },
    resolve: { author: { does: ['draft', 'published'] } },
  },
  selfAssessment: selfAssessment.acts,
  assessment: assessment.acts,
  objective: objective.acts,
  mark: mark.acts,
  piece: piece.acts,
  candidacy: candidacy.acts,
  contract: contract.acts,
  individualPath: individualPath.acts,
  aidClaim: aidClaim.acts,
  payNote: payNote.acts,
  absence: absence.acts,
  centreMotive: centreMotive.acts,
  companyMotive: companyMotive.acts,
  acknowledgement: acknowledgement.acts,
  admissionStep: admissionStep.acts,
  dispense: dispense.acts,
  placement: placement.acts,
  arrangement: arrangement.acts,
  survey: survey.acts,
}

const everybody = roles
const parties: readonly Role[] = ['apprentice', 'master', 'trainer', 'coordinator']
/** Everybody but the apprentice, of whom a logbook has one. */
const aroundTheApprentice: readonly Role[] = roles.filter((role) => role !== 'apprentice')

const reading: Readonly<Record<KindName, Reading>> = {
  entry: {
    submitted: [{ who: aroundTheApprentice, see: 'versions' }],
    signed: [{ who: aroundTheApprentice, see: 'versions' }],
    reopened: [{ who: aroundTheApprentice, see: 'versions' }],
  },
  visit: {
    published: [{ who: everybody, see: 'versions' }],
    acknowledged: [{ who: everybody, see: 'versions' }],
    reopened: [{ who: everybody, see: 'versions' }],
  },
  interview: {
    // The open frame is the invitation to write one’s section.
    open: [{ who: parties, see: 'frame' }],
    frozen: [
      { who: parties, see: 'frame' },
      { who: ['guardian', 'auditor'], see: 'versions' },
    ],
    signed: [
      { who: parties, see: 'frame' },
      { who: ['guardian', 'auditor'], see: 'versions' },
    ],
    reopened: [
      { who: parties, see: 'frame' },
      { who: ['guardian', 'auditor'], see: 'versions' },
    ],
  },
  section: {
    submitted: [{ who: everybody, see: 'versions' }],
    reopened: [{ who: everybody, see: 'versions' }],
    locked: [{ who: everybody, see: 'versions' }],
  },
  individualInterview: individualInterview.reading,
  individualSection: individualSection.reading,
  // Between the parties: neither guardian nor auditor.
  note: { published: [{ who: parties, see: 'versions' }] },
  selfAssessment: selfAssessment.reading,
  assessment: assessment.reading,
  objective: objective.reading,
  mark: mark.reading,
  piece: piece.reading,
  candidacy: candidacy.reading,
  contract: contract.reading,
  individualPath: individualPath.reading,
  aidClaim: aidClaim.reading,
  payNote: payNote.reading,
  absence: absence.reading,
  centreMotive: centreMotive.reading,
  companyMotive: companyMotive.reading,
  acknowledgement: acknowledgement.reading,
  admissionStep: admissionStep.reading,
  dispense: dispense.reading,
  placement: placement.reading,
  arrangement: arrangement.reading,
  survey: survey.reading,
}

type Expected =
  | { readonly verdict: 'applied' | 'merged' }
  | {
      readonly verdict: 'rejected'
      readonly code: 'not-allowed' | 'no-document' | 'wrong-state' | 'unknown-version'
    }

export interface Cell {
  readonly name: string
  readonly kind: KindName
  readonly situation: Situation
  readonly who: Who
  /** Who that is in this logbook. */
  readonly person: PersonName
  readonly act: OperationType
  readonly expected: Expected
}

export interface Sighting {
  readonly kind: KindName
  readonly situation: Situation
  readonly who: Who
  readonly person: PersonName
  readonly sees: Sight
}

/** The person of the logbook who is `who` for documents of `kind`. */
function personOf(who: Who, kind: KindName): PersonName {
  const author = authors[kind]
  if (who === 'author') return author
  if (who !== author) return who
  return seconds[who] ?? who
}

function expectedOf(kind: KindName, situation: Situation, who: Who, act: OperationType): Expected {
  const line = table[kind][act]
  const allowed = line?.[who]
  if (allowed?.does?.includes(situation)) return { verdict: 'applied' }
  if (allowed?.kept?.includes(situation)) return { verdict: 'merged' }
  const refused = (code: 'not-allowed' | 'no-document' | 'wrong-state' | 'unknown-version') =>
    ({ verdict: 'rejected', code }) as const
  if (situation === 'none') {
    // Whoever could have begun it may know that it is not there; the others learn nothing.
    const ofAuthor = line !== undefined && act !== 'sign' && act !== 'return'
    const couldWrite = ofAuthor && table[kind].patch?.[who]?.does?.includes('none')
    return refused(allowed || couldWrite ? 'no-document' : 'not-allowed')
  }
  if (!allowed || allowed === begins || allowed === ofAnother) return refused('not-allowed')
  return refused(act === 'sign' || act === 'return' ? 'unknown-version' : 'wrong-state')
}

const everyCell = <Result>(make: (kind: KindName, situation: Situation, who: Who) => Result[]) =>
  (Object.keys(situations) as KindName[]).flatMap((kind) =>
    situations[kind].flatMap((situation) => whos.flatMap((who) => make(kind, situation, who))),
  )

/** Every kind × situation × person × act. */
export const cells: readonly Cell[] = everyCell((kind, situation, who) =>
  operationTypes.map((act) => ({
    name: `${kind} ${situation}: ${who} ${act}`,
    kind,
    situation,
    who,
    person: personOf(who, kind),
    act,
    expected: expectedOf(kind, situation, who, act),
  })),
)

/** What everybody sees of a document of every kind in every situation. */
export const sightings: readonly Sighting[] = everyCell((kind, situation, who) => {
  if (situation === 'none') return []
  const line = reading[kind][situation]?.find((each) => (each.who as readonly Who[]).includes(who))
  const sees = who === 'author' ? 'all' : (line?.see ?? 'nothing')
  return [{ kind, situation, who, person: personOf(who, kind), sees }]
})
