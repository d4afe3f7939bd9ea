import { daysOfWeek, weekNumber } from '#domain/week.ts'
import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { weekOfEntry } from '#domain/weekStates.ts'
import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { DocumentState } from '#features/parts/DocumentState.tsx'
import type { ShownDocument } from '#store/documents.ts'
import { Button } from '#ui/Button.tsx'
import { formatRange } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { texts } from './texts.ts'

/** Weeks in sight at first: about a month and a half. */
const SHOWN = 6
/** Signs of what was told: one line on a phone. */
const EXCERPT = 70

interface Props {
  readonly entries: readonly ShownDocument[]
  /** Address of the logbook. */
  readonly base: string
}

/** The weeks that were written, latest first. */
export function WeekList({ entries, base }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const dated = entries
    .flatMap((entry) => {
      const week = weekOfEntry(entry)
      return week === null ? [] : [{ entry, week }]
    })
    .sort((a, b) => b.week.localeCompare(a.week))
  const shown = all ? dated : dated.slice(0, SHOWN)

  return (
    <Section title={t.entries}>
      {dated.length === 0 && <p>{t.noEntry}</p>}
      {dated.length > 0 && (
        <List>
          {shown.map(({ entry, week }) => (
            <ListLink
              key={entry.id}
              to={`${base}/semaine/${week}`}
              title={names.week(weekNumber(week))}
              detail={
                <Stack gap="tight">
                  <span>{formatRange(...daysOfWeek(week), language)}</span>
                  <span>{excerptOf(entry)}</span>
                </Stack>
              }
              aside={<DocumentState document={entry} />}
            />
          ))}
        </List>
      )}
      {shown.length < dated.length && (
        <Row>
          <Button
            onClick={() => {
              setAll(true)
            }}
          >
            {t.moreEntries(dated.length - shown.length)}
          </Button>
        </Row>
      )}
    </Section>
  )
}

function excerptOf(entry: ShownDocument): string | undefined {
  const told = textOf(lastVersion(entry)?.content ?? {}, 'told').replaceAll(/\s+/gu, ' ')
  if (told === '') return undefined
  return told.length <= EXCERPT ? told : `${told.slice(0, EXCERPT).replace(/\s\S*$/u, '')}…`
}
