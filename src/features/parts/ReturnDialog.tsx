import { REASON_MAX } from '#domain/operation.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { TickGroup } from '#ui/TickGroup.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Undo2 } from 'lucide-react'
import { useRef, useState } from 'react'
import { problemTexts, type Problem } from './problem.ts'
import { texts } from './return.texts.ts'

type QuickReason = keyof (typeof texts)['fr']['quick']

interface Props {
  readonly open: boolean
  /** What goes back, and to whom. */
  readonly title: string
  /** What is usually asked for: a tap says it. The order stays. */
  readonly quick: readonly QuickReason[]
  /** Given name of the apprentice. */
  readonly name: string
  /** Resolves to why nothing went back, or to `null`. */
  readonly onReturn: (reason: string) => Promise<Problem | null>
  readonly onClose: () => void
}

/** Asks why something goes back: a chip is enough, words are welcome. */
export function ReturnDialog({ open, title, quick, name, onReturn, onClose }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const words = useRef<HTMLTextAreaElement>(null)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  const reason = [
    ...quick.filter((code) => chosen.includes(code)).map((code) => `${t.quick[code]}.`),
    text.trim(),
  ]
    .join(' ')
    .trim()
  const aboutWords = problem === 'no-reason' || problem === 'too-long'

  const send = async () => {
    setBusy(true)
    const refused =
      reason === '' ? 'no-reason' : await onReturn(reason).catch((): Problem => 'not-kept')
    setBusy(false)
    setProblem(refused)
    if (refused === null) onClose()
    else words.current?.focus()
  }

  return (
    <Dialog
      open={open}
      title={title}
      closeLabel={t.close}
      onClose={onClose}
      actions={
        <Button
          variant="primary"
          busy={busy}
          icon={<Undo2 aria-hidden="true" size={20} />}
          onClick={() => {
            void send()
          }}
        >
          {t.sendBack(name)}
        </Button>
      }
    >
      <Stack>
        <TickGroup
          legend={t.reasons}
          options={quick.map((value) => ({ value, label: t.quick[value] }))}
          values={chosen}
          onToggle={(code, on) => {
            setProblem(null)
            setChosen(on ? [...chosen, code] : chosen.filter((each) => each !== code))
          }}
        />
        <TextArea
          ref={words}
          label={t.words}
          hint={t.wordsHint}
          max={REASON_MAX - (reason.length - text.trim().length)}
          rows={2}
          value={text}
          error={aboutWords ? problems[problem] : undefined}
          onChange={(next) => {
            setProblem(null)
            setText(next)
          }}
        />
        {problem && !aboutWords && (
          <Notice tone="problem" role="alert">
            {problems[problem]}
          </Notice>
        )}
      </Stack>
    </Dialog>
  )
}
