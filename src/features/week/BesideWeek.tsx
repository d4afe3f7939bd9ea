import { MeetingList } from '#features/parts/MeetingList.tsx'
import type { WaitingMeeting } from '#features/parts/useWaitingMeetings.ts'
import type { WeekStatus } from '#domain/weekStates.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { OpenWeeks } from './OpenWeeks.tsx'
import { ReturnedWeeks } from './ReturnedWeeks.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly facts: LogbookFacts
  /** Entries of other weeks that came back. */
  readonly returned: readonly ShownDocument[]
  /** Past weeks that nobody got yet. */
  readonly open: readonly WeekStatus[]
  readonly meetings: readonly WaitingMeeting[]
}

/** What waits besides this week: what came back, what is missing, interviews. */
export function BesideWeek({ facts, returned, open, meetings }: Props) {
  const t = useTexts(texts)
  return (
    <>
      {returned.length > 0 && <ReturnedWeeks entries={returned} facts={facts} />}
      {open.length > 0 && <OpenWeeks weeks={open} logbookId={facts.id} />}
      {meetings.length > 0 && (
        <Section title={t.meetings}>
          <MeetingList meetings={meetings} />
        </Section>
      )}
    </>
  )
}
