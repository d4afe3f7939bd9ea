import { StatusLine } from '#ui/StatusLine.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { SendButton } from './SendButton.tsx'
import type { Problem } from './problem.ts'

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
  return (
    <>
      <ProblemNotice problem={problem} />
      <SendButton busy={busy} onSend={onSend}>
        {sendLabel}
      </SendButton>
      <StatusLine>{said}</StatusLine>
    </>
  )
}
