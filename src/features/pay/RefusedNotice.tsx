import type { PayRefusal } from '#domain/pay/payInput.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import { Notice } from '#ui/Notice.tsx'
import { useLanguage, useTexts } from '#ui/texts.tsx'
import { texts } from './texts.ts'

/** Why there is no amount to tell. */
export function RefusedNotice({ refusal }: { readonly refusal: PayRefusal }) {
  const t = useTexts(texts)
  const language = useLanguage()
  const day = dayOf(refusal)
  const shown = day === null ? '' : formatDayWithoutWeekday(day, language)
  return (
    <Notice tone="problem" role="alert" title={t.noResult}>
      <p>{t.refusals[refusal.refused]?.(shown)}</p>
    </Notice>
  )
}

/** The day that helps to understand a refusal, where there is one. */
const dayOf = (refusal: PayRefusal): string | null =>
  'from' in refusal
    ? refusal.from
    : 'end' in refusal
      ? refusal.end
      : 'latest' in refusal
        ? refusal.latest
        : null
