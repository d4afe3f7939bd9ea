import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { formatShortInstant } from '#ui/formatDate.ts'
import { Quote } from '#ui/Quote.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Link } from 'react-router'
import { texts } from './texts.ts'

/** Notes in sight on the logbook’s own page. */
const SHOWN = 3

interface Props {
  readonly notes: readonly ShownDocument[]
  readonly facts: LogbookFacts
  /** Address of the logbook. */
  readonly base: string
}

/** The latest notes of the people of a logbook. */
export function NotesExcerpt({ notes, facts, base }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const latest = notes
    .flatMap((note) => {
      const version = lastVersion(note)
      return version ? [{ note, version }] : []
    })
    .sort((a, b) => b.version.at.localeCompare(a.version.at))
    .slice(0, SHOWN)

  return (
    <Section title={t.notes} action={<Link to={`${base}/notes`}>{t.allNotes}</Link>}>
      {latest.length === 0 && <p>{t.noNote}</p>}
      <Stack>
        {latest.map(({ note, version }) => (
          <Quote
            key={note.id}
            by={`${personName(facts, note.author)}, ${formatShortInstant(version.at, language)}`}
          >
            {textOf(version.content, 'text')}
          </Quote>
        ))}
      </Stack>
    </Section>
  )
}
