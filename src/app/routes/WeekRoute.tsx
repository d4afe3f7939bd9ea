import { documentIdOf } from '#domain/documentId.ts'
import { project, type Actor } from '#domain/rights.ts'
import { isWeek, weekOf } from '#domain/week.ts'
import { weekStates } from '#domain/weekStates.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { calendarOf } from '#features/parts/calendarOf.ts'
import { useCalendarDocuments } from '#features/parts/useCalendarDocuments.ts'
import { useDocument, useDocuments } from '#features/parts/useDocuments.ts'
import { useFileUrlOf } from '#features/parts/useFileUrlOf.ts'
import { useFileWait } from '#features/parts/useFileWait.ts'
import { WeekReading } from '#features/sign/WeekReading.tsx'
import { WeekScreen } from '#features/week/WeekScreen.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { BookRow } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'
import { Navigate, useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useOwnWeek } from './useOwnWeek.ts'

/** `/livret/:logbookId/semaine/:week`, for its author and for those who read it. */
export function WeekRoute() {
  const week = useParams()['week'] ?? ''
  if (!isWeek(week)) return <Navigate to="/" replace />
  return (
    <BookRoute>
      {(book, actor) => {
        const Part = actor.role === 'apprentice' ? Own : Reading
        return <Part key={`${book.id} ${week}`} week={week} book={book} actor={actor} />
      }}
    </BookRoute>
  )
}

interface Props {
  readonly week: string
  readonly book: BookRow
  readonly actor: Actor
}

function Own({ week, book, actor }: Props) {
  const { db } = useWorkspace()
  const entries = useDocuments(db, 'entry', book.id)
  const around = useCalendarDocuments(db, book.id)
  if (!entries || !around) return <NoLogbookScreen reading />
  return <Week week={week} facts={book.facts} actor={actor} entries={entries} around={around} />
}

interface WeekProps {
  readonly week: string
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly entries: readonly ShownDocument[]
  /** See `calendarOf`. */
  readonly around: readonly ShownDocument[]
}

function Week({ week, facts, actor, entries, around }: WeekProps) {
  const { today } = useWorkspace()
  const day = today()
  const weeks = weekStates(calendarOf(facts, around), entries, day)
  const own = useOwnWeek(facts, actor, week, entries)
  const bounds = [weeks[0]?.week ?? week, weeks.at(-1)?.week ?? week] as const
  return <WeekScreen week={week} thisWeek={weekOf(day)} weeks={bounds} own={own} />
}

function Reading({ week, book: { id: logbookId, facts }, actor }: Props) {
  const { db, now, today, newIntent, act, sign, fileUrl, sync } = useWorkspace()
  const documentId = documentIdOf(logbookId, 'entry', [week])
  const found = useDocument(db, { kind: 'entry', logbookId, id: documentId })
  const fileWait = useFileWait(db, found)
  const fileHere = useFileUrlOf(fileUrl, logbookId, fileWait)

  const around = useCalendarDocuments(db, logbookId)

  if (found === undefined || !around) return <NoLogbookScreen reading />
  const calendar = calendarOf(
    facts,
    around.filter((document) => project(document, actor) !== null),
  )
  const status = weekStates(calendar, found ? [found] : [], today()).find(
    (each) => each.week === week,
  )
  return (
    <WeekReading
      week={week}
      document={found}
      status={status ?? null}
      facts={facts}
      actor={actor}
      fileUrl={fileHere}
      fileWait={fileWait}
      onLook={sync.now}
      onSign={(document, hash) => sign(document, hash, { ...actor, at: now() })}
      onReturn={(_, hash, reason) =>
        act(
          { ...newIntent(), documentId, kind: 'entry', type: 'return', hash, reason },
          { ...actor, at: now() },
        )
      }
    />
  )
}
