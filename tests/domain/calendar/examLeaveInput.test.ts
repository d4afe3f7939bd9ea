import { expect, it } from 'vitest'
import { examLeave } from '#domain/calendar/examLeave.ts'
import { examLeaveInput } from '#domain/calendar/examLeaveInput.ts'
import { calendarWith } from './plans.ts'

const session = (year: number, writtenFrom: string | null) => ({
  ...{ year, writtenFrom, writtenUntil: null, registrationUntil: null, convocationFrom: null },
  ...{ resultsOn: null, handIn: {}, written: {}, source: 'a test' },
})
const leaveOf = (...known: Parameters<typeof examLeaveInput>) => examLeave(examLeaveInput(...known))
const sessions = [session(2026, '2026-05-18'), session(2027, '2027-05-18')]
const request = { type: 'request', days: 5, paid: true }

it('the five days are asked for in the month before the session in which this apprentice sits', () => {
  expect(leaveOf(calendarWith(), sessions)).toEqual({
    ...request,
    window: { start: '2027-04-18', end: '2027-05-17' },
  })
})

it('exam days that the centre planned come before what is published for everybody', () => {
  const exam = { start: '2027-05-24', end: '2027-05-24', place: 'exam' } as const
  expect(leaveOf(calendarWith({ path: { periods: [exam] } }), sessions)).toEqual({
    ...request,
    window: { start: '2027-04-24', end: '2027-05-23' },
  })
})

it('while the session has no dates, nobody is told those of the year before', () => {
  expect(leaveOf(calendarWith(), [session(2026, '2026-05-18'), session(2027, null)])).toEqual({
    type: 'date-unknown',
  })
})
