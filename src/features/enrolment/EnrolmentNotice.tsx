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
  const { readings, placements, surveys, dispenses } = waiting
  const parts = [
    ...(readings > 0 ? [t.readings(readings)] : []),
    ...(placements > 0 ? [t.placement] : []),
    ...(surveys > 0 ? [t.surveys(surveys)] : []),
  ]
  if (parts.length === 0 && dispenses === 0) return null
  const base = `/livret/${logbookId}`

  return (
    <Notice
      tone="waiting"
      title={[...parts, ...(dispenses > 0 ? [t.dispenses(dispenses)] : [])].join(t.and)}
    >
      <Row>
        {parts.length > 0 && <ButtonLink to={`${base}/entree`}>{t.go}</ButtonLink>}
        {dispenses > 0 && <ButtonLink to={`${base}/examen`}>{t.goToExam}</ButtonLink>}
      </Row>
    </Notice>
  )
}
