import { Button } from '#ui/Button.tsx'
import { Notice } from '#ui/Notice.tsx'
import { useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'
import { takeUpdate, useUpdates } from './updates.ts'

/** Offers the new version; the person takes it when nothing is being written. */
export function UpdateNotice() {
  const t = useTexts(texts)
  const waits = useUpdates(({ ready, replaced }) => ready || replaced)
  if (!waits) return null
  return (
    <Notice tone="info" title={t.updateTitle} role="status">
      <p>{t.updateLead}</p>
      <Button size="small" onClick={takeUpdate}>
        {t.update}
      </Button>
    </Notice>
  )
}
