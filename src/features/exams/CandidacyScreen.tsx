import { mayBegin, type Actor } from '#domain/rights.ts'
import { DraftEnd } from '#features/parts/DraftEnd.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import type { Draft } from '#features/parts/useDraft.ts'
import { Card } from '#ui/Card.tsx'
import { DateField } from '#ui/DateField.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { useTexts } from '#ui/texts.tsx'
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

/** What the centre has done for one session, and until when the academy wants it. */
export function CandidacyScreen({ actor, session, exams, draft, onPublish }: Props) {
  const t = useTexts(texts)
  const { busy, problem, run } = useAct()
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
        {field('registrationUntil', t.registrationUntil)}
        {field('registeredOn', t.registeredOn)}
        {field('convocationOn', t.convocationOn)}
        {exams.flatMap((exam) => [
          field(`handedIn/${exam}/until`, t.handInUntil(exam)),
          field(`handedIn/${exam}/on`, t.handedInOn(exam)),
        ])}
      </Card>
      <DraftEnd
        problem={shown}
        busy={busy}
        sendLabel={t.save}
        onSend={() => {
          draft.set('session', session)
          run(onPublish)
        }}
      />
    </Page>
  )
}
