import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { may } from '#domain/rights.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { outlineOf } from '#programmes/outlines.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { EarlierInterviews } from './EarlierInterviews.tsx'
import { FrameEditor } from './FrameEditor.tsx'
import { FrameFacts } from './FrameFacts.tsx'
import { participantNames } from './frameNames.ts'
import type { InterviewProps } from './InterviewScreen.tsx'
import { interviewTypes } from './interviewTypes.ts'
import { OwnPart } from './OwnPart.tsx'
import { frameOf, partiesOf, sentHashes } from './parties.ts'
import { PartCard } from './PartCard.tsx'
import { mayHandOverPart } from './present.ts'
import { texts } from './texts.ts'

interface Props extends InterviewProps {
  readonly interview: LogbookDocument
  /** Whether the person prepares it: the frame is theirs. */
  readonly mine: boolean
}

/** Before the signatures: the frame, and the part of each. */
export function Preparation(props: Props) {
  const { interview, mine, facts, actor, people, sections, frame, own } = props
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const content = frameOf(interview)
  const wanted = partiesOf(interview.kind, content)
  const day = typeof content['date'] === 'string' ? content['date'] : facts.contract.start
  const names = participantNames(facts, day)
  const ready = sentHashes(wanted, sections) !== null
  const done = wanted.filter((party) => sections[party]?.state === 'submitted').length
  const isMine = (party: (typeof wanted)[number]) =>
    party === actor.role && (sections[party]?.author ?? actor.personId) === actor.personId
  // One’s own part first: it is what one came for.
  const ordered = [...wanted].sort((a, b) => Number(isMine(b)) - Number(isMine(a)))

  const shown = frame.problem ?? problem

  const run = (act: () => Promise<Problem | null>) => {
    setBusy(true)
    void act().then((refusal) => {
      setProblem(refusal)
      setBusy(false)
    })
  }

  return (
    <>
      {mine && (
        <AlternativesNotice
          document={interview}
          current={frame.value}
          onResolve={props.onResolve}
        />
      )}
      <Card>
        {mine ? (
          <FrameEditor
            draft={frame}
            types={typesOf(props)}
            names={names}
            programme={outlineOf(facts)}
          />
        ) : (
          <FrameFacts content={content} names={names} programme={outlineOf(facts)} />
        )}
      </Card>
      {props.plan}
      <Section title={t.parts}>
        <StatusLine>{t.partsDone(done, wanted.length)}</StatusLine>
        <Stack>
          {ordered.map((party) =>
            isMine(party) ? (
              <OwnPart
                key={party}
                party={party}
                section={sections[party]}
                draft={own}
                submitLabel={t.submit}
                onSubmit={props.onSubmit}
                onWithdraw={props.onWithdraw}
                onResolve={props.onResolveOwn}
              />
            ) : (
              <PartCard
                key={party}
                party={party}
                member={people[party] ?? null}
                section={sections[party]}
                facts={facts}
                onHandOver={handOverOf(props, party)}
              />
            ),
          )}
        </Stack>
      </Section>
      <EarlierInterviews interview={interview} sections={sections} facts={facts} shown={null} />
      {shown && (
        <Notice tone="problem" role="alert">
          {shown === 'incomplete' ? t.frameIncomplete : problems[shown]}
        </Notice>
      )}
      {mine && may(actor, 'discard', interview) && (
        <Row align="end">
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" size={20} />}
            onClick={() => {
              run(props.onDiscard)
            }}
          >
            {t.discard}
          </Button>
        </Row>
      )}
      {mine && ready && (
        <ActionBar>
          <p>{t.allDone}</p>
          <Button
            variant="primary"
            busy={busy}
            icon={<Lock aria-hidden="true" size={20} />}
            onClick={() => {
              run(props.onFreeze)
            }}
          >
            {t.freeze}
          </Button>
        </ActionBar>
      )}
    </>
  )
}

/**
 * What the interview may still become: a type with the same readers, or the one it has. Who reads it
 * was decided when it began.
 */
const typesOf = ({ interview, frame, isIndividual }: Props) =>
  interviewTypes.filter(
    (type) =>
      type === frame.value('type') ||
      isIndividual(type) === (interview.kind === 'individualInterview'),
  )

/** Hands the device to who has the part, where the trade allows it and it is not finished. */
function handOverOf(
  { interview, actor, people, sections, onHandOver }: Props,
  party: keyof Props['people'],
) {
  const member = people[party]
  if (!member || !mayHandOverPart(actor, member, interview, sections[party])) return undefined
  return () => {
    onHandOver(member, 'write')
  }
}
