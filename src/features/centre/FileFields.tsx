import { CsvModel } from '#features/parts/CsvModel.tsx'
import { CsvProblems } from '#features/parts/CsvProblems.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import type { ChosenEnrolments } from './chooseEnrolments.ts'
import { columns, type EnrolmentCellProblem } from './enrolmentsCsv.ts'
import type { Offered } from './offered.ts'
import { texts } from './texts.ts'

interface Props {
  readonly offered: readonly Offered[]
  readonly chosen: ChosenEnrolments | null
  /** What the server found wrong with it. */
  readonly problems: readonly EnrolmentCellProblem[]
  /** To choose another file; `null`: that is the main thing to do, and stands in the bar. */
  readonly chooser: ReactNode
  readonly onDownload: () => void
}

/** Apprentices from a spreadsheet: the model, the file that was chosen, and what is wrong with it. */
export function FileFields({ offered, chosen, problems, chooser, onDownload }: Props) {
  const t = useTexts(texts)
  const refused = chosen && 'read' in chosen && chosen.read.type === 'refused' ? chosen.read : null
  const told = refused?.problems ?? problems

  return (
    <Stack>
      <StatusLine>{chosen && t.file(chosen.name)}</StatusLine>
      {chosen && 'bad' in chosen && (
        <Notice tone="problem" role="alert">
          <p>{t[chosen.bad]}</p>
        </Notice>
      )}
      {told.length > 0 && <CsvProblems problems={told} words={t.fileProblems} />}
      {chooser !== null && <Row>{chooser}</Row>}
      <CsvModel words={t} columns={columns} onDownload={onDownload}>
        <p>{t.cohortsMore}</p>
        <ul lang={PROGRAMME_LANGUAGE}>
          {offered.map(({ id, shortTitle, cohorts }) => (
            <li key={id}>{t.cohorts(shortTitle, cohorts.map((cohort) => cohort.id).join(', '))}</li>
          ))}
        </ul>
      </CsvModel>
    </Stack>
  )
}
