import { isOpen, type Objective } from '#domain/objectives.ts'
import { mayBegin, type Actor } from '#domain/rights.ts'
import { DraftList } from '#features/parts/DraftList.tsx'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import { apprenticeName } from '#features/parts/personName.ts'
import type { Problem } from '#features/parts/problem.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { List } from '#ui/List.tsx'
import { Page } from '#ui/Page.tsx'
import { Section } from '#ui/Section.tsx'
import { Spinner } from '#ui/Spinner.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { ObjectiveItem } from './ObjectiveItem.tsx'
import { texts } from './texts.ts'
import type { Plan } from './usePlan.ts'

interface Props {
  readonly facts: LogbookFacts
  readonly actor: Actor
  /** `undefined` while it is read. */
  readonly plan: Plan | undefined
  readonly onNew: () => void
  /** Each resolves to why it was refused, or to `null`. */
  readonly onDone: (objective: Objective) => Promise<Problem | null>
  readonly onEdit: (objective: Objective) => Promise<Problem | null>
}

/** What is to be done, by whom and until when; then what came of the rest. */
export function PlanScreen({ facts, actor, plan, onNew, onDone, onEdit }: Props) {
  const t = useTexts(texts)
  const [problem, setProblem] = useState<Problem | null>(null)
  const isOwn = actor.role === 'apprentice'
  const base = `/livret/${actor.logbookId}`
  const page = {
    title: isOwn ? t.title : t.titleOf(apprenticeName(facts)),
    subtitle: t.lead,
    back: { to: isOwn ? '/' : base, label: isOwn ? t.home : t.back },
  }
  if (!plan) {
    return (
      <Page {...page}>
        <Spinner label={t.loading} />
      </Page>
    )
  }
  const open = plan.objectives.filter(isOpen)
  const closed = plan.objectives.filter((each) => !isOpen(each)).toReversed()
  const list = (objectives: readonly Objective[]) => (
    <List>
      {objectives.map((objective) => (
        <ObjectiveItem
          key={objective.document.id}
          objective={objective}
          facts={facts}
          actor={actor}
          onDone={() => void onDone(objective).then(setProblem)}
          onEdit={() => void onEdit(objective).then(setProblem)}
        />
      ))}
    </List>
  )

  return (
    <Page {...page}>
      <ProblemNotice problem={problem} />
      <DraftList
        title={t.drafts}
        drafts={plan.drafts}
        path={`${base}/plan`}
        untitled={t.untitled}
      />
      <Section title={t.open}>
        {open.length === 0 ? <EmptyState title={t.none}>{t.noneMore}</EmptyState> : list(open)}
      </Section>
      {closed.length > 0 && <Section title={t.closed}>{list(closed)}</Section>}
      {mayBegin(actor, 'objective') && (
        <ActionBar>
          <Button variant="primary" icon={<Plus aria-hidden="true" size={20} />} onClick={onNew}>
            {t.add}
          </Button>
        </ActionBar>
      )}
    </Page>
  )
}
