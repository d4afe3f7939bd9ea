import { textOf } from '#domain/content.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { excerptOf } from '#features/parts/excerptOf.ts'
import { personName } from '#features/parts/personName.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { formatShortInstant } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './newNotes.texts.ts'

interface Props {
  /** Those that the reader has not seen, latest first. */
  readonly notes: readonly ShownDocument[]
  readonly facts: LogbookFacts
}

/** That others have written: one line however many there are, one tap from all notes. */
export function NewNotes({ notes, facts }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const [latest] = notes
  const version = latest && lastVersion(latest)
  if (!version) return null

  const name = personName(facts, latest.author)
  const when = formatShortInstant(version.at, language)
  return (
    <Section title={t.title(notes.length)}>
      <List>
        <ListLink
          to={`/livret/${facts.id}/notes`}
          title={notes.length > 1 ? t.latest(name) : t.by(name)}
          detail={t.said(when, excerptOf(textOf(version.content, 'text')))}
          tone="waiting"
        />
      </List>
    </Section>
  )
}
