import type { KeptMark } from '#domain/exams/keptMarks.ts'
import { mayBegin, readsKind, type Actor } from '#domain/rights.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Programme } from '#programmes/programme.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { formatNumber } from '#ui/formatNumber.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Source } from '#ui/Source.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { Plus } from 'lucide-react'
import { texts } from './kept.texts.ts'

interface Props {
  readonly programme: Programme
  readonly kept: readonly KeptMark[]
  readonly actor: Actor
  readonly onAdd: () => void
}

/** The marks of a former session that are kept, until when and why. */
export function KeptMarks({ programme, kept, actor, onAdd }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const adds = mayBegin(actor, 'mark')
  // Hardly anybody has any: who can add none is not told of what is not there.
  if (!readsKind(actor.role, 'mark') || (kept.length === 0 && !adds)) return null
  const day = (date: string) => formatDayWithoutWeekday(date, language)
  const titleOf = (code: string) =>
    t.exam(code, programme.exams.find((exam) => exam.code === code)?.title ?? code)

  return (
    <Section title={t.title}>
      {kept.length === 0 ? <p>{t.none}</p> : <p>{t.lead}</p>}
      {kept.length > 0 && (
        <List label={t.title}>
          {kept.map(({ exam, mark, on, until, holds }) => (
            <ListItem
              key={exam}
              title={<span lang={PROGRAMME_LANGUAGE}>{titleOf(exam)}</span>}
              detail={
                <>
                  <div>{t.got(formatNumber(mark, language), day(on))}</div>
                  <div>{t.until(day(until))}</div>
                  {!holds && <div>{t.lapsed}</div>}
                </>
              }
              aside={
                <Chip tone={holds ? 'success' : 'waiting'}>
                  {holds ? t.states.holds : t.states.lapsed}
                </Chip>
              }
            />
          ))}
        </List>
      )}
      {kept.length > 0 && (
        <small>
          <Source>{t.source}</Source>
        </small>
      )}
      {adds && (
        <Row>
          <Button icon={<Plus aria-hidden="true" size={20} />} onClick={onAdd}>
            {t.add}
          </Button>
        </Row>
      )}
    </Section>
  )
}
