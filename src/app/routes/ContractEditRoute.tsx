import { effectiveCompanyDays } from '#domain/calendar/companyDays.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { PlainAct } from '#domain/operation.ts'
import { may, mayBegin, project, type Actor } from '#domain/rights.ts'
import { ContractEditor } from '#features/contract/ContractEditor.tsx'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import { useCharges } from '#features/parts/useCharges.ts'
import { useDocument } from '#features/parts/useDocuments.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import { useOwnCalendar } from '#features/parts/useOwnCalendar.ts'
import type { BookRow } from '#store/database.ts'
import { useMemo } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'

/** `/livret/:logbookId/contrat/:documentId`, for its author; the id of a new one names nothing yet. */
export function ContractEditRoute() {
  const documentId = (useParams()['documentId'] ?? '') as DocumentId
  return (
    <BookRoute>
      {(book, actor) => <Edit key={documentId} book={book} documentId={documentId} actor={actor} />}
    </BookRoute>
  )
}

interface EditProps {
  readonly book: BookRow
  readonly documentId: DocumentId
  readonly actor: Actor
}

function Edit({ book, documentId, actor }: EditProps) {
  const { db, now, today, newDocumentId, newIntent, act, draftOf } = useWorkspace()
  const navigate = useNavigate()
  const { logbookId } = actor
  const found = useDocument(db, { kind: 'contract', logbookId, id: documentId })
  const document = found && project(found, actor)
  const target = useMemo(
    () => draftOf('contract', documentId, {}, actor),
    [draftOf, documentId, actor],
  )
  const draft = useDraft(target, document ?? null)
  const list = `/livret/${logbookId}/contrat`
  const { contracts, calendar, absent } = useOwnCalendar(db, book.facts, actor)
  const charges = useCharges(db, documentId)

  if (document === undefined) return <NoLogbookScreen reading />
  const writes = document ? may(actor, 'patch', document) : mayBegin(actor, 'contract')
  if (!writes) return <Navigate to={list} replace />

  const intent = () => ({ ...newIntent(), documentId, kind: 'contract' as const })
  const perform = async (type: PlainAct['type']) => {
    const unkept = await draft.flush()
    if (unkept !== null) return unkept
    const refusal = await act({ ...intent(), type }, { ...actor, at: now() })
    if (refusal === null) await navigate(list)
    return refusal
  }
  return (
    <ContractEditor
      document={document}
      draft={draft}
      back={list}
      newItemId={newDocumentId}
      today={today()}
      companyDays={calendar ? effectiveCompanyDays(calendar, absent) : null}
      charges={charges}
      contracts={(contracts?.published ?? []).map(({ record }) => record)}
      onPublish={() => perform('publish')}
      onDiscard={document && may(actor, 'discard', document) ? () => perform('discard') : undefined}
      onResolve={(key, other, choice) => {
        if (choice === 'take') draft.set(key, other.value)
        void draft
          .flush()
          .then(() => act({ ...intent(), type: 'resolve', key, drop: [other.by] }, actor))
      }}
    />
  )
}
