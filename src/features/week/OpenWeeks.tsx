import type { LogbookId } from '#domain/identifiers.ts'
import { daysOfWeek, weekNumber } from '#domain/week.ts'
import type { WeekStatus } from '#domain/weekStates.ts'
import { formatRange } from '#ui/formatDate.ts'
import { Disclosure } from '#ui/Disclosure.tsx'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  /** Past weeks that nobody got yet, oldest first. */
  readonly weeks: readonly WeekStatus[]
  readonly logbookId: LogbookId
}

/** More than these would be a wall; the rest is one tap away. */
const IN_SIGHT = 4

/** Weeks to catch up on, the latest first: it is the one that is remembered best. */
export function OpenWeeks({ weeks, logbookId }: Props) {
  const t = useTexts(texts)
  const latest = weeks.toReversed()
  const more = latest.slice(IN_SIGHT)

  return (
    <Section title={t.late(weeks.length)}>
      <Weeks weeks={latest.slice(0, IN_SIGHT)} logbookId={logbookId} />
      {more.length > 0 && (
        <Disclosure summary={t.moreWeeks(more.length)}>
          <Weeks weeks={more} logbookId={logbookId} />
        </Disclosure>
      )}
    </Section>
  )
}

function Weeks({ weeks, logbookId }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()

  return (
    <List>
      {weeks.map(({ week, state, documentId }) => {
        const begun = documentId === null ? t.toWrite : t.begun
        return (
          <ListLink
            key={week}
            to={`/livret/${logbookId}/semaine/${week}`}
            title={`${t.week(weekNumber(week))} (${formatRange(...daysOfWeek(week), language)})`}
            detail={state === 'late' ? `${t.overdue}, ${begun.toLowerCase()}` : begun}
            tone={state === 'late' ? 'waiting' : 'info'}
          />
        )
      })}
    </List>
  )
}
