import type { DocumentId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { PlacementScreen } from '#features/enrolment/PlacementScreen.tsx'
import type { Enrolment } from '#features/enrolment/useEnrolment.ts'
import { NoLogbookScreen } from '#features/follow/NoLogbookScreen.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useProgramme } from '#features/parts/useProgramme.ts'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { BookRow } from '#store/database.ts'
import { findDocument, type ShownDocument } from '#store/documents.ts'
import { useState } from 'react'
import { Navigate } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { useLogbookEnrolment } from './useLogbookEnrolment.ts'
import { useOwnDocument } from './useOwnDocument.ts'

/** `/livret/:logbookId/entree/positionnement`: the placement, and what is arranged beside it. */
export function PlacementRoute() {
  return <BookRoute>{(book, actor) => <PlacementOf book={book} actor={actor} />}</BookRoute>
}

function PlacementOf({
  book: { id, facts },
  actor,
}: {
  readonly book: BookRow
  readonly actor: Actor
}) {
  const programme = useProgramme(facts)
  const enrolment = useLogbookEnrolment(facts, actor)
  if (programme === null) return <Navigate to={`/livret/${id}/entree`} replace />
  if (!programme || !enrolment) return <NoLogbookScreen reading />
  return <Placement facts={facts} actor={actor} programme={programme} enrolment={enrolment} />
}

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly programme: Programme
  readonly enrolment: Enrolment
}

function Placement({ facts, actor, programme, enrolment }: Props) {
  const { db, now, today, newDocumentId, newIntent, act, sign } = useWorkspace()
  const { logbookId } = actor
  const { placements, arrangements } = enrolment
  const hub = `/livret/${logbookId}/entree`
  // The same documents as long as the page is open, also once they are written.
  const [placementId] = useState(() => own(placements, actor)?.id ?? newDocumentId())
  const [arrangementId] = useState(() => own(arrangements, actor)?.id ?? newDocumentId())
  const [begun, setBegun] = useState(false)
  const placement = useOwnDocument('placement', placementId, actor, hub, 'party')
  const arrangement = useOwnDocument('arrangement', arrangementId, actor, hub)
  if (placement.document === undefined || arrangement.document === undefined) {
    return <NoLogbookScreen reading />
  }
  const writes = mayBegin(actor, 'placement')
  // What somebody else of the centre wrote is read, until one begins a later one.
  const shown = placement.document ?? (begun ? null : (placements[0] ?? null))
  const arranged = arrangement.document ?? (begun ? null : (arrangements[0] ?? null))
  const who = () => ({ ...actor, at: now() })
  const plain = (
    kind: KindName,
    documentId: DocumentId,
    type: 'publish' | 'submit' | 'amend' | 'withdraw',
  ) => act({ ...newIntent(), kind, documentId, type }, who())
  const signLast = async (kind: KindName, id: DocumentId): Promise<Problem | null> => {
    const document = await findDocument(db, { kind, logbookId, id })
    const version = document && lastVersion(document)
    return version ? sign(document, version.hash, who()) : 'no-document'
  }

  const send = async (): Promise<Problem | null> => {
    // Read before it is written: afterwards this draft speaks of a document that is older than it.
    const needed = arrangement.draft.value('needed')
    // What was typed before it turned out that nothing is needed is nobody’s business.
    if (needed === 'no') arrangement.draft.set('told', null)
    const unwritten = (await placement.draft.flush()) ?? (await arrangement.draft.flush())
    if (unwritten) return unwritten
    if (needed !== null && arrangement.document?.state !== 'published') {
      const refusal = await plain('arrangement', arrangementId, 'publish')
      if (refusal) return refusal
    }
    const refusal = await plain('placement', placementId, 'submit')
    return refusal ?? signLast('placement', placementId)
  }

  const reopen = async (): Promise<Problem | null> => {
    const again = arrangement.document
    if (again && may(actor, 'amend', again)) {
      const refusal = await plain('arrangement', again.id, 'amend')
      if (refusal) return refusal
    }
    const type = shown?.state === 'signed' ? 'amend' : 'withdraw'
    return plain('placement', placementId, type)
  }

  /** Signs what is on the screen, and nothing that an earlier one said. */
  const signShown = async (): Promise<Problem | null> => {
    for (const document of [shown, arranged]) {
      if (!document || !may(actor, 'sign', document)) continue
      const refusal = await signLast(document.kind, document.id)
      if (refusal) return refusal
    }
    return null
  }

  return (
    <PlacementScreen
      facts={facts}
      actor={actor}
      programme={programme}
      placement={{
        document: shown,
        draft: writes ? placement.draft : undefined,
        onResolve: placement.resolve,
      }}
      arrangement={{
        document: arranged,
        draft: writes ? arrangement.draft : undefined,
        onResolve: arrangement.resolve,
      }}
      today={today()}
      onBegin={
        writes && !placement.document && shown
          ? () => {
              setBegun(true)
            }
          : undefined
      }
      onSend={send}
      onReopen={reopen}
      onSign={signShown}
    />
  )
}

const own = (
  documents: readonly ShownDocument[],
  { personId }: Actor,
): LogbookDocument | undefined => documents.find(({ author }) => author === personId)
