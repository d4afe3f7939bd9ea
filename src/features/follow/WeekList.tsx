import { daysOfWeek, weekNumber } from '#domain/week.ts'
import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { weekOfEntry, type WeekStatus } from '#domain/weekStates.ts'
import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { DocumentState } from '#features/parts/DocumentState.tsx'
import { excerptOf } from '#features/parts/excerptOf.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Chip } from '#ui/Chip.tsx'
import { formatRange } from '#ui/formatDate.ts'
import { ListLink } from '#ui/ListLink.tsx'
import { LongList } from '#ui/LongList.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { CalendarX2 } from 'lucide-react'
import { texts } from './texts.ts'

/** Weeks in sight at first: about a month and a half. */
const IN_SIGHT = 6

interface Props {
  readonly entries: readonly ShownDocument[]
  readonly weeks: readonly WeekStatus[]
  /** Address of the logbook. */
  readonly base: string
}

interface Line {
  readonly week: string
  /** `null`: late, and nothing was sent. */
  readonly entry: ShownDocument | null
}

/** The weeks that were written and those that are late, latest first. */
export function WeekList({ entries, weeks, base }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  const written = entries.flatMap((entry): Line[] => {
    const week = weekOfEntry(entry)
    return week === null ? [] : [{ entry, week }]
  })
  const missing = weeks
    .filter(({ state, documentId }) => state === 'late' && documentId === null)
    .map(({ week }): Line => ({ entry: null, week }))
  const lines = [...written, ...missing].sort((a, b) => b.week.localeCompare(a.week))

  return (
    <Section title={t.entries}>
      {written.length === 0 && <p>{t.noEntry}</p>}
      {lines.length > 0 && (
        <LongList inSight={IN_SIGHT} more={t.moreEntries}>
          {lines.map(({ entry, week }) => (
            <ListLink
              key={week}
              to={`${base}/semaine/${week}`}
              title={names.week(weekNumber(week))}
              detail={
                <Stack gap="tight">
                  <span>{formatRange(...daysOfWeek(week), language)}</span>
                  <span>{entry ? excerptOf(toldIn(entry)) : t.nothingSent}</span>
                </Stack>
              }
              aside={
                entry ? (
                  <DocumentState document={entry} />
                ) : (
                  <Chip tone="waiting" icon={<CalendarX2 aria-hidden="true" size={16} />}>
                    {t.late}
                  </Chip>
                )
              }
            />
          ))}
        </LongList>
      )}
    </Section>
  )
}

const toldIn = (entry: ShownDocument) => textOf(lastVersion(entry)?.content ?? {}, 'told')
