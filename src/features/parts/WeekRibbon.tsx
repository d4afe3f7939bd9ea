import type { LogbookId } from '#domain/identifiers.ts'
import { daysOfWeek, weekNumber } from '#domain/week.ts'
import { countWeeks } from '#domain/weekCounts.ts'
import { yearStarts, type Period, type WeekStatus } from '#domain/weekStates.ts'
import { formatRange } from '#ui/formatDate.ts'
import { Ribbon } from '#ui/Ribbon.tsx'
import { RibbonLegend } from '#ui/RibbonLegend.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { memo } from 'react'
import { texts } from './ribbon.texts.ts'

interface Props {
  readonly weeks: readonly WeekStatus[]
  /** Years of training of the cohort. */
  readonly years: readonly Period[]
  readonly logbookId: LogbookId
  /** ISO week of today. */
  readonly thisWeek: string
  /** The author may open a week that nobody wrote; the others what was written, and what is late. */
  readonly writable?: boolean | undefined
  /** Who it is about, where many stand under each other. */
  readonly name?: string | undefined
  readonly size?: 'normal' | 'small' | undefined
}

function Weeks({
  weeks,
  years,
  logbookId,
  thisWeek,
  writable = false,
  name,
  size = 'normal',
}: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const { signed, sent, kept, late, returned } = countWeeks(weeks, thisWeek)
  const label = t.ribbon(name ?? null, { signed, sent, kept, late: late + returned })

  return (
    <Ribbon
      label={label}
      size={size}
      groups={yearStarts(weeks, years).map(({ year, from }) => ({ label: t.year(year), from }))}
      cells={weeks.map(({ week, place, state, documentId }) => {
        const opens = writable ? week <= thisWeek : documentId !== null || state === 'late'
        return {
          key: week,
          to: opens ? `/livret/${logbookId}/semaine/${week}` : undefined,
          short: String(weekNumber(week)),
          label: t.cell(
            weekNumber(week),
            formatRange(...daysOfWeek(week), language),
            t.places[place],
            week > thisWeek ? t.toCome : t.states[state],
          ),
          place,
          state,
          current: week === thisWeek,
        }
      })}
      legend={
        size === 'normal' && (
          <RibbonLegend
            items={[
              { place: 'mixed', state: 'signed', label: t.legend.signed },
              { place: 'mixed', state: 'sent', label: t.legend.sent },
              ...(kept > 0
                ? [{ place: 'mixed', state: 'kept', label: t.legend.kept } as const]
                : []),
              { place: 'mixed', state: 'draft', label: t.legend.draft },
              { place: 'mixed', state: 'returned', label: t.legend.returned },
              { place: 'mixed', state: 'late', label: t.legend.late },
              { place: 'mixed', state: 'none', label: t.legend.mixed },
              { place: 'company', state: 'none', label: t.legend.company },
              { place: 'closed', state: 'none', label: t.legend.closed },
            ]}
          />
        )
      }
    />
  )
}

/**
 * La frise: the weeks of a contract, where they were spent, and how far each is. Drawn again only
 * when a week changed, not with every letter of the entry that is written above it.
 */
export const WeekRibbon = memo(Weeks, ({ weeks: before, ...one }, { weeks: after, ...other }) => {
  const keys = Object.keys({ ...one, ...other }) as (keyof typeof one)[]
  return (
    keys.every((key) => one[key] === other[key]) &&
    before.length === after.length &&
    before.every((week, index) => isSameWeek(week, after[index]))
  )
})

const isSameWeek = (one: WeekStatus, other: WeekStatus | undefined) =>
  one.week === other?.week &&
  one.place === other.place &&
  one.state === other.state &&
  one.documentId === other.documentId
