import { formatDayWithoutWeekday, weekNumber } from '#ui/formatDate.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './texts.ts'
import type { SendingItem } from './useSendingItems.ts'

/** What people call it: “Semaine 48”, “Visite du 3 novembre 2026”. */
export function nameOf(
  { kind, when }: SendingItem,
  t: (typeof texts)['fr'],
  language: Language,
): string {
  const name = t.kinds[kind] ?? kind
  if (when === '') return name
  return kind === 'entry'
    ? `${name}\u00a0${weekNumber(when)}`
    : t.of(name, formatDayWithoutWeekday(when, language))
}
