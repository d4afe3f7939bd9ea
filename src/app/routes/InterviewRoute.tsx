import type { DocumentId } from '#domain/identifiers.ts'
import { sectionKindOf, type InterviewKind } from '#domain/interviewKinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { PlainAct } from '#domain/operation.ts'
import { may, project, type Actor } from '#domain/rights.ts'
import { HandedSignature, SignHere } from '#features/interview/HandedSignature.tsx'
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
import { useProgramme } from '#features/parts/useProgramme.ts'
import { isIndividual } from '#programmes/sheet.ts'
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

/** The frame of an interview as its author writes it. */
function useFrame(
  kind: InterviewKind,
  documentId: DocumentId,
  actor: Actor,
  found: LogbookDocument | null | undefined,
) {
  const { draftOf } = useWorkspace()
  const target = useMemo(
    () => draftOf(kind, documentId, {}, actor),
    [draftOf, kind, documentId, actor],
  )
  return useDraft(target, found ? project(found, actor) : null)
}

interface Handed {
  readonly member: Member
  readonly task: 'write' | 'sign'
  /** Name of who signed just before and passes it on; `null`: the owner hands it over. */
  readonly before: string | null
}

function Interview({ documentId, book: { facts }, actor }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const { db, person, now, today, newIntent, act, sign } = useWorkspace()
  const [handed, setHanded] = useState<Handed | null>(null)
  const [done, setDone] = useState(false)

  const { logbookId } = actor
  const place = { logbookId, id: documentId }
  const shared = useDocument(db, { ...place, kind: 'interview' })
  const individual = useDocument(db, { ...place, kind: 'individualInterview' })
  const found = individual ?? (individual === undefined ? undefined : shared)
  const interview = found && project(found, actor)
  const kind: InterviewKind = individual ? 'individualInterview' : 'interview'
  const all = useDocuments(db, sectionKindOf(kind), logbookId)
  const sections = interview ? sectionsOf(interview, all ?? []) : {}
  const people = Object.fromEntries(
    parties.flatMap((party) => {
      const member = findMember(facts, party, today())
      return member ? [[party, member]] : []
    }),
  )

  const frames = {
    interview: useFrame('interview', documentId, actor, shared),
    individualInterview: useFrame('individualInterview', documentId, actor, individual),
  }
  const frame = frames[kind]
  const own = useSectionDraft({ id: documentId, kind }, actor, all)
  const sheet = useProgramme(facts)?.sheet

  const intent = () => ({ ...newIntent(), documentId, kind })
  const asNow = () => ({ ...actor, at: now() })
  const perform = async (type: PlainAct['type']) => {
    await frame.flush()
    return act({ ...intent(), type }, asNow())
  }
  const freeze = async () => {
    if (!interview) return 'no-document'
    await frame.flush()
    const hashes = sentHashes(partiesOf(kind, frameOf(interview)), sections)
    if (!hashes) return 'sections-missing'
    return act({ ...intent(), type: 'freeze', sections: hashes }, asNow())
  }
  const begin = (type: InterviewType) => {
    const begun = isIndividual(sheet, type) ? 'individualInterview' : 'interview'
    const { set } = frames[begun]
    set('type', type)
    set('date', today())
    set('mode', 'on-site')
    if (begun === 'interview') set('place', facts.company.city)
    for (const party of partiesOf(begun, { type })) set(`attendees/${party}`, true)
  }
  const handOver = (member: Member, task: Handed['task'], before: string | null = null) => {
    setDone(false)
    setHanded({ member, task, before })
  }

  const plan = usePlan(db, actor, today())
  const meeting = { meeting: documentId, isShared: kind === 'interview' }
  const { begin: begins } = usePlanActions(meeting, actor, plan)

  const version = interview ? lastVersion(interview) : undefined
  const others = !interview
    ? []
    : handed?.task === 'sign'
      ? signersPresent(actor, people, interview)
      : Object.values(people).filter(
          (member) =>
            partiesOf(kind, frameOf(interview)).some((party) => party === member.role) &&
            mayHandOverPart(
              actor,
              member,
              interview,
              sections[member.role as keyof typeof sections],
            ),
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
        isIndividual={(type) => isIndividual(sheet, type)}
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
          before={handed.before}
          subject={titleOf(interview, t, names)}
          done={done}
          others={others.filter(({ personId }) => personId !== handed.member.personId)}
          ownAct={
            handed.task === 'sign' && version && may(actor, 'sign', interview) ? (
              <SignHere
                settles
                label={t.iAmAndSign(person.name)}
                onSign={async () => {
                  const refusal = await sign(interview, version.hash, actor)
                  if (refusal === null) setHanded(null)
                  return refusal
                }}
              />
            ) : undefined
          }
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
                settles={handed.before !== null}
                onSign={async () => {
                  const { member } = handed
                  const signer = actorPresent(asNow(), member)
                  const refusal = await sign(interview, version.hash, signer)
                  const next = others.find(({ personId }) => personId !== member.personId)
                  if (refusal === null && next) handOver(next, 'sign', member.name)
                  else if (refusal === null) setDone(true)
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
