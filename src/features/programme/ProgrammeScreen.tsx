import type { Programme } from '#programmes/programme.ts'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { CentreFacts } from './CentreFacts.tsx'
import { ExamList } from './ExamList.tsx'
import { InShort } from './InShort.tsx'
import { AfterDiploma, Learning } from './Learning.tsx'
import { Objectives } from './Objectives.tsx'
import { RightsAndDuties } from './RightsAndDuties.tsx'
import { SkillBlocks } from './SkillBlocks.tsx'
import { Subjects } from './Subjects.tsx'
import { texts } from './texts.ts'
import { ToConfirm } from './ToConfirm.tsx'

interface Props {
  /** `undefined` while it is loaded; `null`: this app does not know it. */
  readonly programme: Programme | null | undefined
  /** Id of the cohort of this logbook. */
  readonly cohort: string
  /** ISO date of the last day of training, as this apprentice has it. */
  readonly trainingEnd: string
  /** Whether the reader is who learns. */
  readonly own: boolean
  /** Where the skills can be imported, for whoever may. */
  readonly skillsImport: string | undefined
  /** UTC instant of the last import of skills, if any. */
  readonly importedAt: string | undefined
  readonly back: string
}

/** The programme sheet, alive: what is learned, when, how it is examined, by whom, and what is due. */
export function ProgrammeScreen(props: Props) {
  const { programme, cohort: cohortId, trainingEnd, own, back } = props
  const t = useTexts(texts)
  const page = {
    title: own ? t.title : t.titleOfOther,
    back: { to: back, label: own ? t.home : t.back },
  }

  if (programme === undefined) {
    return (
      <Page {...page}>
        <Spinner label={t.loading} />
      </Page>
    )
  }
  if (programme === null) {
    return (
      <Page {...page}>
        <EmptyState title={t.unknown} action={<ButtonLink to={back}>{page.back.label}</ButtonLink>}>
          {t.unknownMore}
        </EmptyState>
      </Page>
    )
  }
  const cohort = programme.cohorts.find(({ id }) => id === cohortId)
  const session = Number(trainingEnd.slice(0, 4))

  return (
    <Page {...page} subtitle={programme.title}>
      <InShort programme={programme} cohort={cohort} />
      <SkillBlocks
        programme={programme}
        importPath={props.skillsImport}
        importedAt={props.importedAt}
      />
      <ExamList programme={programme} session={session} />
      <Section title={t.more}>
        <Card>
          <RightsAndDuties own={own} />
          <Objectives programme={programme} />
          <Subjects programme={programme} />
          <Learning programme={programme} />
          <AfterDiploma programme={programme} />
          <ToConfirm programme={programme} />
        </Card>
      </Section>
      <CentreFacts programme={programme} />
    </Page>
  )
}
