import { describe, expect, it } from 'vitest'
import { applyExchanges, type Exchange } from '#domain/calendar/exchange.ts'
import { countsOf } from '#domain/calendar/counts.ts'
import { calendarWith, contract, dayOf } from './plans.ts'

const at = (date: string, half: 'am' | 'pm' = 'am') => ({ date, half })
const { days } = calendarWith()

describe('a half-day that is moved', () => {
  it('changes places with another: a Tuesday in the centre for a Thursday in the company', () => {
    const exchanges = [{ one: at('2025-10-07'), other: at('2025-10-09') }]
    const calendar = calendarWith({ path: { exchanges } })
    expect(dayOf(calendar, '2025-10-07')).toBe('company centre')
    expect(dayOf(calendar, '2025-10-09')).toBe('centre company')
    expect(calendar.refused).toEqual([])
    expect(countsOf(calendar)).toEqual(countsOf(calendarWith()))
  })

  it('may be of the same day: the morning for the afternoon', () => {
    const exchanges = [{ one: at('2025-10-08', 'am'), other: at('2025-10-08', 'pm') }]
    expect(dayOf(calendarWith({ path: { exchanges } }), '2025-10-08')).toBe('company centre')
  })

  it('may be moved again by nobody: which of the two counted would depend on their order', () => {
    const first = { one: at('2025-10-07'), other: at('2025-10-09') }
    const again = { one: at('2025-10-09'), other: at('2025-10-06') }
    const calendar = calendarWith({ path: { exchanges: [first, again] } })
    expect(calendar.refused).toEqual([{ exchange: again, reason: 'twice' }])
    expect(dayOf(calendar, '2025-10-06')).toBe('centre centre')
  })
})

describe('an exchange is refused, and changes nothing', () => {
  it.each<[string, Exchange, string]>([
    ['outside', { one: at('2025-10-07'), other: at('2031-01-01') }, 'a day out of the calendar'],
    ['outside', { one: at('2024-01-01'), other: at('2025-10-07') }, 'a day before it'],
    ['not-movable', { one: at('2025-10-07'), other: at('2025-11-11') }, 'a public holiday'],
    ['not-movable', { one: at('2025-10-11'), other: at('2025-10-07') }, 'a Saturday'],
    ['same-place', { one: at('2025-10-06'), other: at('2025-10-07') }, 'two in the centre'],
  ])('%s: %s', (reason, exchange) => {
    expect(applyExchanges(days, [exchange], contract)).toEqual({
      days,
      refused: [{ exchange, reason }],
    })
  })

  it.each(['one', 'other'] as const)(
    'no-contract: nobody works for a company without one (%s)',
    (side) => {
      const late = { start: '2025-12-08', end: '2027-08-31' }
      const [inCentre, inCompany] = [at('2025-10-06'), at('2025-12-11')]
      const exchange =
        side === 'one' ? { one: inCentre, other: inCompany } : { one: inCompany, other: inCentre }
      const calendar = calendarWith({ contract: late, path: { exchanges: [exchange] } })
      expect(calendar.refused).toEqual([{ exchange, reason: 'no-contract' }])
      expect(dayOf(calendar, '2025-10-06')).toBe('centre centre')
    },
  )
})
