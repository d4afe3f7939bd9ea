import type { Actor } from '#domain/rights.ts'
import { weekOf } from '#domain/week.ts'
import { weekStates } from '#domain/weekStates.ts'
import { calendarOf } from '#features/parts/calendarOf.ts'
import { useCalendarDocuments } from '#features/parts/useCalendarDocuments.ts'
import { useBooks, useDocuments } from '#features/parts/useDocuments.ts'
import { HomeScreen } from '#features/week/HomeScreen.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { BookRow } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'
import { lazyPart } from '#ui/loadPart.ts'
import { memo, useMemo } from 'react'
import { Opening } from '../Opening.tsx'
import { useWorkspace } from '../workspace.ts'
import { currentBook } from './currentBook.ts'
import { useOwnWeek } from './useOwnWeek.ts'

// What waits besides the week, some of which needs the whole programme: it comes when the week is there.
const HomeBeside = lazyPart(async () => (await import('./HomeBeside.tsx')).HomeBeside)
const HomeNotices = lazyPart(async () => (await import('./HomeNotices.tsx')).HomeNotices)

/** `/` for an apprentice. */
export function ApprenticeHomeRoute() {
  const { db, today } = useWorkspace()
  const book = currentBook(useBooks(db) ?? [], today())
  return book ? <Book key={book.id} book={book} /> : <Opening />
}

function Book({ book }: { readonly book: BookRow }) {
  const { db, person, now } = useWorkspace()
  const { id: logbookId, role, facts } = book
  const entries = useDocuments(db, 'entry', logbookId)
  const around = useCalendarDocuments(db, logbookId)
  // The same object as long as it is the same person: every pull changes the book’s row.
  const { id: personId } = person
  const actor = useMemo(
    () => ({ logbookId, personId, role, at: now() }),
    [logbookId, personId, role, now],
  )

  if (!entries || !around) return <Opening />
  return <Home facts={facts} actor={actor} entries={entries} around={around} />
}

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly entries: readonly ShownDocument[]
  /** See `calendarOf`. */
  readonly around: readonly ShownDocument[]
}

/** Drawn again only for what it shows: its lists come later than what brought them. */
const Home = memo(function Home({ facts, actor, entries, around }: Props) {
  const { db, today } = useWorkspace()
  const day = today()
  const thisWeek = weekOf(day)
  const calendar = calendarOf(facts, around)
  const weeks = weekStates(calendar, entries, day)
  const own = useOwnWeek(facts, actor, thisWeek, entries)
  // The same element while somebody types: only what it reads draws it again.
  const notice = useMemo(() => <HomeNotices facts={facts} actor={actor} />, [facts, actor])

  return (
    <HomeScreen
      db={db}
      key={thisWeek}
      today={day}
      thisWeek={thisWeek}
      facts={facts}
      weeks={weeks}
      years={calendar.years}
      own={own}
      beside={<HomeBeside {...{ facts, actor, entries, weeks, thisWeek }} />}
      notice={notice}
    />
  )
})
