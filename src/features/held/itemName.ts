import { weekNumber } from '#domain/week.ts'
import type { HeldItem } from '#protocol/held.ts'
import { formatDayWithoutWeekday } from '#ui/formatDate.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './texts.ts'

/** What somebody did, as people call it: “Semaine 48 : signature”. */
export function itemName(
  { kind, act, when }: Pick<HeldItem, 'kind' | 'act' | 'when'>,
  t: (typeof texts)['fr'],
  language: Language,
): string {
  const name = t.kinds[kind ?? ''] ?? t.unknownKind
  const isWeek = when.includes('W')
  const thing = isWeek
    ? t.week(weekNumber(when))
    : t.thing(name, when === '' ? '' : formatDayWithoutWeekday(when, language))
  const done = t.acts[act ?? '']
  return done === undefined ? thing : t.what(thing, done)
}
