import { textOf } from '../content.ts'
import { lastVersion, openReturn, type LogbookDocument } from '../logbookDocument.ts'
import { dispensesOf, type DispenseRule } from './dispenses.ts'
import type { Exam } from './exam.ts'

/**
 * `asked`: waits for the centre. `returned`: the apprentice has to answer. `given`: the unit is not
 * taken. `draft`: asked for and taken back, or not sent yet.
 */
export type RequestState = 'draft' | 'asked' | 'returned' | 'given'

export interface DispenseRequestStatus {
  readonly unit: string
  readonly state: RequestState
  readonly document: LogbookDocument
}

/** The requests of a logbook, of each unit one. */
export const dispenseRequestsOf = (
  documents: readonly LogbookDocument[],
): readonly DispenseRequestStatus[] =>
  documents.flatMap((document) => {
    if (document.kind !== 'dispense') return []
    const written = document.fields['unit']?.value
    const unit =
      typeof written === 'string' ? written : textOf(lastVersion(document)?.content ?? {}, 'unit')
    return [{ unit, state: stateOf(document), document }]
  })

function stateOf(document: LogbookDocument): RequestState {
  if (document.state === 'signed') return 'given'
  if (document.state === 'submitted') return 'asked'
  return openReturn(document) ? 'returned' : 'draft'
}

/** Codes of the exams that the candidate is dispensed from. */
export function dispensedExams(
  exams: readonly Exam[],
  documents: readonly LogbookDocument[],
): readonly string[] {
  const units = dispenseRequestsOf(documents)
    .filter(({ state }) => state === 'given')
    .map(({ unit }) => unit)
  // Whatever was signed by mistake: nobody is dispensed from an exam of the trade.
  return exams
    .filter(({ unit, professional }) => !professional && units.includes(unit))
    .map(({ code }) => code)
}

/** Whether a ground frees from a unit, see `dispensesOf`. `passed`: empty where nothing was said. */
export function groundFits(
  exams: readonly Exam[],
  rules: readonly DispenseRule[],
  { unit, diploma, passed }: { unit: string; diploma: string; passed: string },
): boolean {
  const candidate = { holds: [diploma], passed: passed === '' ? [] : [passed], requests: [] }
  return dispensesOf(exams, rules, candidate).some(
    (each) => each.unit === unit && each.state === 'may-ask',
  )
}
