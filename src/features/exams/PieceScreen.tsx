import { isBlank, textOf } from '#domain/content.ts'
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
import { apprenticeName, givenName } from '#features/parts/personName.ts'
import { pieceReasons } from '#features/parts/pieceReasons.ts'
import type { Problem } from '#features/parts/problem.ts'
import { ReturnDialog } from '#features/parts/ReturnDialog.tsx'
import { ReturnNotice } from '#features/parts/ReturnNotice.tsx'
import { useAct } from '#features/parts/useAct.ts'
import { SignatureStamp } from '#features/parts/SignatureStamp.tsx'
import type { Draft } from '#features/parts/useDraft.ts'
import type { ExamPiece } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DefinitionList } from '#ui/DefinitionList.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { useTexts } from '#ui/texts.tsx'
import { PenLine, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { PieceFields } from './PieceFields.tsx'
import { texts } from './texts.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** What the programme asks for; `undefined`: it asks for no such piece. */
  readonly rule: ExamPiece | undefined
  /** `null`: nobody has written it here. */
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** Each resolves to why it was refused, or to `null`. */
  readonly onSend: () => Promise<Problem | null>
  readonly onDiscard: () => Promise<Problem | null>
  readonly onReopen: () => Promise<Problem | null>
  readonly onSign: (hash: string) => Promise<Problem | null>
  readonly onReturn: (hash: string, reason: string) => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** One piece of an exam file: its author prepares it, the master signs it, the others read. */
export function PieceScreen(props: Props) {
  const { facts, actor, rule, document, draft, onResolve } = props
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  const [returning, setReturning] = useState(false)
  const { busy, problem, run } = useAct()
  const page = {
    title: document === null ? t.newPiece : t.piece,
    subtitle: rule && t.pieceOf(rule.exam, rule.title),
    back: { to: `/livret/${actor.logbookId}/examen`, label: t.backToExam },
  }
  const writing = document ? may(actor, 'patch', document) : mayBegin(actor, 'piece')
  const version = document ? lastVersion(document) : undefined
  if (!writing && !version) {
    return (
      <Page {...page}>
        <EmptyState title={t.none} />
      </Page>
    )
  }
  const natures = Object.entries(rule?.natures ?? {})
  const complete =
    !isBlank(draft.text('label')) && (natures.length === 0 || draft.text('nature') !== '')
  const shown = (writing ? draft.problem : null) ?? problem
  const signs =
    document?.state === 'submitted' &&
    rule?.needsSignature !== false &&
    may(actor, 'sign', document)
  const returns = document !== null && may(actor, 'return', document)
  const returned = document && openReturn(document)
  const label = textOf(version?.content ?? {}, 'label')
  const name = givenName(apprenticeName(facts))
  const reopens = document && (may(actor, 'withdraw', document) || may(actor, 'amend', document))

  return (
    <Page {...page}>
      {returned && <ReturnNotice returned={returned} facts={facts} />}
      {document && writing && (
        <AlternativesNotice document={document} current={draft.value} onResolve={onResolve} />
      )}
      <Card>
        {writing ? (
          <PieceFields natures={natures} draft={draft} asked={asked} />
        ) : (
          <DefinitionList
            items={[
              { term: t.label, description: label },
              ...natures
                .filter(([code]) => code === version?.content['nature'])
                .map(([, title]) => ({ term: t.nature, description: title })),
              { term: t.told, description: textOf(version?.content ?? {}, 'told') || t.emptyText },
            ]}
          />
        )}
      </Card>
      {document &&
        !writing &&
        currentSignatures(document).map((signature) => (
          <SignatureStamp key={signature.by} signature={signature} facts={facts} current />
        ))}
      {reopens && (
        <Row>
          <Button
            onClick={() => {
              run(props.onReopen)
            }}
          >
            {document.state === 'signed' ? t.correct : t.takeBack}
          </Button>
        </Row>
      )}
      <DraftEnd
        onDiscard={
          document && may(actor, 'discard', document)
            ? () => {
                run(props.onDiscard)
              }
            : undefined
        }
        problem={shown}
        busy={busy}
        sendLabel={rule?.needsSignature === true ? t.send : t.sendUnsigned}
        onSend={
          writing
            ? () => {
                setAsked(true)
                if (complete) run(props.onSend)
              }
            : undefined
        }
      />
      {document && version && (signs || returns) && (
        <ActionBar>
          {signs && <p>{t.signLead}</p>}
          {signs && (
            <Button
              variant="primary"
              busy={busy}
              icon={<PenLine aria-hidden="true" size={20} />}
              onClick={() => {
                run(() => props.onSign(version.hash))
              }}
            >
              {t.sign}
            </Button>
          )}
          {returns && (
            <Button
              icon={<Undo2 aria-hidden="true" size={20} />}
              onClick={() => {
                setReturning(true)
              }}
            >
              {t.return}
            </Button>
          )}
          <ReturnDialog
            open={returning}
            title={t.returnTitle(label, name)}
            quick={pieceReasons}
            name={name}
            onReturn={(reason) => props.onReturn(version.hash, reason)}
            onClose={() => {
              setReturning(false)
            }}
          />
        </ActionBar>
      )}
    </Page>
  )
}
