import { motiveIdOf, motiveKinds, type MotiveSide } from '#domain/absences/motiveId.ts'
import { sectionIdOf } from '#domain/decide.ts'
import { sectionKindOf, type InterviewKind } from '#domain/interviewKinds.ts'
import type { Role } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Freeze, Operation } from '#domain/operation.ts'
import { addWeeks } from '#domain/week.ts'
import {
  aFreeze,
  anAct,
  anUnwrittenWeek,
  aPatch,
  aResolve,
  aReturn,
  aSignature,
  logbookId,
  personRoles,
  unwritten,
  writeFrame,
  writeInterview,
  writeNote,
  writeSection,
  writeVisit,
  writeWeek,
  type Book,
  type InterviewState,
  type Target,
} from './builders.ts'
import {
  writeAbsence,
  writeAidClaim,
  writeContract,
  writeMotive,
  writePath,
  writePayNote,
} from './apprenticeshipBuilders.ts'
import {
  identityOf,
  isOfEnrolment,
  unwrittenOf,
  writeEnrolment,
  type EnrolmentKind,
} from './enrolmentDocuments.ts'
import type { Situation } from './permissionLines.ts'
import type { Cell } from './permissionTable.ts'
import { isPublished, writePiece, writePublished } from './trainingDocuments.ts'

/** A document of the table in its situation; `parent`: the interview that a section belongs to. */
export interface Brought {
  readonly target: Target
  readonly parent: LogbookDocument | null
}

/**
 * Brings a new document of `kind` into `situation`, in `book`, by real operations; `none` gives
 * one that nobody has written. `place` must be another one for each document of a logbook.
 */
export function bring(book: Book, kind: KindName, situation: Situation, place = 0): Brought {
  if (kind === 'section') return bringSection(book, 'interview', situation)
  if (kind === 'individualSection') return bringSection(book, 'individualInterview', situation)
  if (kind === 'centreMotive') return bringMotive(book, 'centre', situation)
  if (kind === 'companyMotive') return bringMotive(book, 'company', situation)
  if (isOfEnrolment(kind)) {
    return { target: bringEnrolment(book, kind, situation as never, place), parent: null }
  }
  return {
    target: bringTarget(book, kind, situation as never, addWeeks('2001-W01', place)),
    parent: null,
  }
}

function bringTarget(
  book: Book,
  kind: Exclude<
    KindName,
    'section' | 'individualSection' | 'centreMotive' | 'companyMotive' | EnrolmentKind
  >,
  situation: 'none' | 'draft' | 'discarded' | 'reopened',
  week: string,
): Target {
  const amended = situation === 'reopened' ? 'amended' : situation
  if (kind === 'entry') {
    if (situation === 'none') return anUnwrittenWeek(week)
    return writeWeek(book, situation === 'reopened' ? 'withdrawn' : (situation as 'draft'), {
      week,
    })
  }
  if (situation === 'none') return unwritten(kind)
  if (kind === 'absence') return writeAbsence(book, amended as 'draft')
  if (kind === 'contract') return writeContract(book, amended as 'draft')
  if (kind === 'individualPath') return writePath(book, amended as 'draft')
  if (kind === 'aidClaim') return writeAidClaim(book, situation)
  if (kind === 'payNote') return writePayNote(book, amended as 'draft')
  if (kind === 'note') return writeNote(book, situation as 'draft')
  if (kind === 'piece') return writePiece(book, situation)
  if (isPublished(kind)) return writePublished(book, kind, amended as 'draft')
  if (kind === 'visit') return writeVisit(book, amended as 'draft')
  return bringInterview(book, kind, amended as 'open')
}

const bringInterview = (book: Book, kind: InterviewKind, state: InterviewState) =>
  writeInterview(book, state, kind === 'interview' ? 'tripartite' : 'formative', {}, kind)

function bringSection(book: Book, kind: InterviewKind, situation: Situation): Brought {
  if (situation === 'locked') {
    const parent = bringInterview(book, kind, 'frozen')
    const target = book.find(sectionIdOf(parent, 'apprentice'))
    if (target) return { target, parent }
  }
  const parent = writeFrame(book, kind === 'interview' ? 'tripartite' : 'formative', {}, kind)
  if (situation === 'none') {
    return { target: unwritten(sectionKindOf(kind), sectionIdOf(parent, 'apprentice')), parent }
  }
  const state = situation === 'reopened' ? 'withdrawn' : (situation as 'draft' | 'submitted')
  return { target: writeSection(book, parent, 'apprentice', state), parent }
}

function bringMotive(book: Book, side: MotiveSide, situation: Situation): Brought {
  const parent = writeAbsence(book, 'published')
  const target =
    situation === 'none'
      ? unwritten(motiveKinds[side], motiveIdOf(parent, side))
      : writeMotive(
          book,
          parent,
          side,
          situation === 'reopened' ? 'withdrawn' : (situation as 'draft'),
        )
  return { target, parent }
}

function bringEnrolment(
  book: Book,
  kind: EnrolmentKind,
  situation: 'none' | 'draft' | 'discarded' | 'reopened' | 'signed' | 'submitted',
  place: number,
): Target {
  const identity = identityOf(kind, `place-${place}`)
  if (situation === 'none') return unwrittenOf(kind, identity)
  const states: Readonly<Record<string, 'sent' | 'signed'>> = {
    ...{ submitted: 'sent', published: 'sent', acknowledged: 'signed' },
  }
  const state = states[situation] ?? (situation as 'draft')
  return writeEnrolment(book, kind, state, { identity })
}

/** The field whose words an edit changes. */
export const wordsOf: Readonly<Record<KindName, string>> = {
  entry: 'told',
  visit: 'observations',
  interview: 'place',
  section: 'progress',
  individualInterview: 'place',
  individualSection: 'progress',
  note: 'text',
  selfAssessment: 'remark',
  assessment: 'remark',
  objective: 'label',
  mark: 'label',
  piece: 'label',
  candidacy: 'registeredOn',
  contract: 'agreement',
  individualPath: 'why',
  aidClaim: 'what',
  payNote: 'month',
  absence: 'cancelled',
  centreMotive: 'motive',
  companyMotive: 'motive',
  acknowledgement: 'wording',
  admissionStep: 'on',
  dispense: 'told',
  placement: 'path',
  arrangement: 'told',
  survey: 'told',
}

/** What an edit writes where no words can be. */
const otherChoices: Readonly<Partial<Record<KindName, string>>> = {
  candidacy: '2026-11-14',
  payNote: '2025-12-01',
  absence: 'yes',
  centreMotive: 'summons',
  companyMotive: 'summons',
  acknowledgement: 'b'.repeat(64),
  admissionStep: '2025-06-20',
}

/** What `cell` tries to do with the document that `bring` gave. */
export function attempt(cell: Cell, { target, parent }: Brought, book: Book, place = 0): Operation {
  const key = wordsOf[cell.kind]
  switch (cell.act) {
    case 'patch': {
      const words = { [key]: otherChoices[cell.kind] ?? 'D’autres mots.' }
      if (cell.situation !== 'none') return aPatch(target, words)
      if (cell.kind === 'entry')
        return aPatch(target, { ...words, week: addWeeks('2001-W01', place) })
      if (['assessment', 'placement', 'survey'].includes(cell.kind)) {
        return aPatch(target, { ...words, party: personRoles[cell.person] })
      }
      if (isOfEnrolment(cell.kind)) {
        return aPatch(target, { ...words, ...identityOf(cell.kind, `place-${place}`) })
      }
      if (!parent) return aPatch(target, words)
      if (cell.kind !== 'section' && cell.kind !== 'individualSection')
        return aPatch(target, { ...words, absence: parent.id })
      // Everybody begins a section of their own.
      const party = personRoles[cell.person]
      const own = unwritten(cell.kind, sectionIdOf(parent, party))
      return aPatch(own, { ...words, interview: parent.id, party })
    }
    case 'return':
      return aReturn(target)
    case 'sign':
      return aSignature(target)
    case 'resolve':
      return aResolve(target, key, [])
    case 'freeze':
      return aFreeze(target, sectionHashes(target, book))
    default:
      return anAct(cell.act, target)
  }
}

/** The versions of the sections that are there. */
function sectionHashes({ id, kind }: Target, book: Book): Freeze['sections'] {
  const sections: Partial<Record<Role, string>> = {}
  for (const role of ['apprentice', 'master', 'trainer'] as const) {
    const hash = book.find(sectionIdOf({ id, logbookId, kind }, role))?.versions.at(-1)?.hash
    if (hash !== undefined) sections[role] = hash
  }
  return sections
}
