import { useLiveRead } from '#features/parts/useLiveRead.ts'
import { findEmptied, noticeEmptied } from '#store/device.ts'
import { Button } from '#ui/Button.tsx'
import { formatShortInstant } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { Stack } from '#ui/Stack.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './emptied.texts.ts'
import { useWorkspace } from './workspace.ts'

/** Says that the browser had deleted what Livret kept here, until the person knows. */
export function EmptiedNotice() {
  const t = useTexts(texts)
  const language = useLanguage()
  const { db } = useWorkspace()
  const emptied = useLiveRead(db, findEmptied, [])
  if (!emptied) return null
  const { pending, lastSeenAt } = emptied
  return (
    <Notice tone="waiting" title={t.title} role="status">
      <Stack gap="tight">
        <p>{pending > 0 ? t.lost(pending) : t.since(formatShortInstant(lastSeenAt, language))}</p>
        <p>{t.advice}</p>
        <Button size="small" onClick={() => void noticeEmptied(db)}>
          {t.seen}
        </Button>
      </Stack>
    </Notice>
  )
}
