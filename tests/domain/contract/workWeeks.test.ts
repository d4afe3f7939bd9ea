import { describe, expect, it } from 'vitest'
import {
  absentHalves,
  weeksWithoutWork as weeksOf,
  workingHalves,
} from '#domain/contract/workWeeks.ts'
import { weekStates } from '#domain/weekStates.ts'

const span = { start: '2025-09-01', end: '2027-08-31' }
const first = { ...span, breachOn: '2026-03-31' }
const second = { start: '2026-04-20', end: '2027-08-31' }
type CompanyTime = Parameters<typeof weeksOf>[3]
const present: ReadonlySet<string> = new Set()
const weeksWithoutWork = (
  contracts: Parameters<typeof weeksOf>[0],
  period: typeof span,
  company: CompanyTime,
) => weeksOf(contracts, present, period, company)

/** In the company on Wednesday afternoon, Thursday and Friday. */
const days: CompanyTime = {
  years: [{ start: '2025-09-22', end: '2026-07-10' }],
  halves: ['wed-pm', 'thu-am', 'thu-pm', 'fri-am', 'fri-pm'],
  closedWeeks: [],
}
const anyDay: CompanyTime = { years: [], halves: workingHalves, closedWeeks: [] }

describe('weeks in which nobody works in a company', () => {
  it('are those between two contracts, from the week whose company days came after the last one', () => {
    // 31 March 2026 is a Tuesday, a day of the centre; 20 April a Monday.
    expect(weeksWithoutWork([first, second], span, days)).toEqual([
      '2026-W14',
      '2026-W15',
      '2026-W16',
    ])
  })

  it('where nobody knows the company’s days, a week that has one day of a contract is asked for', () => {
    expect(weeksWithoutWork([first, second], span, anyDay)).toEqual(['2026-W15', '2026-W16'])
  })

  it('outside of the years of training every working day is the company’s', () => {
    const summer = { ...span, breachOn: '2026-07-14' }
    expect(weeksWithoutWork([summer], { start: '2026-07-06', end: '2026-07-24' }, days)).toEqual([
      '2026-W30',
    ])
  })

  it('a contract that begins in the middle of a week asks for that week', () => {
    const late = { ...second, start: '2026-04-24' }
    expect(weeksWithoutWork([first, late], span, days)).toEqual([
      '2026-W14',
      '2026-W15',
      '2026-W16',
    ])
  })

  it('are those of a suspension, for as long as nobody knows its end', () => {
    const suspended = { ...second, end: '2026-06-30', 'suspensions/s1/from': '2026-06-08' }
    const june = { start: '2026-06-01', end: '2026-06-30' }
    expect(weeksWithoutWork([suspended], june, days)).toEqual([
      '2026-W24',
      '2026-W25',
      '2026-W26',
      '2026-W27',
    ])
  })

  it('are none where no contract was written down: the dates of the logbook count', () => {
    expect(weeksWithoutWork([], span, days)).toEqual([])
  })

  it('an extension goes on', () => {
    const extended = { ...span, extendedEnd: '2028-08-31' }
    const after = { start: '2027-09-06', end: '2027-10-03' }
    expect(weeksWithoutWork([extended], after, days)).toEqual([])
  })

  it('make no week late of who had no company', () => {
    const closedWeeks = weeksWithoutWork([first, second], span, days)
    const weeks = weekStates({ contract: span, years: [], closedWeeks }, [], '2026-11-25')
    const stateOf = (week: string) => weeks.find((each) => each.week === week)?.state
    expect(stateOf('2026-W14')).toBe('none')
    expect(stateOf('2026-W17')).toBe('late')
  })
})

describe('weeks that were missed as a whole', () => {
  // Wednesday afternoon, Thursday and Friday of week 45.
  const halfDays = [
    '2025-11-05.pm',
    '2025-11-06.am',
    '2025-11-06.pm',
    '2025-11-07.am',
    '2025-11-07.pm',
  ]
  const absence = Object.fromEntries(halfDays.map((each) => [`halfDays/${each}`, true] as const))
  const november = { start: '2025-11-03', end: '2025-11-16' }
  const missed = (...absences: Parameters<typeof absentHalves>[0]) =>
    weeksOf([], absentHalves(absences), november, days)

  it('ask for nothing: there is nothing to tell', () => {
    expect(missed(absence)).toEqual(['2025-W45'])
  })

  it('half a day in the company is enough to be asked', () => {
    const { 'halfDays/2025-11-07.pm': _, ...most } = absence
    expect(missed(most)).toEqual([])
  })

  it('add up, whoever declared which half-day', () => {
    const { 'halfDays/2025-11-07.pm': last, ...most } = absence
    expect(missed(most, { 'halfDays/2025-11-07.pm': last ?? true })).toEqual(['2025-W45'])
  })

  it('who was only late was there: the week is asked for', () => {
    expect(missed({ ...absence, minutes: 25 })).toEqual([])
  })

  it('an absence that was taken back frees nobody', () => {
    expect(missed({ ...absence, cancelled: 'yes' })).toEqual([])
  })
})
