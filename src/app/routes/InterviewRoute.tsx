import type { DocumentId } from '#domain/identifiers.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { PlainAct } from '#domain/operation.ts'
import { project, type Actor } from '#domain/rights.ts'
import { HandedSignature } from '#features/interview/HandedSignature.tsx'
import { HandOver } from '#features/interview/HandOver.tsx'
import { InterviewScreen } from '#features/interview/InterviewScreen.tsx'
import { InterviewText } from '#features/interview/InterviewText.tsx'
import { frameOf, parties, partiesOf, sectionsOf, sentHashes } from '#features/interview/parties.ts'
import { actorPresent, mayHandOverPart, signersPresent } from '#features/interview/present.ts'
import { texts } from '#features/interview/texts.ts'
import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { isInterviewType, type InterviewType } from '#features/interview/interviewTypes.ts'
import { findMember } from '#features/parts/personName.ts'
import { useDocument, useDocuments } from '#features/parts/useDocuments.ts'
import { useDraft } from '#features/parts/useDraft.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import { OpenObjectives } from '#features/plan/OpenObjectives.tsx'
import { usePlan } from '#features/plan/usePlan.ts'
import type { BookRow } from '#store/database.ts'
import { useTexts } from '#ui/texts.tsx'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { useWorkspace } from '../workspace.ts'
import { BookRoute } from './BookRoute.tsx'
import { HandedSection } from './HandedSection.tsx'
import { usePlanActions } from './usePlanActions.ts'
import { useSectionDraft } from './useSectionDraft.ts'

/** `/livret/:logbookId/entretien/:documentId`; the id of a new interview names nothing yet. */
export function InterviewRoute() {
  const documentId = (useParams()['documentId'] ?? '') as DocumentId
  return (
    <BookRoute>
      {(book, actor) => (
        <Interview key={documentId} documentId={documentId} book={book} actor={actor} />
      )}
    </BookRoute>
  )
}

interface Props {
  readonly documentId: DocumentId
  readonly book: BookRow
  readonly actor: Actor
}

/** What the interview is called; the general word while its type is not chosen. */
function titleOf(
  { fields }: LogbookDocument,
  t: (typeof texts)['fr'],
  names: (typeof documentTexts)['fr'],
): string {
  const type = fields['type']?.value
  return isInterviewType(type) ? names.interviewTypes[type] : t.newTitle
}

interface Handed {
  readonly member: Member
  readonly task: 'write' | 'sign'
}

function Interview({ documentId, book: { facts }, actor }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const { db, person, now, today, newIntent, act, sign, draftOf } = useWorkspace()
  const [handed, setHanded] = useState<Handed | null>(null)
  const [done, setDone] = useState(false)

  const { logbookId } = actor
  const found = useDocument(db, { kind: 'interview', logbookId, id: documentId })
  const interview = found && project(found, actor)
  const all = useDocuments(db, 'section', actor.logbookId)
  const sections = interview ? sectionsOf(interview, all ?? []) : {}
  const people = Object.fromEntries(
    parties.flatMap((party) => {
      const member = findMember(facts, party, today())
      return member ? [[party, member]] : []
    }),
  )

  const target = useMemo(
    () => draftOf('interview', documentId, {}, actor),
    [draftOf, documentId, actor],
  )
  const frame = useDraft(target, interview ?? null)
  const own = useSectionDraft(documentId, actor, all)

  const intent = () => ({ ...newIntent(), documentId, kind: 'interview' as const })
  const asNow = () => ({ ...actor, at: now() })
  const perform = async (type: PlainAct['type']) => {
    await frame.flush()
    return act({ ...intent(), type }, asNow())
  }
  const freeze = async () => {
    if (!interview) return 'no-document'
    await frame.flush()
    const hashes = sentHashes(partiesOf(frameOf(interview)), sections)
    if (!hashes) return 'sections-missing'
    return act({ ...intent(), type: 'freeze', sections: hashes }, asNow())
  }
  const begin = (type: InterviewType) => {
    frame.set('type', type)
    frame.set('date', today())
    frame.set('mode', 'on-site')
    frame.set('place', facts.company.city)
    for (const party of partiesOf({ type })) frame.set(`attendees/${party}`, true)
  }
  const handOver = (member: Member, task: Handed['task']) => {
    setDone(false)
    setHanded({ member, task })
  }

  const plan = usePlan(db, actor, today())
  const { begin: begins } = usePlanActions(documentId, actor, plan)

  const version = interview ? lastVersion(interview) : undefined
  const others = !interview
    ? []
    : handed?.task === 'sign'
      ? signersPresent(actor, people, interview)
      : Object.values(people).filter(
          (member) =>
            partiesOf(frameOf(interview)).some((party) => party === member.role) &&
            mayHandOverPart(actor, member, sections[member.role as keyof typeof sections]),
        )

  return (
    <>
      <InterviewScreen
        interview={interview}
        facts={facts}
        actor={actor}
        people={people}
        sections={sections}
        frame={frame}
        own={own.draft}
        plan={<OpenObjectives plan={plan} facts={facts} actor={actor} onNew={begins} />}
        onBegin={begin}
        onHandOver={handOver}
        onSubmit={own.submit}
        onWithdraw={own.withdraw}
        onFreeze={freeze}
        onSign={async (hash) => (interview ? sign(interview, hash, actor) : 'no-document')}
        onAmend={() => perform('amend')}
        onDiscard={() => perform('discard')}
        onResolve={(key, other, choice) => {
          if (choice === 'take') frame.set(key, other.value)
          void frame
            .flush()
            .then(() => act({ ...intent(), type: 'resolve', key, drop: [other.by] }, asNow()))
        }}
        onResolveOwn={own.resolve}
      />
      {handed && interview && (
        <HandOver
          key={`${handed.member.personId} ${handed.task}`}
          holder={handed.member.name}
          owner={person.name}
          subject={titleOf(interview, t, names)}
          done={done}
          others={others.filter(({ personId }) => personId !== handed.member.personId)}
          onHandOver={(member) => {
            handOver(member, handed.task)
          }}
          onEnd={() => {
            setHanded(null)
          }}
        >
          {handed.task === 'write' ? (
            <HandedSection
              interview={interview}
              facts={facts}
              member={handed.member}
              actor={actor}
              all={all}
              onDone={() => {
                setDone(true)
              }}
            />
          ) : (
            version && (
              <HandedSignature
                label={t.iAmAndSign(handed.member.name)}
                onSign={async () => {
                  const signer = actorPresent(asNow(), handed.member)
                  const refusal = await sign(interview, version.hash, signer)
                  if (refusal === null) setDone(true)
                  return refusal
                }}
              >
                <InterviewText
                  interview={interview}
                  content={version.content}
                  sections={sections}
                  facts={facts}
                />
              </HandedSignature>
            )
          )}
        </HandOver>
      )}
    </>
  )
}
