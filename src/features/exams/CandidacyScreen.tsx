import { mayBegin, type Actor } from '#domain/rights.ts'
import { problemTexts, type Problem } from '#features/parts/problem.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { DateField } from '#ui/DateField.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { useTexts } from '#ui/texts.tsx'
import { SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { texts } from './texts.ts'

interface Props {
  readonly actor: Actor
  /** Year of the session. */
  readonly session: number
  /** Codes of the exams whose file is handed in. */
  readonly exams: readonly string[]
  readonly draft: Draft
  readonly onPublish: () => Promise<Problem | null>
}

/** What the centre has done for one session. */
export function CandidacyScreen({ actor, session, exams, draft, onPublish }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const shown = draft.problem ?? problem
  const page = {
    title: t.candidacyTitle,
    back: { to: `/livret/${actor.logbookId}/examen`, label: t.backToExam },
  }
  if (!mayBegin(actor, 'candidacy')) {
    return (
      <Page {...page}>
        <EmptyState title={t.notYours} />
      </Page>
    )
  }
  const field = (key: string, label: string) => (
    <DateField
      key={key}
      label={label}
      value={draft.text(key)}
      onChange={(value) => {
        draft.set('session', session)
        draft.set(key, value === '' ? null : value)
      }}
    />
  )

  return (
    <Page {...page} subtitle={t.candidacyLead(session)}>
      <Card>
        {field('registeredOn', t.registeredOn)}
        {field('convocationOn', t.convocationOn)}
        {exams.map((exam) => field(`handedIn/${exam}/on`, t.handedInOn(exam)))}
      </Card>
      {shown && (
        <Notice tone="problem" role="alert">
          {problems[shown]}
        </Notice>
      )}
      <ActionBar>
        <Button
          variant="primary"
          busy={busy}
          icon={<SendHorizontal aria-hidden="true" size={20} />}
          onClick={() => {
            draft.set('session', session)
            setBusy(true)
            void onPublish().then((refusal) => {
              setProblem(refusal)
              setBusy(false)
            })
          }}
        >
          {t.save}
        </Button>
      </ActionBar>
    </Page>
  )
}
