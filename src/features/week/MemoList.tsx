import { entry } from '#domain/documents/entry.ts'
import { MemoPlayer } from '#features/parts/MemoPlayer.tsx'
import type { Memo } from '#features/parts/memosOf.ts'
import type { FileUrl } from '#features/parts/useFileUrl.ts'
import { Button } from '#ui/Button.tsx'
import { Disclosure } from '#ui/Disclosure.tsx'
import { Stack } from '#ui/Stack.tsx'
import { TextArea } from '#ui/TextArea.tsx'
import { useTexts } from '#ui/texts.tsx'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { texts } from './memo.texts.ts'

interface Props {
  readonly memos: readonly Memo[]
  readonly fileUrl: FileUrl
  readonly onTranscript: (id: string, words: string) => void
  readonly onRemove: (id: string) => void
}

/** The memos of a week while it is written: to hear again, to put in words, to take away. */
export function MemoList({ memos, fileUrl, onTranscript, onRemove }: Props) {
  const t = useTexts(texts)
  return (
    <Stack>
      {memos.map((memo, index) => (
        <div key={memo.id} role="group" aria-label={t.memo(index + 1)}>
          <Stack gap="tight">
            {memo.sound && <MemoPlayer sound={memo.sound} number={index + 1} fileUrl={fileUrl} />}
            <InWords
              memo={memo}
              number={index + 1}
              onChange={(words) => {
                onTranscript(memo.id, words)
              }}
            />
            <div>
              <Button
                size="small"
                variant="quiet"
                icon={<Trash2 aria-hidden="true" size={18} />}
                onClick={() => {
                  onRemove(memo.id)
                }}
              >
                {t.remove(index + 1)}
              </Button>
            </div>
          </Stack>
        </div>
      ))}
    </Stack>
  )
}

interface InWordsProps {
  readonly memo: Memo
  readonly number: number
  readonly onChange: (words: string) => void
}

/** What a memo says: nobody has to write it, and whoever did sees it. */
function InWords({ memo: { sound, transcript }, number, onChange }: InWordsProps) {
  const t = useTexts(texts)
  // From the start only: it does not close while somebody writes.
  const [open] = useState(transcript !== '' || sound === null)
  return (
    <Disclosure summary={t.inWords} open={open}>
      <TextArea
        label={t.transcript(number)}
        hint={t.transcriptHint}
        rows={2}
        max={entry.fields.memos.of.transcript.max}
        value={transcript}
        onChange={onChange}
      />
    </Disclosure>
  )
}
