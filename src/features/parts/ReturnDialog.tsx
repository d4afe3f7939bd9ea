import { REASON_MAX } from '#domain/operation.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Undo2 } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { problemTexts, type Problem } from './problem.ts'
import { texts } from './return.texts.ts'

type QuickReason = keyof (typeof texts)['fr']['quick']

interface Props {
  readonly open: boolean
  /** What goes back, and to whom. */
  readonly title: string
  /** What is usually asked for: a tap says it and sends. The order stays. */
  readonly quick: readonly QuickReason[]
  /** Given name of the apprentice. */
  readonly name: string
  /** Resolves to why nothing went back, or to `null`. */
  readonly onReturn: (reason: string) => Promise<Problem | null>
  readonly onClose: () => void
}

/** Asks why something goes back: the tap on a reason is enough, words may go with it. */
export function ReturnDialog({ open, title, quick, name, onReturn, onClose }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const id = useId()
  const words = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  /** What was tapped and is on its way. */
  const [sending, setSending] = useState<QuickReason | 'words' | null>(null)
  const aboutWords = problem === 'no-reason' || problem === 'too-long'

  const send = async (tapped: QuickReason | 'words') => {
    const said = text.trim()
    const reason = tapped === 'words' ? said : `${t.quick[tapped]}. ${said}`.trim()
    setSending(tapped)
    const refused =
      reason === '' ? 'no-reason' : await onReturn(reason).catch((): Problem => 'not-kept')
    setSending(null)
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
          busy={sending === 'words'}
          icon={<Undo2 aria-hidden="true" size={20} />}
          onClick={() => {
            void send('words')
          }}
        >
          {t.sendBack}
        </Button>
      }
    >
      <Stack>
        <TextArea
          ref={words}
          label={t.words}
          hint={t.wordsHint(name)}
          max={REASON_MAX - longest(quick, t)}
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
        <div role="group" aria-labelledby={id}>
          <Stack gap="tight">
            <p id={id}>{t.reasons(name, text.trim() !== '')}</p>
            {quick.map((reason) => (
              <Button
                key={reason}
                busy={sending === reason}
                icon={<Undo2 aria-hidden="true" size={20} />}
                onClick={() => {
                  void send(reason)
                }}
              >
                {t.quick[reason]}
              </Button>
            ))}
          </Stack>
        </div>
      </Stack>
    </Dialog>
  )
}

/** What a reason takes of the room for words, in UTF-16 code units: with its full stop and space. */
const longest = (quick: readonly QuickReason[], t: (typeof texts)['fr']) =>
  Math.max(...quick.map((reason) => t.quick[reason].length)) + 2
