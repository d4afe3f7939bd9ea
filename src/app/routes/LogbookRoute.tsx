import { follows } from '#domain/kind.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { ApprenticesScreen } from '#features/follow/ApprenticesScreen.tsx'
import { LogbookPanel } from '#features/follow/LogbookPanel.tsx'
import { LogbookScreen } from '#features/follow/LogbookScreen.tsx'
import { useFollowed } from '#features/follow/useFollowed.ts'
import { useLogbook } from '#features/follow/useLogbook.ts'
import { InterviewState } from '#features/interview/InterviewState.tsx'
import { VisitState } from '#features/visit/VisitState.tsx'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { BookRow } from '#store/database.ts'
import { useMedia } from '#ui/useMedia.ts'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { EnrolmentWaiting } from './EnrolmentWaiting.tsx'

/** From here on a list stands beside what was chosen from it, as in `SplitView`. */
const WIDE = '(min-width: 64rem)'

/** `/livret/:logbookId`, for everybody who may read it. */
export function LogbookRoute() {
  const wide = useMedia(WIDE)
  return (
    <BookRoute>
      {(book, actor) => {
        const Shape = follows(actor.role) && wide ? BesideTheList : OnItsOwn
        return <Shape book={book} actor={actor} />
      }}
    </BookRoute>
  )
}

interface Props {
  readonly book: BookRow
  readonly actor: Actor
}

function OnItsOwn({ book, actor }: Props) {
  return <LogbookScreen {...useSheet(book, actor)} />
}

/** On a wide screen, those who follow many keep the list in sight. */
function BesideTheList({ book, actor }: Props) {
  const { db, person, today } = useWorkspace()
  const day = today()
  const sheet = useSheet(book, actor)
  return (
    <ApprenticesScreen
      apprentices={useFollowed(db, person.id, day)}
      today={day}
      opensLogbooks={actor.role === 'coordinator'}
      chosen={{ logbookId: book.id, sheet: <LogbookPanel key={book.id} {...sheet} /> }}
    />
  )
}

function useSheet({ facts }: BookRow, actor: Actor) {
  const { db, today, newDocumentId } = useWorkspace()
  const navigate = useNavigate()
  const base = `/livret/${actor.logbookId}`
  const day = today()
  return {
    facts,
    actor,
    logbook: useLogbook(db, actor, facts, day),
    today: day,
    stateOf: stateIn(facts),
    notice: <EnrolmentWaiting facts={facts} actor={actor} />,
    onNewVisit: () => void navigate(`${base}/visite/${newDocumentId()}`),
    onNewInterview: () => void navigate(`${base}/entretien/${newDocumentId()}`),
  }
}

const stateIn = (facts: LogbookFacts) => (document: LogbookDocument) =>
  document.kind === 'visit' ? (
    <VisitState visit={document} facts={facts} />
  ) : (
    <InterviewState document={document} />
  )
