import { answerLevels, questionsFor, type Survey } from '#domain/enrolment/surveys.ts'
import { lastVersion, type LogbookDocument, type Written } from '#domain/logbookDocument.ts'
import { may, mayBegin, type Actor } from '#domain/rights.ts'
import { AlternativesNotice } from '#features/parts/AlternativesNotice.tsx'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import { PROGRAMME_LANGUAGE } from '#features/parts/labelsOf.ts'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { ChoiceGroup } from '#ui/ChoiceGroup.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useState, type ReactNode } from 'react'
import { texts } from './survey.texts.ts'

/** As the kind declares it. */
const TOLD_MAX = 500

const levelKey = (question: string) => `answers/${question}/level`

interface Props {
  readonly actor: Actor
  readonly survey: Survey
  /** It has opened. */
  readonly open: boolean
  /** Own answers; `null`: none yet. */
  readonly document: LogbookDocument | null
  readonly draft: Draft
  /** What the answers come to, for who may read them. */
  readonly results: ReactNode
  /** Each resolves to why it was refused, or to `null`. */
  readonly onSend: () => Promise<Problem | null>
  readonly onReopen: () => Promise<Problem | null>
  readonly onResolve: (key: string, other: Written, choice: 'take' | 'keep') => void
}

/** One survey: who is asked answers it, the coordinator reads what it comes to. */
export function SurveyScreen(props: Props) {
  const { actor, survey, open, document, draft, results, onSend, onReopen, onResolve } = props
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  const { busy, problem, run } = useAct()
  const page = {
    title: survey.title,
    back: { to: `/livret/${actor.logbookId}/entree`, label: t.back },
  }
  const questions = questionsFor(survey, actor.role)
  const answers = open && questions.length > 0 && mayBegin(actor, 'survey')
  const writing = answers && (!document || may(actor, 'patch', document))
  if (!writing && !document && results === null) {
    return (
      <Page {...page}>
        <EmptyState title={t.none} />
      </Page>
    )
  }
  const missing = questions.filter(({ code }) => draft.value(levelKey(code)) === null)

  if (!writing) {
    return (
      <Page {...page}>
        {document && lastVersion(document) && (
          <>
            <Notice tone="success" title={t.sent}>
              {t.readers}
            </Notice>
            {may(actor, 'amend', document) && (
              <Row>
                <Button
                  onClick={() => {
                    run(onReopen)
                  }}
                >
                  {t.change}
                </Button>
              </Row>
            )}
          </>
        )}
        {results}
      </Page>
    )
  }

  return (
    <Page {...page} subtitle={t.readers}>
      {document && (
        <AlternativesNotice document={document} current={draft.value} onResolve={onResolve} />
      )}
      <Card>
        {questions.map(({ code, text }) => {
          const level = draft.value(levelKey(code))
          return (
            <ChoiceGroup
              key={code}
              legend={<span lang={PROGRAMME_LANGUAGE}>{text}</span>}
              error={asked && level === null ? t.answerMissing : undefined}
              options={answerLevels.map((value) => ({
                value: String(value),
                label: t.levels[value],
              }))}
              value={typeof level === 'number' ? String(level) : null}
              onChange={(value) => {
                draft.set('survey', survey.code)
                draft.set(levelKey(code), Number(value))
              }}
            />
          )
        })}
        <TextArea
          label={t.told}
          hint={t.toldHint}
          rows={2}
          max={TOLD_MAX}
          value={draft.text('told')}
          onChange={(value) => {
            draft.set('survey', survey.code)
            draft.set('told', value)
          }}
        />
      </Card>
      <DraftEnd
        problem={draft.problem ?? problem}
        busy={busy}
        sendLabel={t.send}
        onSend={() => {
          setAsked(true)
          if (missing.length === 0) run(onSend)
        }}
      >
        {asked && missing.length > 0 && <p role="alert">{t.missing(missing.length)}</p>}
      </DraftEnd>
    </Page>
  )
}
