import { textOf } from '../content.ts'
import { lastVersion, type LogbookDocument } from '../logbookDocument.ts'
import type { MarkedAssessment } from './averages.ts'

/** A mark that was published, with what it was for. */
export interface PublishedMark extends MarkedAssessment {
  readonly document: LogbookDocument
  readonly label: string
  /** Civil date. */
  readonly date: string
  /** Code of the programme sheet; empty: nobody said. */
  readonly form: string
  /** What the trainer wrote beside it; empty: nothing. */
  readonly remark: string
}

const BEST = 20
const HUNDREDTHS = 100

/** The marks of the training, latest first. Of each its latest version counts; drafts, and what was taken back, do not. */
export const marksOf = (documents: readonly LogbookDocument[]): readonly PublishedMark[] =>
  publishedMarks(documents, false)

/** The marks of former sessions of the exam that are kept, in the same way; `subject` and `label` are empty. */
export const formerMarksOf = (documents: readonly LogbookDocument[]): readonly PublishedMark[] =>
  publishedMarks(documents, true)

const publishedMarks = (
  documents: readonly LogbookDocument[],
  former: boolean,
): readonly PublishedMark[] =>
  documents
    .flatMap((document) => {
      const content = document.kind === 'mark' ? lastVersion(document)?.content : undefined
      const hundredths = content?.['hundredths']
      if (!content || typeof hundredths !== 'number') return []
      if (textOf(content, 'cancelled') !== '') return []
      if ((textOf(content, 'former') !== '') !== former) return []
      const weight = content['weight']
      return [
        {
          document,
          label: textOf(content, 'label'),
          date: textOf(content, 'date'),
          form: textOf(content, 'form'),
          remark: textOf(content, 'remark'),
          subject: textOf(content, 'subject'),
          exam: textOf(content, 'exam') || null,
          mark: hundredths / HUNDREDTHS,
          outOf: BEST,
          weight: typeof weight === 'number' ? weight : 1,
        },
      ]
    })
    .sort((one, other) => other.date.localeCompare(one.date))

/**
 * “12,5” or “12.25” as hundredths of a point, or `null`: no mark from 0 to 20 with two decimals at
 * most.
 */
export function readMark(text: string): number | null {
  const match = /^(\d{1,2})(?:[.,](\d{1,2}))?$/u.exec(text.trim())
  if (!match) return null
  const [, whole = '', part = ''] = match
  const hundredths = Number(whole) * HUNDREDTHS + Number(part.padEnd(2, '0'))
  return hundredths <= BEST * HUNDREDTHS ? hundredths : null
}
