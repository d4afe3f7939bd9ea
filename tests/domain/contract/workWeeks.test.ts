import { describe, expect, it } from 'vitest'
import { weeksWithoutWork } from '#domain/contract/workWeeks.ts'
import { weekStates } from '#domain/weekStates.ts'

const span = { start: '2025-09-01', end: '2027-08-31' }
const first = { ...span, breachOn: '2026-03-31' }
const second = { start: '2026-04-20', end: '2027-08-31' }

describe('weeks in which nobody works in a company', () => {
  it('are those between two contracts, and not the week in which one ends or begins', () => {
    // 31 March is a Tuesday, 20 April a Monday.
    expect(weeksWithoutWork([first, second], span)).toEqual(['2026-W15', '2026-W16'])
  })

  it('a contract that begins in the middle of a week asks for that week', () => {
    const late = { ...second, start: '2026-04-24' }
    expect(weeksWithoutWork([first, late], span)).toEqual(['2026-W15', '2026-W16'])
  })

  it('are those of a suspension, for as long as nobody knows its end', () => {
    const suspended = { ...second, end: '2026-06-30', 'suspensions/s1/from': '2026-06-08' }
    expect(weeksWithoutWork([suspended], { start: '2026-06-01', end: '2026-06-30' })).toEqual([
      '2026-W24',
      '2026-W25',
      '2026-W26',
      '2026-W27',
    ])
  })

  it('are none where no contract was written down: the dates of the logbook count', () => {
    expect(weeksWithoutWork([], span)).toEqual([])
  })

  it('an extension goes on', () => {
    const extended = { ...span, extendedEnd: '2028-08-31' }
    expect(weeksWithoutWork([extended], { start: '2027-09-06', end: '2027-10-03' })).toEqual([])
  })

  it('make no week late of who had no company', () => {
    const closedWeeks = weeksWithoutWork([first, second], span)
    const weeks = weekStates({ contract: span, years: [], closedWeeks }, [], '2026-11-25')
    const stateOf = (week: string) => weeks.find((each) => each.week === week)?.state
    expect(stateOf('2026-W15')).toBe('none')
    expect(stateOf('2026-W17')).toBe('late')
  })
})
