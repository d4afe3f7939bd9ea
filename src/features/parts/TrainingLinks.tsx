import type { LogbookId } from '#domain/identifiers.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './trainingLinks.texts.ts'

interface Props {
  readonly logbookId: LogbookId
  /** Whether it is the reader’s own training. */
  readonly own: boolean
}

/** Where one goes on from a logbook: skills, and the programme. */
export function TrainingLinks({ logbookId, own }: Props) {
  const t = useTexts(texts)
  const base = `/livret/${logbookId}`
  return (
    <Section title={t.title}>
      <List>
        <ListLink to={`${base}/competences`} title={t.skills} detail={t.skillsMore} />
        <ListLink
          to={`${base}/formation`}
          title={own ? t.myProgramme : t.programme}
          detail={t.programmeMore}
        />
      </List>
    </Section>
  )
}
