import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './update.texts.ts'
import { useUpdates } from './updates.ts'

/** Offers the new version; the person takes it when nothing is being written. */
export function UpdateNotice() {
  const t = useTexts(texts)
  const take = useUpdates((updates) => updates.take)
  if (!take) return null
  return (
    <Notice tone="info" title={t.updateTitle} role="status">
      <p>{t.updateLead}</p>
      <Button size="small" onClick={take}>
        {t.update}
      </Button>
    </Notice>
  )
}
