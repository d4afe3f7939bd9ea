import type { DocumentId } from '#domain/identifiers.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { PlainAct } from '#domain/operation.ts'
import { project, type Actor } from '#domain/rights.ts'
import { HandedSignature } from '#features/interview/HandedSignature.tsx'
import { HandOver } from '#features/interview/HandOver.tsx'
import { useDocument } from '#features/parts/useDocuments.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import { ActionToPlan } from '#features/plan/ActionToPlan.tsx'
import { OpenObjectives } from '#features/plan/OpenObjectives.tsx'
import { usePlan } from '#features/plan/usePlan.ts'
import { attendeeNames } from '#features/visit/attendees.ts'
import { readersPresent } from '#features/visit/readersPresent.ts'
import { texts } from '#features/visit/texts.ts'
import { VisitReport } from '#features/visit/VisitReport.tsx'
import { VisitScreen } from '#features/visit/VisitScreen.tsx'
import { outlineOf } from '#programmes/outlines.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import type { BookRow } from '#store/database.ts'
import { useTexts } from '#ui/texts.tsx'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { usePlanActions } from './usePlanActions.ts'

/** `/livret/:logbookId/visite/:documentId`; the id of a new visit names nothing yet. */
export function VisitRoute() {
  const documentId = (useParams()['documentId'] ?? '') as DocumentId
  return (
    <BookRoute>
      {(book, actor) => (
        <Visit key={documentId} documentId={documentId} book={book} actor={actor} />
      )}
    </BookRoute>
  )
}

interface Props {
  readonly documentId: DocumentId
  readonly book: BookRow
  readonly actor: Actor
}

function Visit({ documentId, book: { facts }, actor }: Props) {
  const { db, now, today, newDocumentId, newIntent, act, sign, draftOf } = useWorkspace()
  const [handed, setHanded] = useState<Member | null>(null)
  const { logbookId } = actor
  const found = useDocument(db, { kind: 'visit', logbookId, id: documentId })
  const document = found && project(found, actor)
  const target = useMemo(
    () => draftOf('visit', documentId, {}, actor),
    [draftOf, documentId, actor],
  )
  const draft = useDraft(target, document ?? null)

  const plan = usePlan(db, actor, today())
  const actions = usePlanActions({ meeting: documentId, isShared: true }, actor, plan)

  const intent = () => ({ ...newIntent(), documentId, kind: 'visit' as const })
  const perform = async (type: PlainAct['type']) => {
    await draft.flush()
    return act({ ...intent(), type }, { ...actor, at: now() })
  }

  return (
    <>
      <VisitScreen
        document={document}
        facts={facts}
        actor={actor}
        today={today()}
        draft={draft}
        newItemId={newDocumentId}
        plan={<OpenObjectives plan={plan} facts={facts} actor={actor} onNew={actions.begin} />}
        besideAction={(action) => (
          <ActionToPlan
            actor={actor}
            label={action.label}
            planned={actions.isPlanned(action)}
            onPlan={() => actions.plan(action)}
          />
        )}
        onHandOver={setHanded}
        onPublish={() => perform('publish')}
        onDiscard={() => perform('discard')}
        onAmend={() => perform('amend')}
        onRead={async (hash) => (document ? sign(document, hash, actor) : 'no-document')}
        onResolve={(key, other, choice) => {
          if (choice === 'take') draft.set(key, other.value)
          void draft
            .flush()
            .then(() => act({ ...intent(), type: 'resolve', key, drop: [other.by] }, actor))
        }}
      />
      {handed && document && (
        <HandedVisit
          key={handed.personId}
          document={document}
          facts={facts}
          actor={actor}
          reader={handed}
          onHandOver={setHanded}
          onEnd={() => {
            setHanded(null)
          }}
          onRead={(hash) =>
            sign(document, hash, {
              ...actor,
              personId: handed.personId,
              role: handed.role,
              at: now(),
              via: { personId: actor.personId, role: actor.role },
            })
          }
        />
      )}
    </>
  )
}

interface HandedProps {
  readonly document: LogbookDocument
  readonly facts: BookRow['facts']
  /** Whose device it is. */
  readonly actor: Actor
  readonly reader: Member
  readonly onHandOver: (member: Member) => void
  readonly onEnd: () => void
  readonly onRead: (hash: string) => ReturnType<ReturnType<typeof useWorkspace>['sign']>
}

/** The visit in the hands of somebody who is present and says that they read it. */
function HandedVisit({ document, facts, actor, reader, onHandOver, onEnd, onRead }: HandedProps) {
  const t = useTexts(texts)
  const { person, today } = useWorkspace()
  const [done, setDone] = useState(false)
  const version = lastVersion(document)
  if (!version) return null
  const others = readersPresent(document, facts, actor, today()).filter(
    ({ personId }) => personId !== reader.personId,
  )

  return (
    <HandOver
      holder={reader.name}
      owner={person.name}
      before={null}
      done={done}
      subject={t.report}
      others={others}
      onHandOver={onHandOver}
      onEnd={onEnd}
    >
      <HandedSignature
        settles={false}
        label={t.iAmAndRead(reader.name)}
        onSign={async () => {
          const refusal = await onRead(version.hash)
          if (refusal === null) setDone(true)
          return refusal
        }}
      >
        <VisitReport
          content={version.content}
          names={attendeeNames(facts, today())}
          programme={outlineOf(facts)}
        />
      </HandedSignature>
    </HandOver>
  )
}
