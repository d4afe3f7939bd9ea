import { mayBegin, type Actor } from '#domain/rights.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { Chip } from '#ui/Chip.tsx'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListItem } from '#ui/ListItem.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { Section } from '#ui/Section.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import type { OpenSurvey } from './useEnrolment.ts'

interface Props {
  readonly surveys: readonly OpenSurvey[]
  readonly actor: Actor
  readonly today: string
}

/** The surveys: to be answered, or what their answers come to. */
export function SurveyList({ surveys, actor, today }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()
  const answers = mayBegin(actor, 'survey')
  return (
    <Section title={t.surveys}>
      <List>
        {surveys.map(({ survey: { code, title }, opensOn, own, waits }) => {
          const name = <span lang={PROGRAMME_LANGUAGE}>{title}</span>
          if (opensOn > today) {
            const detail = t.opensOn(formatDayWithoutWeekday(opensOn, language))
            return <ListItem key={code} title={name} detail={detail} />
          }
          const sent = own?.state === 'published'
          return (
            <ListLink
              key={code}
              to={`/livret/${actor.logbookId}/entree/enquete/${code}`}
              title={name}
              detail={answers ? undefined : t.resultsMore}
              tone={waits ? 'waiting' : 'info'}
              aside={
                answers && (
                  <Chip tone={waits ? 'waiting' : 'success'}>{sent ? t.sent : t.toAnswer}</Chip>
                )
              }
            />
          )
        })}
      </List>
    </Section>
  )
}
