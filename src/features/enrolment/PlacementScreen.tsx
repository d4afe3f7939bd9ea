import { lastVersion, type LogbookDocument, type Written } from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { SignBar } from '#features/parts/SignBar.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Section } from '#ui/Section.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { ArrangementFields } from './ArrangementFields.tsx'
import { PlacementFields, missingIn } from './PlacementFields.tsx'
import { ArrangementText, PlacementText } from './PlacementText.tsx'
import { texts } from './placement.texts.ts'

/** One of the two documents of the page. */
export interface PlacementPart {
  /** What is shown; `null`: nobody has written it, or it is not for this person. */
  readonly document: LogbookDocument | null
  /** Own draft; absent: this person writes none. */
  readonly draft?: Draft | undefined
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly programme: Programme
  readonly placement: PlacementPart
  readonly arrangement: PlacementPart
  readonly today: string
  /** Begins another one beside what somebody else wrote; absent: there is no need to. */
  readonly onBegin?: (() => void) | undefined
  /** Each resolves to why it was refused, or to `null`. */
  readonly onSend: () => Promise<Problem | null>
  readonly onReopen: () => Promise<Problem | null>
  /** Signs all that waits for this person on the page. */
  readonly onSign: () => Promise<Problem | null>
}

/** The placement and what is arranged beside it: the centre writes, the apprentice and it sign. */
export function PlacementScreen(props: Props) {
  const { facts, actor, programme, placement, arrangement, today, onSend, onReopen, onSign } = props
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const { document, draft } = placement
  const page = {
    title: t.title,
    subtitle: t.subtitle,
    back: { to: `/livret/${actor.logbookId}/entree`, label: t.back },
  }
  const writing = document ? may(actor, 'patch', document) : mayBegin(actor, 'placement')
  const sent = document && lastVersion(document) !== undefined
  const arranged = arrangement.document && lastVersion(arrangement.document) !== undefined
  if (!writing && !sent && !arranged) {
    return (
      <Page {...page}>
        <EmptyState title={t.none} />
      </Page>
    )
  }

  if (writing && draft && arrangement.draft) {
    return (
      <Page {...page}>
        {[placement, arrangement].map(
          (part) =>
            part.document && (
              <AlternativesNotice
                key={part.document.kind}
                document={part.document}
                current={part.draft?.value}
                onResolve={part.onResolve}
              />
            ),
        )}
        <PlacementFields
          programme={programme}
          draft={draft}
          today={today}
          disability={arrangement.draft.value('needed') === 'yes'}
          asked={asked}
        />
        <Section title={t.arrangement}>
          <Card>
            <ArrangementFields draft={arrangement.draft} />
          </Card>
        </Section>
        <DraftEnd
          problem={draft.problem ?? arrangement.draft.problem ?? problem}
          busy={busy}
          sendLabel={t.send}
          onSend={() => {
            setAsked(true)
            if (missingIn(draft, programme).length === 0) run(onSend)
          }}
        />
      </Page>
    )
  }

  const waits = [document, arrangement.document].some((each) => each && may(actor, 'sign', each))
  return (
    <Page {...page}>
      {document && <PlacementText document={document} facts={facts} programme={programme} />}
      {arrangement.document && arranged && (
        <ArrangementText document={arrangement.document} facts={facts} />
      )}
      {document && (may(actor, 'withdraw', document) || may(actor, 'amend', document)) && (
        <Row>
          <Button
            onClick={() => {
              run(onReopen)
            }}
          >
            {t.correct}
          </Button>
        </Row>
      )}
      {props.onBegin && (
        <Row>
          <Button onClick={props.onBegin}>{t.begin}</Button>
        </Row>
      )}
      <ProblemNotice problem={problem} />
      {waits && (
        <SignBar
          label={t.sign}
          busy={busy}
          onSign={() => {
            run(onSign)
          }}
        />
      )}
    </Page>
  )
}
