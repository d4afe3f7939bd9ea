import type { ProgrammePlan } from '../plans.ts'

/**
 * When the BTS NDRC is held. From the programme sheet: two and a half days a week in the centre,
 * 1,350 hours. Everything else is ours until the centre says it: which days they are; the first
 * week wholly in the centre; five closed weeks; two in which only the company works. The hours come
 * out, and leave room for the exam days of the second year.
 */
export const plan: ProgrammePlan = {
  rhythm: {
    weeks: [['mon-am', 'mon-pm', 'tue-am', 'tue-pm', 'wed-am']],
    minutesPerHalfDay: 210,
  },
  zone: 'A',
  periods: {
    '2025-2027': [
      { start: '2025-09-22', end: '2025-09-26', place: 'centre' },
      { start: '2025-10-27', end: '2025-10-31', place: 'company' },
      { start: '2025-12-22', end: '2026-01-02', place: 'closed' },
      { start: '2026-02-23', end: '2026-02-27', place: 'closed' },
      { start: '2026-04-13', end: '2026-04-17', place: 'company' },
      { start: '2026-07-13', end: '2026-08-14', place: 'closed' },
      { start: '2026-12-21', end: '2027-01-01', place: 'closed' },
    ],
  },
}
