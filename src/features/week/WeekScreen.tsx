import { addWeeks, daysOfWeek, weekNumber } from '#domain/week.ts'
import { DocumentState } from '#features/parts/DocumentState.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatRange } from '#ui/formatDate.ts'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { OwnWeek, type OwnWeekProps } from './OwnWeek.tsx'
import { texts } from './texts.ts'
import styles from './WeekScreen.module.css'

interface Props {
  readonly week: string
  /** ISO week of today. */
  readonly thisWeek: string
  /** First and last week of the contract. */
  readonly weeks: readonly [first: string, last: string]
  readonly own: OwnWeekProps
}

/** One week of the apprentice’s own logbook. */
export function WeekScreen({ week, thisWeek, weeks: [first, last], own }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const href = (other: string) => `/livret/${own.facts.id}/semaine/${other}`
  const before = addWeeks(week, -1)
  const after = addWeeks(week, 1)
  const inContract = week >= first && week <= last

  return (
    <Page
      title={t.week(weekNumber(week))}
      subtitle={
        <>
          {formatRange(...daysOfWeek(week), language)}
          {own.document && <DocumentState document={own.document} />}
        </>
      }
      back={{ to: '/', label: t.home }}
    >
      {!inContract && (
        <EmptyState title={t.unknownWeek} action={<ButtonLink to="/">{t.backHome}</ButtonLink>} />
      )}
      {inContract && week > thisWeek && (
        <EmptyState title={t.future} action={<ButtonLink to="/">{t.backHome}</ButtonLink>} />
      )}
      {inContract && week <= thisWeek && (
        <>
          <OwnWeek {...own} />
          <Row align="between">
            {before >= first && (
              <ButtonLink
                to={href(before)}
                variant="quiet"
                icon={<ArrowLeft aria-hidden="true" size={20} />}
              >
                {t.previous(weekNumber(before))}
              </ButtonLink>
            )}
            {after <= last && after <= thisWeek && (
              <ButtonLink
                to={href(after)}
                variant="quiet"
                className={styles['next']}
                icon={<ArrowRight aria-hidden="true" size={20} />}
              >
                {t.previous(weekNumber(after))}
              </ButtonLink>
            )}
          </Row>
        </>
      )}
    </Page>
  )
}
