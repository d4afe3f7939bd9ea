import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { SendHorizontal } from 'lucide-react'
import { problemTexts, type Problem } from './problem.ts'

interface Props {
  /** Why the last attempt was refused. */
  readonly problem: Problem | null
  readonly busy: boolean
  readonly sendLabel: string
  readonly onSend: () => void
  /** What was done; `null` until it is. */
  readonly said: string | null
}

/** The end of a form inside a page that sends what is in it at once: no draft is kept. */
export function FormEnd({ problem, busy, sendLabel, onSend, said }: Props) {
  const problems = useTexts(problemTexts)
  return (
    <>
      {problem && (
        <Notice tone="problem" role="alert">
          {problems[problem]}
        </Notice>
      )}
      <Button
        variant="primary"
        busy={busy}
        icon={<SendHorizontal aria-hidden="true" size={20} />}
        onClick={onSend}
      >
        {sendLabel}
      </Button>
      <StatusLine>{said}</StatusLine>
    </>
  )
}
