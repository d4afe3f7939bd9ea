import { weekNumber } from '#domain/week.ts'
import type { Evidence } from '#domain/skills/evidence.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './texts.ts'

/** What people call it: “Semaine 48”, “Visite du 3 novembre 2026”. */
export const evidenceName = (
  { kind, date, week }: Evidence,
  t: (typeof texts)['fr'],
  language: Language,
): string =>
  week === null
    ? t.evidenceOf[kind](formatDayWithoutWeekday(date, language))
    : t.week(weekNumber(week))

/** The address at which it is read, below that of its logbook. */
export function evidencePath({ kind, documentId, week }: Evidence): string {
  switch (kind) {
    case 'entry':
      return `semaine/${week ?? ''}`
    case 'visit':
      return `visite/${documentId}`
    case 'interview':
    case 'individualInterview':
      return `entretien/${documentId}`
    case 'mark':
      return 'resultats'
  }
}
