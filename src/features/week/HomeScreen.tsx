import { daysOfWeek, weekNumber } from '#domain/week.ts'
import type { Period, WeekStatus } from '#domain/weekStates.ts'
import { DocumentState } from '#features/parts/DocumentState.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { formatDayWithoutWeekday, formatRange } from '#ui/formatDate.ts'
import { Page } from '#ui/Page.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { lazyPart } from '#ui/loadPart.ts'
import { Suspense, type ReactNode } from 'react'
import styles from './HomeScreen.module.css'
import { OwnWeek, type OwnWeekProps } from './OwnWeek.tsx'
import { texts } from './texts.ts'

// Below what one came for: it comes when the week is there.
const OwnYears = lazyPart(async () => (await import('./OwnYears.tsx')).OwnYears)

interface Props {
  /** For what comes after the week. */
  readonly db: LogbookDb
  /** Civil date of today. */
  readonly today: string
  /** ISO week of today. */
  readonly thisWeek: string
  readonly facts: LogbookFacts
  /** Every week of the contract. */
  readonly weeks: readonly WeekStatus[]
  /** Years of training of the cohort. */
  readonly years: readonly Period[]
  /** This week, open to be written. */
  readonly own: OwnWeekProps
  /** What waits besides this week, first of all what came back; it may come later than the week. */
  readonly beside: ReactNode
  /** What else waits; it may come later than the rest. */
  readonly notice: ReactNode
}

/** What an apprentice opens: this week’s card, what came back, what is missing, the two years. */
export function HomeScreen({
  db,
  today,
  thisWeek,
  facts,
  weeks,
  years,
  own,
  beside,
  notice,
}: Props) {
  const t = useTexts(texts)
  const language = useLanguage()

  return (
    <Page
      wide
      title={t.thisWeek(weekNumber(thisWeek))}
      subtitle={
        <>
          {formatRange(...daysOfWeek(thisWeek), language)}
          {own.document && <DocumentState document={own.document} />}
        </>
      }
    >
      <div className={styles['home']}>
        <div className={styles['week']}>
          <ThisWeek
            today={today}
            status={weeks.find(({ week }) => week === thisWeek)}
            facts={facts}
            own={own}
          />
        </div>
        <div className={styles['beside']}>
          <Suspense>{beside}</Suspense>
        </div>
        <div className={styles['years']}>
          <Suspense>{notice}</Suspense>
          <Suspense>
            <OwnYears
              db={db}
              logbookId={facts.id}
              thisWeek={thisWeek}
              weeks={weeks}
              years={years}
            />
          </Suspense>
        </div>
      </div>
    </Page>
  )
}

interface ThisWeekProps {
  readonly today: string
  /** `undefined`: the contract has no such week. */
  readonly status: WeekStatus | undefined
  readonly facts: LogbookFacts
  readonly own: OwnWeekProps
}

/** Outside the contract and in a closed week nothing is asked, and a closed week can be written. */
function ThisWeek({ today, status, facts: { id, contract }, own }: ThisWeekProps) {
  const t = useTexts(texts)
  const language = useLanguage()

  if (!status && today < contract.start) {
    return <EmptyState title={t.before(formatDayWithoutWeekday(contract.start, language))} />
  }
  if (!status) {
    return (
      <EmptyState title={t.after(formatDayWithoutWeekday(contract.end, language))}>
        {t.afterText}
      </EmptyState>
    )
  }
  if (status.place === 'closed' && !own.document) {
    return (
      <EmptyState
        title={t.closed}
        action={
          <ButtonLink to={`/livret/${id}/semaine/${status.week}`}>{t.writeAnyway}</ButtonLink>
        }
      >
        {t.closedText}
      </EmptyState>
    )
  }
  return <OwnWeek {...own} />
}
