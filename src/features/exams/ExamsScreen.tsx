import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { Programme } from '#programmes/programme.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Page } from '#ui/Page.tsx'
import { Row } from '#ui/Row.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { ClipboardCheck } from 'lucide-react'
import { useState } from 'react'
import { Dispenses } from './Dispenses.tsx'
import { Findings } from './Findings.tsx'
import { KeptMarks } from './KeptMarks.tsx'
import { Pieces } from './Pieces.tsx'
import { Steps } from './Steps.tsx'
import { texts } from './texts.ts'
import type { ExamFile } from './useExamFile.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** `undefined` while it is loaded; `null`: this app does not know it. */
  readonly programme: Programme | null | undefined
  readonly file: ExamFile | undefined
  readonly onNewKeptMark: () => void
  readonly onNewPiece: (rule: string) => void
  readonly onEditCandidacy: () => Promise<Problem | null>
}

/** How the exam stands: what would be refused today, the dates, and the pieces to hand in. */
export function ExamsScreen(props: Props) {
  const { facts, actor, programme, file, onNewKeptMark, onNewPiece, onEditCandidacy } = props
  const t = useTexts(texts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isOwn = actor.role === 'apprentice'
  const page = {
    title: isOwn ? t.title : t.titleOf(apprenticeName(facts)),
    back: { to: isOwn ? '/' : `/livret/${actor.logbookId}`, label: isOwn ? t.home : t.back },
  }
  if (programme === null) {
    return (
      <Page {...page}>
        <EmptyState title={t.unknown} />
      </Page>
    )
  }
  if (!programme || !file) {
    return (
      <Page {...page}>
        <Spinner label={t.loading} />
      </Page>
    )
  }

  return (
    <Page {...page} subtitle={t.session(file.session.year)}>
      <Findings findings={file.findings} programme={programme} />
      <Pieces
        facts={facts}
        programme={programme}
        session={file.session.year}
        notTaken={file.notTaken}
        pieces={file.pieces}
        drafts={file.drafts}
        actor={actor}
        onNew={onNewPiece}
      />
      <Dispenses programme={programme} requests={file.requests} actor={actor} />
      <KeptMarks programme={programme} kept={file.kept} actor={actor} onAdd={onNewKeptMark} />
      <Steps
        session={file.session}
        steps={file.steps}
        candidacy={file.candidacy}
        action={
          mayBegin(actor, 'candidacy') && (
            <Row>
              <Button
                icon={<ClipboardCheck aria-hidden="true" size={20} />}
                onClick={() => void onEditCandidacy().then(setProblem)}
              >
                {t.editCandidacy}
              </Button>
            </Row>
          )
        }
      />
      <ProblemNotice problem={problem} />
    </Page>
  )
}
