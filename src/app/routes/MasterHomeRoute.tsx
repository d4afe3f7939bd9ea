import { actorIn } from '#store/books.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useBooks } from '#features/parts/useDocuments.ts'
import { useWaitingMeetings } from '#features/parts/useWaitingMeetings.ts'
import { SignScreen } from '#features/sign/SignScreen.tsx'
import { useSignatureQueue } from '#features/sign/useSignatureQueue.ts'
import { lazyPart } from '#ui/loadPart.ts'
import { Suspense } from 'react'
import { useWorkspace } from '../workspace.ts'

// Signatures come first, also to the screen.
const BookSurveys = lazyPart(async () => (await import('./BookSurveys.tsx')).BookSurveys)

/** `/` for a master of apprenticeship. */
export function MasterHomeRoute() {
  const { db, person, now, today, newIntent, act, sign, fileUrl, sync } = useWorkspace()
  const books = useBooks(db)
  const queue = useSignatureQueue(db, person.id)
  const meetings = useWaitingMeetings(db, person.id)

  if (!books || !queue || !meetings) return <NoLogbookScreen reading />

  const actorOf = ({ logbookId }: LogbookDocument) => {
    const book = books.find(({ id }) => id === logbookId)
    if (!book) throw new Error('a document is shown of a logbook that is not here')
    return actorIn(book, person.id, now())
  }

  return (
    <SignScreen
      queue={queue}
      reader={person.id}
      today={today()}
      meetings={meetings}
      fileUrl={fileUrl}
      after={
        <Suspense>
          {books.map((book) => (
            <BookSurveys key={book.id} book={book} />
          ))}
        </Suspense>
      }
      onLook={sync.now}
      onSign={({ document, version }) => sign(document, version.hash, actorOf(document))}
      onReturn={({ document, version }, reason) =>
        act(
          {
            ...newIntent(),
            documentId: document.id,
            kind: document.kind,
            type: 'return',
            hash: version.hash,
            reason,
          },
          actorOf(document),
        )
      }
      onRead={async ({ document }) => {
        const hash = lastVersion(document)?.hash
        return hash === undefined ? 'unknown-version' : sign(document, hash, actorOf(document))
      }}
    />
  )
}
