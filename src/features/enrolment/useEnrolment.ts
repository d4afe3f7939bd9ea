import { admissionOf, type AdmissionStatus } from '#domain/enrolment/admission.ts'
import { readingsOf, type ReadingStatus } from '#domain/enrolment/readings.ts'
import { questionsFor, surveyIdOf, surveyOpensOn, type Survey } from '#domain/enrolment/surveys.ts'
import { lastVersion, openReturn, type LogbookDocument } from '#domain/logbookDocument.ts'
import { may, mayBegin, project, type Actor } from '#domain/rights.ts'
import type { Period } from '#domain/weekStates.ts'
import { calendarKinds, calendarOf } from '#features/parts/calendarOf.ts'
import { findMember } from '#features/parts/personName.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'

/** A survey of the programme, for one person. */
export interface OpenSurvey {
  readonly survey: Survey
  /** ISO date from which it is answered. */
  readonly opensOn: string
  /** Own answers; `null`: none yet. */
  readonly own: ShownDocument | null
  /** It is open, has questions for this person, and waits for their answers. */
  readonly waits: boolean
}

export interface Enrolment {
  readonly readings: readonly ReadingStatus[]
  readonly admission: readonly AdmissionStatus[]
  /** Latest first: it alone counts, and is read and signed. */
  readonly placements: readonly ShownDocument[]
  readonly arrangements: readonly ShownDocument[]
  readonly surveys: readonly OpenSurvey[]
  /** How many things of each sort wait for this person. */
  readonly waiting: {
    readonly readings: number
    readonly placements: number
    readonly surveys: number
    readonly dispenses: number
    /** Of the apprentice: what the centre sent back. */
    readonly returned: { readonly dispenses: number; readonly aids: number }
  }
}

const kinds = [
  ...calendarKinds,
  'acknowledgement',
  'admissionStep',
  'placement',
  'arrangement',
  'survey',
  'dispense',
  'aidClaim',
] as const

/**
 * The way into one logbook, and what it asks for all along, as far as this person may know on `today`
 * (civil date). `undefined` while it is read.
 */
export function useEnrolment(
  db: LogbookDb,
  actor: Actor,
  facts: LogbookFacts,
  programme: Programme | null | undefined,
  today: string,
): Enrolment | undefined {
  const { logbookId } = actor
  const read = useLiveRead(
    db,
    async (db) => ({ logbookId, documents: await listDocuments(db, kinds, logbookId) }),
    [logbookId],
  )

  return useMemo(() => {
    // A live read goes on showing the last answer while it reads the next one.
    if (read?.logbookId !== logbookId || !programme) return undefined
    const documents = read.documents.filter((document) => project(document, actor) !== null)
    const { sheet, centre } = programme
    const readings = readingsOf(centre.readings, documents, {
      company: facts.company.name,
      guardian: findMember(facts, 'guardian', today) !== null,
    })
    const { contract } = calendarOf(facts, documents)
    const surveys = sheet.surveys.map((survey) =>
      surveyFor(survey, documents, actor, contract, today),
    )
    const ofKind = (kind: (typeof kinds)[number]) => latestFirst(documents, kind)
    const signs = (document: LogbookDocument) => may(actor, 'sign', document)
    const returned = (kind: 'dispense' | 'aidClaim') =>
      ofKind(kind).filter((each) => openReturn(each) && may(actor, 'patch', each)).length
    const [placements, arrangements] = [ofKind('placement'), ofKind('arrangement')]
    return {
      readings,
      admission: admissionOf(sheet.admission, documents),
      placements,
      arrangements,
      surveys,
      waiting: {
        readings: readings.filter((each) => waitsFor(each, actor)).length,
        placements: [placements[0], arrangements[0]].some((each) => each && signs(each)) ? 1 : 0,
        surveys: surveys.filter(({ waits }) => waits).length,
        dispenses: ofKind('dispense').filter((each) => each.state === 'submitted' && signs(each))
          .length,
        returned: { dispenses: returned('dispense'), aids: returned('aidClaim') },
      },
    }
  }, [read, logbookId, actor, facts, programme, today])
}

/** Whether somebody has to read the text now. */
export function waitsFor({ state, document }: ReadingStatus, actor: Actor): boolean {
  if (state === 'open') return mayBegin(actor, 'acknowledgement')
  return state === 'guardian' && document !== null && may(actor, 'sign', document)
}

function surveyFor(
  survey: Survey,
  documents: readonly ShownDocument[],
  { logbookId, personId, role }: Actor,
  contract: Period,
  today: string,
): OpenSurvey {
  const id = surveyIdOf(logbookId, survey.code, personId)
  const own = documents.find((document) => document.id === id) ?? null
  const opensOn = surveyOpensOn(survey, contract)
  const asked = opensOn <= today && questionsFor(survey, role).length > 0
  return { survey, opensOn, own, waits: asked && own?.state !== 'published' }
}

function latestFirst(documents: readonly ShownDocument[], kind: (typeof kinds)[number]) {
  const at = (document: LogbookDocument) => lastVersion(document)?.at ?? '9'
  return documents
    .filter((document) => document.kind === kind)
    .toSorted((one, other) => at(other).localeCompare(at(one)))
}
