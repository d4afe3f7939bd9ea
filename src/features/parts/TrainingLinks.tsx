import type { LogbookId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { readsKind } from '#domain/rights.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './trainingLinks.texts.ts'

interface Props {
  readonly logbookId: LogbookId
  readonly reader: Role
  /** Pieces of the exam file that came back to the reader. */
  readonly toCorrect?: number | undefined
  /** Open objectives that are the reader’s. */
  readonly toDo?: number | undefined
}

/** Where one goes on from a logbook: skills, work plan, marks, exam, the programme, and the way in. */
export function TrainingLinks({ logbookId, reader, toCorrect = 0, toDo = 0 }: Props) {
  const t = useTexts(texts)
  const own = reader === 'apprentice'
  const readsMarks = readsKind(reader, 'mark')
  const base = `/livret/${logbookId}`
  return (
    <Section title={t.title}>
      <List>
        <ListLink to={`${base}/competences`} title={t.skills} detail={t.skillsMore} />
        <ListLink
          to={`${base}/plan`}
          title={t.plan}
          detail={toDo > 0 ? t.toDo(toDo) : t.planMore}
        />
        {readsMarks && <ListLink to={`${base}/resultats`} title={t.marks} detail={t.marksMore} />}
        <ListLink
          to={`${base}/examen`}
          title={t.exam}
          detail={toCorrect > 0 ? t.toCorrect(toCorrect) : t.examMore}
          tone={toCorrect > 0 ? 'waiting' : undefined}
        />
        <ListLink
          to={`${base}/formation`}
          title={own ? t.myProgramme : t.programme}
          detail={t.programmeMore}
        />
        <ListLink to={`${base}/entree`} title={t.enrolment} detail={t.enrolmentMore} />
      </List>
    </Section>
  )
}
