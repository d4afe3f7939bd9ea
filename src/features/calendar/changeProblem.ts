import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { ExchangeRefusal } from '#domain/calendar/exchange.ts'
import { isDate } from '#domain/week.ts'
import { textOf } from '#domain/content.ts'
import type { Content } from '#domain/operation.ts'

/** Why a change cannot be made, and at which field it is said. */
export interface ChangeProblem {
  readonly field: 'from' | 'until' | 'otherOn' | 'why'
  readonly code: ExchangeRefusal | 'day' | 'order' | 'too-long' | 'no-training'
}

/** As the kind declares it. */
const WHY_MAX = 300

/**
 * What is wrong with a change, or `null`. `before`: the calendar without it; `after`: with it, made
 * of days that exist.
 */
export function changeProblem(
  content: Content,
  before: AlternationCalendar,
  after: (content: Content) => AlternationCalendar,
): ChangeProblem | null {
  const text = (key: string) => textOf(content, key)
  const change = text('change')
  const asked =
    change === 'moved'
      ? (['from', 'otherOn'] as const)
      : change === 'extended' || change === 'period'
        ? (['from', 'until'] as const)
        : (['from'] as const)
  const noDay = asked.find((field) => !isDate(text(field)))
  if (noDay) return { field: noDay, code: 'day' }
  if (text('why').length > WHY_MAX) return { field: 'why', code: 'too-long' }
  if (text('until') !== '' && text('until') < text('from')) return { field: 'until', code: 'order' }
  const first = before.days[0]?.date ?? ''
  const last = before.days.at(-1)?.date ?? ''
  const outside =
    change === 'extended' ? undefined : asked.find((key) => text(key) < first || text(key) > last)
  if (outside) return { field: outside, code: 'outside' }

  const { refused, years } = after(content)
  if (years.length === 0) return { field: 'from', code: 'no-training' }
  // Those that were refused before are not this one’s fault.
  const own = refused.length > before.refused.length ? refused.at(-1) : undefined
  return own ? { field: 'from', code: own.reason } : null
}
