import { textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'
import { formatDay, formatDayWithoutWeekday } from '#ui/formatDate.ts'
import type { Language } from '#ui/texts.tsx'
import type { texts } from './changes.texts.ts'

/** One change of a calendar in a line: “Du 10 au 14 mai 2027, révisions”. */
export function changeWords(content: Content, t: (typeof texts)['fr'], language: Language): string {
  const text = (key: string) => textOf(content, key)
  const day = (key: string) => formatDayWithoutWeekday(text(key), language)
  const halfOf = (date: string, half: string) =>
    t.halfOf[half === 'pm' ? 'pm' : 'am'](formatDay(text(date), language))
  const change = text('change')
  switch (change) {
    case 'late-entry':
    case 'shortened':
      return t.said[change](day('from'))
    case 'extended':
      return t.said.extended(day('from'), day('until'))
    case 'moved':
      return t.said.moved(halfOf('from', text('half')), halfOf('otherOn', text('otherHalf')))
    default: {
      const half = text('half')
      const days =
        text('until') === '' || text('until') === text('from')
          ? t.day(formatDay(text('from'), language))
          : t.days(day('from'), day('until'))
      const part = half === 'am' || half === 'pm' ? t.onHalf[half] : ''
      const place = t.shown[text('place') as keyof typeof t.shown] as string | undefined
      return `${days}${part}\u00a0: ${place ?? text('place')}`
    }
  }
}
