import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { problemTexts, type Problem } from './problem.ts'

interface Props {
  /** Why something did not happen; nothing is shown where there is nothing to say. */
  readonly problem: Problem | null | undefined
  readonly title?: string | undefined
}

/** What went wrong and what to do, said at once to who listens. */
export function ProblemNotice({ problem, title }: Props) {
  const problems = useTexts(problemTexts)
  return problem ? (
    <Notice tone="problem" role="alert" title={title}>
      {problems[problem]}
    </Notice>
  ) : null
}
