import type { LogbookId } from '#domain/identifiers.ts'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './survey.texts.ts'
import type { OpenSurvey } from './useEnrolment.ts'

interface Props {
  readonly logbookId: LogbookId
  /** Of the apprentice. */
  readonly name: string
  readonly surveys: readonly OpenSurvey[]
}

/** The surveys that wait for somebody’s answers, quietly: nothing where none does. */
export function SurveyLines({ logbookId, name, surveys }: Props) {
  const t = useTexts(texts)
  const waiting = surveys.filter(({ waits }) => waits)
  if (waiting.length === 0) return null
  return (
    <List>
      {waiting.map(({ survey: { code, title } }) => (
        <ListLink
          key={code}
          to={`/livret/${logbookId}/entree/enquete/${code}`}
          title={<span lang={PROGRAMME_LANGUAGE}>{title}</span>}
          detail={t.waitsFor(name)}
        />
      ))}
    </List>
  )
}
