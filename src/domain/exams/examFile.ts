import { isInterviewKind } from '../interviewKinds.ts'
import { itemsOf, textOf } from '../content.ts'
import { currentSignatures, lastVersion, type LogbookDocument } from '../logbookDocument.ts'
import { evidenceOf } from '../skills/evidence.ts'
import { skillValues } from '../skills/skillValues.ts'
import type { WeekStatus } from '../weekStates.ts'
import type { CompanyTime } from './companyTime.ts'
import type { Piece, PieceRule, SelfCheckInput } from './selfCheck.ts'
import type { ExamSession } from './session.ts'

/** What the centre has done for a session; civil dates, `null`: not yet. */
export interface Candidacy {
  readonly registeredOn: string | null
  readonly convocationOn: string | null
  /** By code of an exam. */
  readonly handedIn: Readonly<Record<string, string>>
  /** Last days that the academy set, as the centre noted them. */
  readonly registrationUntil: string | null
  /** By code of an exam. */
  readonly handInUntil: Readonly<Record<string, string>>
}

/** What all documents of a session say together: the earliest date of each thing. */
export function candidacyOf(documents: readonly LogbookDocument[], session: number): Candidacy {
  const contents = documents.flatMap((document) => {
    const content = document.kind === 'candidacy' ? lastVersion(document)?.content : undefined
    return content?.['session'] === session ? [content] : []
  })
  const earliest = (key: string): string | null =>
    contents
      .map((content) => textOf(content, key))
      .filter((date) => date !== '')
      .sort()[0] ?? null
  const exams = new Set(contents.flatMap((content) => itemsOf(content, 'handedIn')))
  const byExam = (part: 'on' | 'until') =>
    Object.fromEntries(
      [...exams].flatMap((exam): [string, string][] => {
        const date = earliest(`handedIn/${exam}/${part}`)
        return date === null ? [] : [[exam, date]]
      }),
    )
  return {
    registeredOn: earliest('registeredOn'),
    convocationOn: earliest('convocationOn'),
    handedIn: byExam('on'),
    registrationUntil: earliest('registrationUntil'),
    handInUntil: byExam('until'),
  }
}

/**
 * The session with the last days that the centre noted. Each academy sets its own (circulaire of the
 * session), so the data of the programme, which is the same everywhere, hardly ever has them.
 */
export const withNotedDates = (
  session: ExamSession,
  { registrationUntil, handInUntil }: Candidacy,
): ExamSession => ({
  ...session,
  registrationUntil: registrationUntil ?? session.registrationUntil,
  handIn: { ...session.handIn, ...handInUntil },
})

/** A piece that was sent, with its document. */
export interface SentPiece extends Piece {
  readonly document: LogbookDocument
  readonly label: string
  /** Not while it is mended: what came back, or was taken back, is in no file. */
  readonly isThere: boolean
}

/** The pieces that somebody else can see; what was never sent is in nobody’s file. */
export const piecesOf = (documents: readonly LogbookDocument[]): readonly SentPiece[] =>
  documents.flatMap((document) => {
    const content = document.kind === 'piece' ? lastVersion(document)?.content : undefined
    if (!content) return []
    // A signature on an earlier wording is none on this one.
    const signed = currentSignatures(document).length > 0
    return [
      {
        ...{ document, signed },
        label: textOf(content, 'label'),
        rule: textOf(content, 'rule'),
        nature: textOf(content, 'nature') || null,
        // A wording that was signed stands until the next one is sent.
        isThere: signed || document.state !== 'draft',
      },
    ]
  })

interface ExamBlock {
  /** Code of the exam that assesses the skills. */
  readonly exam: string
  readonly skills: readonly { readonly code: string }[]
}

export interface LogbookOfCandidate {
  /** Every document of one logbook that the reader may see, of any kind. */
  readonly documents: readonly LogbookDocument[]
  /** Of the same logbook, from `weekStates`. */
  readonly weeks: readonly WeekStatus[]
  readonly session: ExamSession
  readonly rules: readonly PieceRule[]
  /** Professional blocks: what is practised in the company. */
  readonly blocks: readonly ExamBlock[]
  /** `null`: the calendar or what the diploma asks for is not known. */
  readonly companyTime: CompanyTime | null
  /** Codes of the exams that are not taken: nothing is asked for them. */
  readonly notTaken: readonly string[]
}

/**
 * What `selfCheck` asks of a logbook. A skill has evidence where a sent week, a visit, an interview
 * or a mark names it, or somebody of company or centre has seen it.
 */
export function selfCheckInput(logbook: LogbookOfCandidate): SelfCheckInput {
  const { documents, weeks, session, companyTime: time, notTaken } = logbook
  const isTaken = ({ exam }: { readonly exam: string }) => !notTaken.includes(exam)
  const [rules, blocks] = [logbook.rules.filter(isTaken), logbook.blocks.filter(isTaken)]
  const { registeredOn, handedIn } = candidacyOf(documents, session.year)
  const inState = (...states: readonly WeekStatus['state'][]) =>
    weeks.filter(({ state }) => states.includes(state)).map(({ week }) => week)
  const shown = shownSkills(documents)
  const without = blocks.map(({ exam, skills }): [string, string[]] => [
    exam,
    skills.map(({ code }) => code).filter((code) => !shown.has(code)),
  ])
  return {
    session,
    registered: registeredOn !== null,
    missingWeeks: inState('late'),
    unsignedWeeks: inState('sent', 'returned'),
    unsignedDocuments: documents
      .filter(
        ({ kind, state }) =>
          (isInterviewKind(kind) && state === 'frozen') ||
          (kind === 'visit' && state === 'published'),
      )
      .map(({ id }) => id),
    skillsWithoutEvidence: Object.fromEntries(without),
    rules,
    pieces: piecesOf(documents).filter(({ isThere }) => isThere),
    handedIn,
    companyTime: time,
  }
}

function shownSkills(documents: readonly LogbookDocument[]): ReadonlySet<string> {
  const seen = skillValues(documents).filter(
    ({ view, level }) => view !== 'apprentice' && level !== 'not-seen',
  )
  return new Set([...evidenceOf(documents).keys(), ...seen.map(({ skill }) => skill)])
}

/** Where nothing was published of a session: its year alone is known. */
export const unknownSession = (year: number): ExamSession => ({
  year,
  registrationUntil: null,
  convocationFrom: null,
  writtenFrom: null,
  writtenUntil: null,
  resultsOn: null,
  handIn: {},
  written: {},
  source: '',
})
