import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { List } from '#ui/List.tsx'
import { ListLink } from '#ui/ListLink.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { apprenticeName } from './personName.ts'
import { texts } from './meetings.texts.ts'
import type { WaitingMeeting } from './useWaitingMeetings.ts'

interface Props {
  readonly meetings: readonly WaitingMeeting[]
  /** Whether to say whose logbook each is in. */
  readonly named?: boolean | undefined
}

/** Links to the visits and interviews that wait for somebody. */
export function MeetingList({ meetings, named = false }: Props) {
  const t = useTexts(texts)
  const language = useLanguage()

  return (
    <List>
      {meetings.map(({ document, facts, task, date }) => {
        const day = date === '' ? null : formatDayWithoutWeekday(date, language)
        const isVisit = document.kind === 'visit'
        const title = isVisit ? t.visit(day ?? '') : day === null ? t.undated : t.interview(day)
        const path = isVisit ? 'visite' : 'entretien'
        return (
          <ListLink
            key={document.id}
            to={`/livret/${document.logbookId}/${path}/${document.id}`}
            title={named ? `${apprenticeName(facts)}, ${title.toLowerCase()}` : title}
            detail={t[task]}
            tone="waiting"
          />
        )
      })}
    </List>
  )
}
