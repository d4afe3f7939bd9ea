import { problemTexts, type Problem } from '#features/parts/problem.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { StatusLine } from '#ui/StatusLine.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Mic, Square } from 'lucide-react'
import { MEMO_MAX, type RecordMemo } from './memo.ts'
import styles from './MemoDialog.module.css'
import { texts } from './memo.texts.ts'
import { useMemoRecording } from './useMemoRecording.ts'

interface Props {
  readonly onRecord: RecordMemo
  /** It is over. `kept`, `full`: the memo is in the week; `null`: there is none. */
  readonly onEnd: (end: 'kept' | 'full' | null) => void
}

/**
 * Records a memo as soon as it opens. The page behind it waits, so that nothing is sent before the
 * memo is in it; however the dialog is closed, what was said until then is kept.
 */
export function MemoDialog({ onRecord, onEnd }: Props) {
  const t = useTexts(texts)
  const problems = useTexts(problemTexts)
  const { phase, seconds, problem, stop } = useMemoRecording(onRecord, onEnd)
  const isRecording = phase === 'recording'

  return (
    <Dialog
      open
      title={problem ? t.noMemo : t.title}
      closeLabel={isRecording ? t.keepAndClose : t.close}
      onClose={stop}
      actions={
        <Button
          variant={problem ? 'secondary' : 'primary'}
          busy={phase === 'keeping'}
          icon={isRecording && <Square aria-hidden="true" size={20} fill="currentColor" />}
          onClick={stop}
        >
          {isRecording ? t.stop : t.close}
        </Button>
      }
    >
      <Stack>
        <StatusLine>
          {phase === 'asking' && t.asking}
          {isRecording && t.recording}
          {phase === 'keeping' && t.keeping}
        </StatusLine>
        {isRecording && (
          <>
            <p className={styles['time']} role="timer">
              <Mic aria-hidden="true" size={28} />
              {t.elapsed(formatLength(seconds), formatLength(MEMO_MAX))}
            </p>
            <progress
              className={styles['length']}
              aria-hidden="true"
              max={MEMO_MAX}
              value={seconds}
            />
          </>
        )}
        {problem ? (
          <Notice tone="problem" role="alert">
            {t.problems[problem] ?? problems[problem as Problem]}
          </Notice>
        ) : (
          <p>{t.rule}</p>
        )}
      </Stack>
    </Dialog>
  )
}

/** `1:05`: minutes and seconds. */
const formatLength = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
