import { openReturn } from '#domain/logbookDocument.ts'
import { daysOfWeek, weekNumber } from '#domain/week.ts'
import { weekOfEntry } from '#domain/weekStates.ts'
import { givenName, personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { formatRange } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

interface Props {
  /** Those that came back. */
  readonly entries: readonly ShownDocument[]
  readonly facts: LogbookFacts
}

/** Weeks to correct, each with the reason, one tap from the text. */
export function ReturnedWeeks({ entries, facts }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const rows = entries
    .flatMap((entry) => {
      const week = weekOfEntry(entry)
      const returned = openReturn(entry)
      return week !== null && returned ? [{ id: entry.id, week, returned }] : []
    })
    .sort((a, b) => a.week.localeCompare(b.week))

  return (
    <Section title={t.returned}>
      <List>
        {rows.map(({ id, week, returned }) => (
          <ListLink
            key={id}
            to={`/livret/${facts.id}/semaine/${week}`}
            title={`${t.week(weekNumber(week))} (${formatRange(...daysOfWeek(week), language)})`}
            detail={`${givenName(personName(facts, returned.person))}\u00a0: «\u00a0${returned.reason}\u00a0»`}
            tone="waiting"
          />
        ))}
      </List>
    </Section>
  )
}
