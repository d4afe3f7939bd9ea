import type { LogbookId } from '#domain/identifiers.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** In how many cases somebody has to decide in one logbook. */
export interface HeldBook {
  readonly logbookId: LogbookId
  /** Whose logbook it is. */
  readonly name: string
  readonly count: number
}

interface Props {
  readonly books: readonly HeldBook[]
}

/** The logbooks in which something waits for this person’s decision; nothing where none does. */
export function HeldNotice({ books }: Props) {
  const t = useTexts(texts)
  if (books.length === 0) return null
  const total = books.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section title={t.titleOf(total)}>
      <List>
        {books.map(({ logbookId, name, count }) => (
          <ListLink
            key={logbookId}
            to={`/livret/${logbookId}/a-trancher`}
            title={name}
            detail={t.waiting(count)}
            tone="waiting"
          />
        ))}
      </List>
    </Section>
  )
}
