import { texts as documentTexts } from '#features/parts/document.texts.ts'
import { lastVersion, type LogbookDocument, type Written } from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { LogbookFacts, Member } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { ButtonLink } from '#ui/ButtonLink.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import type { ReactNode } from 'react'
import { isInterviewType, type InterviewType } from './interviewTypes.ts'
import { InterviewState } from './InterviewState.tsx'
import { frameOf, type People, type Sections } from './parties.ts'
import { Preparation } from './Preparation.tsx'
import { Signing } from './Signing.tsx'
import { texts } from './texts.ts'
import { TypeChoice } from './TypeChoice.tsx'

export interface InterviewProps {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly people: People
  /** Whether the centre keeps interviews of a type between itself and the apprentice. */
  readonly isIndividual: (type: InterviewType) => boolean
  readonly sections: Sections
  /** The frame: when, where, with whom. */
  readonly frame: Draft
  /** The person’s own part; only used where they have one. */
  readonly own: Draft
  /** What is open in the work plan, as its own screen shows it. */
  readonly plan?: ReactNode
  /** Hands this device to somebody present, to write their part or to sign. */
  readonly onHandOver: (member: Member, task: 'write' | 'sign') => void
  /** Each resolves to why it was refused, or to `null`. */
  readonly onSubmit: () => Promise<Problem | null>
  readonly onWithdraw: () => Promise<Problem | null>
  readonly onFreeze: () => Promise<Problem | null>
  readonly onSign: (hash: string) => Promise<Problem | null>
  readonly onAmend: () => Promise<Problem | null>
  readonly onDiscard: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
  readonly onResolveOwn: (key: string, other: Written, choice: 'take' | 'keep') => void
}

interface Props extends InterviewProps {
  /** `undefined` while it is read from this device, `null`: nobody has begun it here. */
  readonly interview: LogbookDocument | null | undefined
  readonly onBegin: (type: InterviewType) => void
}

/** One interview: prepared by each for their part, then frozen, then signed by all. */
export function InterviewScreen({ interview, onBegin, ...rest }: Props) {
  const t = useTexts(texts)
  const names = useTexts(documentTexts)
  const { facts, actor, frame, isIndividual } = rest
  const apprentice = apprenticeName(facts)
  const back = { to: `/livret/${actor.logbookId}`, label: t.back(apprentice) }
  const type = interview ? frameOf(interview)['type'] : null
  const title = isInterviewType(type) ? names.interviewTypes[type] : t.newTitle
  const page = (children: ReactNode) => (
    <Page
      title={title}
      subtitle={
        <>
          {t.about(apprentice, facts.company.name)}
          {interview?.kind === 'individualInterview' && <p>{t.individual}</p>}
          {interview && interview.state !== 'discarded' && <InterviewState document={interview} />}
        </>
      }
      back={back}
    >
      {children}
    </Page>
  )

  if (interview === undefined) return page(<Spinner label={t.loading} />)
  if (interview === null && mayBegin(actor, 'interview')) {
    return page(<TypeChoice isIndividual={isIndividual} onBegin={onBegin} />)
  }
  if (interview === null) {
    return page(
      <EmptyState title={t.none} action={<ButtonLink to={back.to}>{t.openLogbook}</ButtonLink>}>
        {t.noneMore}
      </EmptyState>,
    )
  }
  if (interview.state === 'discarded') {
    return page(
      <EmptyState
        title={t.discarded}
        action={
          <Button
            variant="primary"
            onClick={() => {
              // Any edit takes it back, with all that it held.
              frame.set('type', frame.value('type'))
            }}
          >
            {t.restore}
          </Button>
        }
      >
        {t.discardedMore}
      </EmptyState>,
    )
  }
  const open = interview.state === 'open'
  const text = lastVersion(interview)
  if (open || !text) {
    return page(
      <Preparation {...rest} interview={interview} mine={may(actor, 'patch', interview)} />,
    )
  }
  return page(<Signing {...rest} interview={interview} version={text} />)
}
