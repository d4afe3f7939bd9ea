import { documentIdOf } from '#domain/documentId.ts'
import { wordingOf, type ReadingStatus } from '#domain/enrolment/readings.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { ReadingScreen } from '#features/enrolment/ReadingScreen.tsx'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { findMember } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { BookRow } from '#store/database.ts'
import { findDocument } from '#store/documents.ts'
import { Navigate, useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useLogbookEnrolment } from './useLogbookEnrolment.ts'

/** `/livret/:logbookId/entree/lire/:reading`. */
export function ReadingRoute() {
  return <BookRoute>{(book, actor) => <ReadingOf book={book} actor={actor} />}</BookRoute>
}

function ReadingOf({ book: { facts }, actor }: { readonly book: BookRow; readonly actor: Actor }) {
  const code = useParams()['reading']
  const { db, now, today, newIntent, act, sign } = useWorkspace()
  const { logbookId } = actor
  const enrolment = useLogbookEnrolment(facts, actor)
  const status = enrolment?.readings.find(({ reading }) => reading.code === code)
  if (enrolment === undefined) return <NoLogbookScreen reading />
  if (!status) return <Navigate to={`/livret/${logbookId}/entree`} replace />

  return (
    <ReadingScreen
      key={status.reading.code}
      facts={facts}
      actor={actor}
      status={status}
      onSign={() => acknowledge(status)}
    />
  )

  /** Goes on from where an earlier attempt broke off: what is written stays. */
  async function acknowledge({ reading, edition }: ReadingStatus): Promise<Problem | null> {
    const id = documentIdOf(logbookId, 'acknowledgement', [reading.code, edition])
    const place = { kind: 'acknowledgement', logbookId, id } as const
    const target = { documentId: id, kind: place.kind }
    const who = { ...actor, at: now() }
    const before = await findDocument(db, place)
    if (!before) {
      const guardian = reading.withGuardian && findMember(facts, 'guardian', today()) !== null
      const set = {
        ...{ reading: reading.code, edition, wording: wordingOf(reading) },
        by: guardian ? 'with-guardian' : 'alone',
      }
      const refusal = await act({ ...newIntent(), ...target, type: 'patch', set, seen: {} }, who)
      if (refusal) return refusal
    }
    if (!before || before.state === 'draft') {
      const refusal = await act({ ...newIntent(), ...target, type: 'submit' }, who)
      if (refusal) return refusal
    }
    const document = await findDocument(db, place)
    const version = document && lastVersion(document)
    return version ? sign(document, version.hash, who) : 'no-document'
  }
}
