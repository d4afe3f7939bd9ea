import { ActionBar } from '#ui/ActionBar.tsx'
import { Button } from '#ui/Button.tsx'
import { Row } from '#ui/Row.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { texts } from './draftEnd.texts.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { SendButton } from './SendButton.tsx'
import type { Problem } from './problem.ts'

interface Props {
  /** Absent: there is nothing yet that could be thrown away. */
  readonly onDiscard?: (() => void) | undefined
  /** Why the words are not kept, or the last act was refused. */
  readonly problem: Problem | null
  /** What else there is to say before one sends. */
  readonly children?: ReactNode
  readonly busy: boolean
  readonly sendLabel: string
  /** Absent: the person cannot send it now. */
  readonly onSend?: (() => void) | undefined
}

/** The end of a page on which somebody writes one document: throw it away, or send it. */
export function DraftEnd({ onDiscard, problem, children, busy, sendLabel, onSend }: Props) {
  const t = useTexts(texts)
  return (
    <>
      {onDiscard && (
        <Row align="end">
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden="true" size={20} />}
            onClick={onDiscard}
          >
            {t.discard}
          </Button>
        </Row>
      )}
      <ProblemNotice problem={problem} />
      {children}
      {onSend && (
        <ActionBar>
          <SendButton busy={busy} onSend={onSend}>
            {sendLabel}
          </SendButton>
        </ActionBar>
      )}
    </>
  )
}
