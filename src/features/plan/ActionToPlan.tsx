import { mayBegin, type Actor } from '#domain/rights.ts'
import { ProblemNotice } from '#features/parts/ProblemNotice.tsx'
import type { Problem } from '#features/parts/problem.ts'
import { useAct } from '#features/parts/useAct.ts'
import { Button } from '#ui/Button.tsx'
import { Chip } from '#ui/Chip.tsx'
import { Row } from '#ui/Row.tsx'
import { useTexts } from '#ui/texts.tsx'
import { ListPlus } from 'lucide-react'
import { texts } from './texts.ts'

interface Props {
  readonly actor: Actor
  /** What was agreed. */
  readonly label: string
  /** Whether the work plan has it already. */
  readonly planned: boolean
  /** Resolves to why it was refused, or to `null`. */
  readonly onPlan: () => Promise<Problem | null>
}

/** Beside an agreed action: whether it is in the work plan, and the way to put it there. */
export function ActionToPlan({ actor, label, planned, onPlan }: Props) {
  const t = useTexts(texts)
  const { busy, problem, run } = useAct()
  // Who writes visits keeps the plan; the others set objectives on its own page.
  const keepsPlan = mayBegin(actor, 'visit') && mayBegin(actor, 'objective')
  if (planned) return <Chip tone="success">{t.planned}</Chip>
  if (!keepsPlan) return null
  return (
    <>
      <ProblemNotice problem={problem} />
      <Row>
        <Button
          size="small"
          busy={busy}
          icon={<ListPlus aria-hidden="true" size={18} />}
          aria-label={t.putOnPlanLabel(label)}
          onClick={() => {
            run(onPlan)
          }}
        >
          {t.putOnPlan}
        </Button>
      </Row>
    </>
  )
}
