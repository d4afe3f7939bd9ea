import { documentIdOf } from '#domain/documentId.ts'
import type { Actor } from '#domain/rights.ts'
import { DispenseScreen } from '#features/exams/DispenseScreen.tsx'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo } from 'react'
import { Navigate, useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/examen/dispense/:unit`. */
export function DispenseRoute() {
  const unit = useParams()['unit'] ?? ''
  return (
    <BookRoute>
      {(book, actor) => <DispenseOf key={unit} unit={unit} book={book} actor={actor} />}
    </BookRoute>
  )
}

interface Props {
  readonly unit: string
  readonly book: BookRow
  readonly actor: Actor
}

function DispenseOf({ unit, book: { id, facts }, actor }: Props) {
  const { now, newIntent, act, sign } = useWorkspace()
  const list = `/livret/${id}/examen`
  const documentId = documentIdOf(id, 'dispense', [unit])
  const named = useMemo(() => ({ unit }), [unit])
  const programme = useProgramme(facts)
  const own = useOwnDocument('dispense', documentId, actor, list, named)
  const { document } = own
  if (programme === undefined || document === undefined) return <NoLogbookScreen reading />
  const exam = programme?.exams.find((each) => each.unit === unit)
  if (!programme || !exam) return <Navigate to={list} replace />
  const intent = () => ({ ...newIntent(), documentId, kind: 'dispense' as const })
  const who = () => ({ ...actor, at: now() })

  return (
    <DispenseScreen
      facts={facts}
      actor={actor}
      programme={programme}
      exam={exam}
      rule={programme.dispenses.find((rule) => rule.unit === unit)}
      document={document}
      draft={own.draft}
      onSend={() => own.finish('submit')}
      onWithdraw={() => act({ ...intent(), type: 'withdraw' }, who())}
      onGive={async (hash) => (document ? sign(document, hash, who()) : 'no-document')}
      onReturn={(hash, reason) => act({ ...intent(), type: 'return', hash, reason }, who())}
      onResolve={own.resolve}
    />
  )
}
