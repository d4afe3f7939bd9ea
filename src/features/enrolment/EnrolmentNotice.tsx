import type { LogbookId } from '#domain/identifiers.ts'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './notice.texts.ts'
import type { Enrolment } from './useEnrolment.ts'

interface Props {
  readonly logbookId: LogbookId
  readonly waiting: Enrolment['waiting']
}

/** What of the way in waits for somebody, in one sentence; nothing where nothing does. */
export function EnrolmentNotice({ logbookId, waiting }: Props) {
  const t = useTexts(texts)
  const { readings, placements, surveys, dispenses, returned } = waiting
  const parts = [
    ...(readings > 0 ? [t.readings(readings)] : []),
    ...(placements > 0 ? [t.placement] : []),
    ...(surveys > 0 ? [t.surveys(surveys)] : []),
  ]
  const exam = [
    ...(dispenses > 0 ? [t.dispenses(dispenses)] : []),
    ...(returned.dispenses > 0 ? [t.returnedDispenses(returned.dispenses)] : []),
  ]
  const aids = returned.aids > 0 ? [t.returnedAids(returned.aids)] : []
  const all = [...parts, ...exam, ...aids]
  if (all.length === 0) return null
  const base = `/livret/${logbookId}`

  return (
    <Notice tone="waiting" title={all.join(t.and)}>
      <Row>
        {parts.length > 0 && <ButtonLink to={`${base}/entree`}>{t.go}</ButtonLink>}
        {exam.length > 0 && <ButtonLink to={`${base}/examen`}>{t.goToExam}</ButtonLink>}
        {aids.length > 0 && <ButtonLink to={`${base}/aides`}>{t.goToAids}</ButtonLink>}
      </Row>
    </Notice>
  )
}
