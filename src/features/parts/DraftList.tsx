import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'

interface Props {
  readonly title: string
  /** Own drafts, of which some were sent before. */
  readonly drafts: readonly LogbookDocument[]
  /** Address of the page on which one is written, without its id. */
  readonly path: string
  /** Of one without a `label`. */
  readonly untitled: string
}

/** What somebody has begun and nobody else has read yet; nothing where there is none. */
export function DraftList({ title, drafts, path, untitled }: Props) {
  const begun = drafts.filter(({ versions }) => versions.length === 0)
  if (begun.length === 0) return null
  return (
    <Section title={title}>
      <List>
        {begun.map(({ id, fields }) => {
          const label = fields['label']?.value
          return (
            <ListLink
              key={id}
              to={`${path}/${id}`}
              title={typeof label === 'string' && label !== '' ? label : untitled}
            />
          )
        })}
      </List>
    </Section>
  )
}
