import {
  dispensedExams,
  dispenseRequestsOf,
  type DispenseRequestStatus,
} from '#domain/exams/dispenseRequests.ts'
import { keptMarksOf, type KeptMark } from '#domain/exams/keptMarks.ts'
import { interviewKinds } from '#domain/interviewKinds.ts'
import {
  candidacyOf,
  piecesOf,
  selfCheckInput,
  unknownSession,
  withNotedDates,
  type Candidacy,
  type SentPiece,
} from '#domain/exams/examFile.ts'
import { companyTime } from '#domain/exams/companyTime.ts'
import { isAskedIn, selfCheck, type Finding } from '#domain/exams/selfCheck.ts'
import { sessionSteps, type ExamSession, type SessionStep } from '#domain/exams/session.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { project, type Actor } from '#domain/rights.ts'
import { weekStates } from '#domain/weekStates.ts'
import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import { calendarKinds, calendarOf, trainingEnd } from '#features/parts/calendarOf.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'

export interface ExamFile {
  readonly session: ExamSession
  /** The worst first. */
  readonly findings: readonly Finding[]
  readonly steps: readonly SessionStep[]
  readonly candidacy: Candidacy
  readonly pieces: readonly SentPiece[]
  /** Pieces that this person has begun and never sent. */
  readonly drafts: readonly ShownDocument[]
  readonly requests: readonly DispenseRequestStatus[]
  readonly kept: readonly KeptMark[]
  /** Codes of the exams that are not taken in this session. */
  readonly notTaken: readonly string[]
}

const kinds = [
  'entry',
  'visit',
  ...interviewKinds,
  'selfAssessment',
  'assessment',
  'mark',
  'piece',
  'candidacy',
  'dispense',
  ...calendarKinds,
] as const

/**
 * The session at the end of the training as this apprentice has it, with a year that was added;
 * where nobody has given its dates, of the contract. With each exam that asks for a file. `documents`: of the logbook, see `calendarKinds`.
 */
export function sessionOf(
  programme: Programme,
  facts: LogbookFacts,
  documents: readonly LogbookDocument[],
): ExamSession {
  const year = Number(trainingEnd(facts, documents).slice(0, 4))
  const known = programme.sessions.find((session) => session.year === year) ?? unknownSession(year)
  const asked = programme.pieces.filter((piece) => isAskedIn(piece, year))
  return {
    ...known,
    handIn: { ...Object.fromEntries(asked.map(({ exam }) => [exam, null])), ...known.handIn },
  }
}

/**
 * How the exam of one logbook stands on `today` (civil date), as far as this person may know.
 * `undefined` while it is read.
 */
export function useExamFile(
  db: LogbookDb,
  actor: Actor,
  facts: LogbookFacts,
  programme: Programme | null | undefined,
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  calendar: AlternationCalendar | null | undefined,
  missed: readonly HalfDay[],
  today: string,
): ExamFile | undefined {
  const { logbookId, personId } = actor
  const read = useLiveRead(
    db,
    async (db) => ({ logbookId, documents: await listDocuments(db, kinds, logbookId) }),
    [logbookId],
  )

  return useMemo(() => {
    // A live read goes on showing the last answer while it reads the next one.
    if (read?.logbookId !== logbookId || !programme || calendar === undefined) return undefined
    const documents = read.documents.filter((document) => project(document, actor) !== null)
    const published = sessionOf(programme, facts, documents)
    const candidacy = candidacyOf(documents, published.year)
    const kept = keptMarksOf(documents, published.writtenFrom ?? today)
    const notTaken = [
      ...dispensedExams(programme.exams, documents),
      ...kept.filter(({ holds }) => holds).map(({ exam }) => exam),
    ]
    const noted = withNotedDates(published, candidacy)
    const files = Object.entries(noted.handIn).filter(([exam]) => !notTaken.includes(exam))
    const session = { ...noted, handIn: Object.fromEntries(files) }
    const entries = documents.filter(({ kind }) => kind === 'entry')
    const blocks = programme.blocks
      .filter(({ activities }) => activities.length > 0)
      .map(({ unit, skills }) => ({
        exam: programme.exams.find((exam) => exam.unit === unit)?.code ?? unit,
        skills,
      }))
    const input = selfCheckInput({
      documents,
      weeks: weekStates(calendarOf(facts, documents), entries, today),
      session,
      rules: programme.pieces,
      blocks,
      companyTime:
        calendar && programme.companyWeeks !== null
          ? companyTime(calendar, missed, session, programme.companyWeeks)
          : null,
      notTaken,
    })
    const progress = {
      registered: candidacy.registeredOn !== null,
      convocationReceived: candidacy.convocationOn !== null,
      handedIn: Object.keys(candidacy.handedIn),
    }
    return {
      session,
      findings: selfCheck(input),
      steps: sessionSteps(session, progress, today),
      candidacy,
      pieces: piecesOf(documents),
      requests: dispenseRequestsOf(documents),
      kept,
      notTaken,
      drafts: documents.filter(
        ({ kind, versions, author }) =>
          kind === 'piece' && versions.length === 0 && author === personId,
      ),
    }
  }, [read, logbookId, personId, actor, facts, programme, calendar, missed, today])
}
