import { describe, expect, it } from 'vitest'
import { sessionSteps, type ExamSession, type SessionProgress } from '#domain/exams/session.ts'

const session: ExamSession = {
  year: 2026,
  registrationUntil: '2025-11-15',
  convocationFrom: '2026-04-15',
  writtenFrom: '2026-05-18',
  writtenUntil: '2026-05-21',
  resultsOn: '2026-07-03',
  handIn: { E4: '2026-03-20', E6: '2026-05-22' },
  written: { E3: '2026-05-18' },
  source: 'made up for the test, but for the written exams',
}
const unknown: ExamSession = {
  ...session,
  registrationUntil: null,
  convocationFrom: null,
  writtenFrom: null,
  writtenUntil: null,
  resultsOn: null,
  handIn: { E4: null, E6: null },
}
const nothing: SessionProgress = { registered: false, convocationReceived: false, handedIn: [] }
const stepsOn = (
  today: string,
  progress: Partial<SessionProgress> = {},
  given: ExamSession = session,
) =>
  sessionSteps(given, { ...nothing, ...progress }, today).map(
    ({ name, exam, state }) => `${name}${exam ? ` ${exam}` : ''}: ${state}`,
  )

describe('the way through a session', () => {
  it('is in the order of its dates, whatever the data’s', () => {
    expect(stepsOn('2025-10-01')).toEqual([
      'registration: open',
      'hand-in E4: open',
      'convocation: ahead',
      'written: ahead',
      'hand-in E6: open',
      'results: ahead',
    ])
  })

  it.each<[string, Partial<SessionProgress>, string]>([
    ['2025-11-15', {}, 'registration: open'],
    ['2025-11-16', {}, 'registration: overdue'],
    ['2025-11-16', { registered: true }, 'registration: done'],
    ['2026-03-21', {}, 'hand-in E4: overdue'],
    ['2026-03-21', { handedIn: ['E4'] }, 'hand-in E4: done'],
    ['2026-04-20', {}, 'convocation: ahead'],
    ['2026-04-20', { convocationReceived: true }, 'convocation: done'],
    ['2026-05-21', {}, 'written: ahead'],
    ['2026-05-22', {}, 'written: done'],
    ['2026-07-03', {}, 'results: ahead'],
    ['2026-07-04', {}, 'results: done'],
  ])('on %s with %j: %s', (today, progress, step) => {
    expect(stepsOn(today, progress)).toContain(step)
  })

  it('of a session without dates keeps the usual order, and nothing is overdue', () => {
    expect(stepsOn('2030-01-01', {}, unknown)).toEqual([
      'registration: open',
      'hand-in E4: open',
      'hand-in E6: open',
      'convocation: ahead',
      'written: ahead',
      'results: ahead',
    ])
  })
})
