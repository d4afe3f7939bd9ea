import { isWeek, weekNumber } from '#domain/week.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './document.texts.ts'

interface Named {
  /** As the device says: a newer app may know kinds that we do not. `null`: it says none. */
  readonly kind: string | null
  /** ISO week of an entry, ISO date of what has a day; empty: not known. */
  readonly when: string
}

/** What people call a document: “Semaine 48”, “Visite du 3 novembre 2026”. */
export function documentName(
  { kind, when }: Named,
  t: (typeof texts)['fr'],
  language: Language,
): string {
  if (isWeek(when)) return t.week(weekNumber(when))
  const name = t.kinds[kind ?? ''] ?? t.unknownKind
  return when === '' ? name : t.of(name, formatDayWithoutWeekday(when, language))
}
