import { formatShortMonth } from '#ui/formatMonth.ts'
import { weekOf } from '#domain/week.ts'
import type { WeekCounts } from '#domain/weekCounts.ts'
import { Button } from '#ui/Button.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { RibbonLegend } from '#ui/RibbonLegend.tsx'
import { RibbonSheet } from '#ui/RibbonSheet.tsx'
import { Row } from '#ui/Row.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { VisuallyHidden } from '#ui/VisuallyHidden.tsx'
import { Printer } from 'lucide-react'
import { memo, useMemo, useState } from 'react'
import { cohortOf, marksOf, type Cohort } from './cohort.ts'
import { texts } from './cohort.texts.ts'
import styles from './CohortScreen.module.css'
import type { Followed } from './followed.ts'

interface Props {
  readonly apprentices: readonly Followed[] | undefined
  readonly today: string
}

function Screen({ apprentices, today }: Props) {
  const t = useTexts(texts)
  const thisWeek = weekOf(today)
  const [order, setOrder] = useState<'need' | 'name'>('need')
  const cohort = useMemo(
    () => apprentices && cohortOf(inOrder(apprentices, order), thisWeek),
    [apprentices, order, thisWeek],
  )

  return (
    <Page title={t.title} subtitle={t.lead} back={{ to: '/', label: t.back }} wide>
      {cohort === undefined ? (
        <Spinner label={t.loading} />
      ) : cohort.rows.length === 0 ? (
        <EmptyState title={t.none}>{t.noneMore}</EmptyState>
      ) : (
        <>
          <div className={styles['tools']}>
            <Row align="between">
              <ChoiceGroup
                legend={<VisuallyHidden>{t.order}</VisuallyHidden>}
                options={[
                  { value: 'need', label: t.byNeed },
                  { value: 'name', label: t.byName },
                ]}
                value={order}
                onChange={setOrder}
              />
              <Button
                variant="quiet"
                icon={<Printer size={20} aria-hidden="true" />}
                onClick={() => {
                  window.print()
                }}
              >
                {t.print}
              </Button>
            </Row>
          </div>
          <Sheet cohort={cohort} thisWeek={thisWeek} />
        </>
      )}
    </Page>
  )
}

/**
 * The ribbons of everybody on one axis: how the cohort stands, and who is lost. Drawn again only with
 * other apprentices: three hundred ribbons are more than one frame’s work.
 */
export const CohortScreen = memo(Screen)

function Sheet({ cohort, thisWeek }: { readonly cohort: Cohort; readonly thisWeek: string }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { weeks, rows, counts, shares } = cohort
  const percent = percentOf(counts)
  const states = Object.keys(t.legend) as (keyof typeof t.legend)[]

  return (
    <RibbonSheet
      label={t.list}
      columns={weeks.length}
      marks={marksOf(weeks).map(({ at, month, minor }) => ({
        ...{ at, minor },
        label: formatShortMonth(month, language),
      }))}
      total={{
        title: t.all(rows.length),
        sum: t.percent(percent),
        label: t.total(percent),
        shares,
      }}
      rows={rows.map(({ logbookId, name, counts: own, weeks: cells }) => ({
        key: logbookId,
        title: name,
        to: `/livret/${logbookId}`,
        sum: (
          <>
            {t.sum(own)}
            {own.late > 0 && <strong className={styles['late']}>{t.late(own.late)}</strong>}
          </>
        ),
        label: t.row(name, own),
        cells: cells.map(
          (cell) =>
            cell && { place: cell.place, state: cell.state, current: cell.week === thisWeek },
        ),
      }))}
      legend={
        <RibbonLegend
          of="bars"
          items={states.map((state) => ({ place: 'mixed', state, label: t.legend[state] }))}
        />
      }
    />
  )
}

/** Who needs help comes first already; by name, whoever one looks for is found. */
const inOrder = (apprentices: readonly Followed[], order: 'need' | 'name') =>
  order === 'need'
    ? apprentices
    : [...apprentices].sort((one, other) => one.name.localeCompare(other.name, 'fr'))

/** Whole percent, rounded down: 100 only where nothing is missing. */
const percentOf = ({ signed, expected }: WeekCounts) =>
  expected === 0 ? 100 : Math.floor((100 * signed) / expected)
