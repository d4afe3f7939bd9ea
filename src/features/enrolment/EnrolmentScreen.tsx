import { readsKind, type Actor } from '#domain/rights.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { AdmissionSteps, type StepNote } from './AdmissionSteps.tsx'
import { PlacementLink } from './PlacementLink.tsx'
import { ReadingList } from './ReadingList.tsx'
import { SurveyList } from './SurveyList.tsx'
import { texts } from './texts.ts'
import type { Enrolment } from './useEnrolment.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** `undefined` while it is read; `null`: this app does not know the programme. */
  readonly enrolment: Enrolment | null | undefined
  readonly today: string
  readonly onNote: (note: StepNote) => Promise<Problem | null>
}

/** The way in, and what it asks for: texts to sign, surveys, the placement, the steps of admission. */
export function EnrolmentScreen({ facts, actor, enrolment, today, onNote }: Props) {
  const t = useTexts(texts)
  const isOwn = actor.role === 'apprentice'
  const name = apprenticeName(facts)
  const page = {
    title: t.title,
    subtitle: isOwn ? undefined : name,
    back: { to: `/livret/${actor.logbookId}`, label: isOwn ? t.back : t.backTo(name) },
  }
  if (enrolment === undefined) {
    return (
      <Page {...page}>
        <Spinner label={t.loading} />
      </Page>
    )
  }
  if (enrolment === null) {
    return (
      <Page {...page}>
        <EmptyState title={t.unknown} />
      </Page>
    )
  }
  const { readings, surveys, placements, arrangements, admission } = enrolment

  return (
    <Page {...page}>
      {readings.length > 0 && <ReadingList readings={readings} actor={actor} />}
      {surveys.length > 0 && readsKind(actor.role, 'survey') && (
        <SurveyList surveys={surveys} actor={actor} today={today} />
      )}
      {readsKind(actor.role, 'placement') && (
        <PlacementLink placements={placements} arrangements={arrangements} actor={actor} />
      )}
      {admission.length > 0 && readsKind(actor.role, 'admissionStep') && (
        <AdmissionSteps
          admission={admission}
          facts={facts}
          actor={actor}
          today={today}
          onNote={onNote}
        />
      )}
    </Page>
  )
}
