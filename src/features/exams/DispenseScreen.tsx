import { isBlank, textOf } from '#domain/content.ts'
import type { DispenseRule } from '#domain/exams/dispenses.ts'
import { groundFits } from '#domain/exams/dispenseRequests.ts'
import {
  currentSignatures,
  lastVersion,
  openReturn,
  type LogbookDocument,
  type Written,
} from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Problem } from '#features/parts/problem.ts'
import { ReturnNotice } from '#features/parts/ReturnNotice.tsx'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import type { Programme, ProgrammeExam } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Source } from '#ui/Source.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState } from 'react'
import { DispenseDecision } from './DispenseDecision.tsx'
import { DispenseFields } from './DispenseFields.tsx'
import { texts } from './dispense.texts.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  readonly programme: Programme
  readonly exam: ProgrammeExam
  /** `undefined`: the programme names no ground for it. */
  readonly rule: DispenseRule | undefined
  /** `null`: nobody has asked, or not for this person. */
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** Each resolves to why it was refused, or to `null`. */
  readonly onSend: () => Promise<Problem | null>
  readonly onWithdraw: () => Promise<Problem | null>
  readonly onGive: (hash: string) => Promise<Problem | null>
  readonly onReturn: (hash: string, reason: string) => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** One request for a dispense: the apprentice asks, the centre decides, the others read. */
export function DispenseScreen(props: Props) {
  const { facts, actor, programme, exam, rule, document, draft } = props
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const writing = rule && (document ? may(actor, 'patch', document) : mayBegin(actor, 'dispense'))
  const version = document ? lastVersion(document) : undefined
  const returned = document && openReturn(document)
  const ground = { unit: exam.unit, diploma: draft.text('diploma'), passed: draft.text('passed') }
  const complete =
    groundFits(programme.exams, programme.dispenses, ground) && !isBlank(draft.text('told'))
  const name = (code: string) => programme.dispenseNames[code] ?? code
  const page = {
    title: t.pageTitle,
    subtitle: <span lang={PROGRAMME_LANGUAGE}>{t.exam(exam.code, exam.title)}</span>,
    back: { to: `/livret/${actor.logbookId}/examen`, label: t.back },
  }
  if (!writing && !version) {
    return (
      <Page {...page}>
        <EmptyState title={t.none} />
      </Page>
    )
  }

  return (
    <Page {...page}>
      {returned && <ReturnNotice returned={returned} facts={facts} />}
      {document?.state === 'signed' && <Notice tone="success" title={t.given} />}
      {document && writing && (
        <AlternativesNotice document={document} current={draft.value} onResolve={props.onResolve} />
      )}
      {writing && (
        <>
          <p>{t.askLead}</p>
          <Card>
            <DispenseFields rule={rule} nameOf={name} draft={draft} asked={asked} />
          </Card>
          {rule.toConfirm !== undefined && (
            <Notice tone="info">
              <span lang={PROGRAMME_LANGUAGE}>{rule.toConfirm}</span>
            </Notice>
          )}
        </>
      )}
      {!writing && version && (
        <Card>
          <DefinitionList
            items={[
              { term: t.diploma, description: name(textOf(version.content, 'diploma')) },
              ...(textOf(version.content, 'passed') === ''
                ? []
                : [{ term: t.passed, description: name(textOf(version.content, 'passed')) }]),
              { term: t.told, description: textOf(version.content, 'told') },
            ]}
          />
        </Card>
      )}
      {!writing &&
        document &&
        currentSignatures(document).map((signature) => (
          <SignatureStamp
            key={signature.by}
            signature={signature}
            facts={facts}
            label={t.givenBy}
            current
          />
        ))}
      {rule && (
        <small lang={PROGRAMME_LANGUAGE}>
          <Source>{t.source(rule.source)}</Source>
        </small>
      )}
      {document && may(actor, 'withdraw', document) && (
        <Row>
          <Button
            onClick={() => {
              run(props.onWithdraw)
            }}
          >
            {t.takeBack}
          </Button>
        </Row>
      )}
      {document && version && may(actor, 'return', document) && (
        <DispenseDecision
          mayGive={may(actor, 'sign', document)}
          onGive={() => props.onGive(version.hash)}
          onReturn={(reason) => props.onReturn(version.hash, reason)}
        />
      )}
      <DraftEnd
        problem={(writing ? draft.problem : null) ?? problem}
        busy={busy}
        sendLabel={t.send}
        onSend={
          writing
            ? () => {
                setAsked(true)
                if (complete) run(props.onSend)
              }
            : undefined
        }
      />
    </Page>
  )
}
