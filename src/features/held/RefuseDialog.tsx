import { REASON_MAX } from '#domain/operation.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { useRef, useState } from 'react'
import type { SettleProblem } from './settling.ts'
import { texts } from './texts.ts'

interface Props {
  readonly open: boolean
  /** What it is about, as people call it. */
  readonly what: string
  /** Resolves to why nothing was decided, or to `null`. */
  readonly onRefuse: (reason: string) => Promise<SettleProblem | null>
  readonly onClose: () => void
}

/** Asks why something does not count: its author reads it. */
export function RefuseDialog({ open, what, onRefuse, onClose }: Props) {
  const t = useTexts(texts)
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<SettleProblem | null>(null)
  const [busy, setBusy] = useState(false)
  const aboutWords = problem === 'no-reason' || problem === 'too-long'

  const refuse = async () => {
    setBusy(true)
    const found = wrongReason(reason.trim()) ?? (await onRefuse(reason.trim()))
    setBusy(false)
    setProblem(found)
    if (found === 'no-reason' || found === 'too-long') field.current?.focus()
  }

  return (
    <Dialog
      open={open}
      title={t.refuse}
      closeLabel={t.close}
      onClose={onClose}
      actions={
        <Button variant="primary" busy={busy} onClick={() => void refuse()}>
          {t.refuse}
        </Button>
      }
    >
      <Stack>
        <p>{what}</p>
        <TextArea
          ref={field}
          label={t.reason}
          hint={t.reasonHint}
          max={REASON_MAX}
          rows={3}
          value={reason}
          error={aboutWords ? t.problems[problem] : undefined}
          onChange={(next) => {
            setProblem(null)
            setReason(next)
          }}
        />
        {problem && !aboutWords && (
          <Notice tone={problem === 'other' ? 'problem' : 'waiting'} role="alert">
            {t.problems[problem]}
          </Notice>
        )}
      </Stack>
    </Dialog>
  )
}

const wrongReason = (reason: string): SettleProblem | null => {
  if (reason === '') return 'no-reason'
  return reason.length > REASON_MAX ? 'too-long' : null
}
