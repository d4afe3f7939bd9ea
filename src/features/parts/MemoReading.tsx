import { Quote } from '#ui/Quote.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useTexts } from '#ui/texts.tsx'
import { MemoPlayer } from './MemoPlayer.tsx'
import type { Memo } from './memosOf.ts'
import { texts } from './memo.texts.ts'
import type { FileUrl } from './useFileUrl.ts'

interface Props {
  readonly memos: readonly Memo[]
  readonly fileUrl: FileUrl
}

/** The memos of a week, to hear or to read. */
export function MemoReading({ memos, fileUrl }: Props) {
  const t = useTexts(texts)
  return memos.map(({ id, sound, transcript }, index) => (
    <div key={id} role="group" aria-label={t.memo(index + 1)}>
      <Stack gap="tight">
        {sound && <MemoPlayer sound={sound} number={index + 1} fileUrl={fileUrl} />}
        {transcript !== '' && <Quote by={t.inWords}>{transcript}</Quote>}
      </Stack>
    </div>
  ))
}
