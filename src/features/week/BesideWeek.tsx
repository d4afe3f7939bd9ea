import type { PersonId } from '#domain/identifiers.ts'
import type { WeekStatus } from '#domain/weekStates.ts'
import { MeetingList } from '#features/parts/MeetingList.tsx'
import { texts as meetingTexts } from '#features/parts/meetings.texts.ts'
import { useWaitingMeetings } from '#features/parts/useWaitingMeetings.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { OpenWeeks } from './OpenWeeks.tsx'
import { ReturnedWeeks } from './ReturnedWeeks.tsx'

interface Props {
  readonly facts: LogbookFacts
  /** Entries of other weeks that came back. */
  readonly returned: readonly ShownDocument[]
  /** Past weeks that nobody got yet. */
  readonly open: readonly WeekStatus[]
  readonly db: LogbookDb
  readonly personId: PersonId
}

/** What waits besides this week: what came back, what is missing, interviews. */
export function BesideWeek({ facts, returned, open, db, personId }: Props) {
  const t = useTexts(meetingTexts)
  const meetings = useWaitingMeetings(db, personId) ?? []
  return (
    <>
      {returned.length > 0 && <ReturnedWeeks entries={returned} facts={facts} />}
      {open.length > 0 && <OpenWeeks weeks={open} logbookId={facts.id} />}
      {meetings.length > 0 && (
        <Section title={t.title}>
          <MeetingList meetings={meetings} />
        </Section>
      )}
    </>
  )
}
