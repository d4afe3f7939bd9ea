import type { PersonId } from '#domain/identifiers.ts'
import { openReturn } from '#domain/logbookDocument.ts'
import { weekOfEntry, type WeekStatus } from '#domain/weekStates.ts'
import { MeetingList } from '#features/parts/MeetingList.tsx'
import { texts as meetingTexts } from '#features/parts/meetings.texts.ts'
import { useWaitingMeetings } from '#features/parts/useWaitingMeetings.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { OpenWeeks } from './OpenWeeks.tsx'
import { ReturnedWeeks } from './ReturnedWeeks.tsx'

export interface BesideWeekProps {
  readonly facts: LogbookFacts
  readonly entries: readonly ShownDocument[]
  /** Every week of the contract. */
  readonly weeks: readonly WeekStatus[]
  /** ISO week of today. */
  readonly thisWeek: string
  readonly db: LogbookDb
  readonly personId: PersonId
  /** What others have written. */
  readonly notes: ReactNode
}

/** What waits besides this week: what came back, new notes, what is missing, interviews. */
export function BesideWeek(props: BesideWeekProps) {
  const { facts, entries, weeks, thisWeek, db, personId, notes } = props
  const t = useTexts(meetingTexts)
  const meetings = useWaitingMeetings(db, personId) ?? []
  const returned = entries.filter(
    (entry) => openReturn(entry) !== null && weekOfEntry(entry) !== thisWeek,
  )
  const open = weeks.filter(
    ({ week, state }) => week < thisWeek && ['empty', 'late', 'draft'].includes(state),
  )

  return (
    <>
      {returned.length > 0 && <ReturnedWeeks entries={returned} facts={facts} />}
      {notes}
      {open.length > 0 && <OpenWeeks weeks={open} logbookId={facts.id} />}
      {meetings.length > 0 && (
        <Section title={t.title}>
          <MeetingList meetings={meetings} />
        </Section>
      )}
    </>
  )
}
