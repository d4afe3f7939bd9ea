import type { ProgrammePlan } from '../plans.ts'

/**
 * When the BTS MCO would be held: ours as a whole until the centre says it (see `toConfirm`). The
 * other half of the week of the centre’s rooms, and the same shape of year: the first week wholly
 * in the centre, closed weeks at Christmas, in February and in summer, two in which only the company
 * works in each year. The hours come out.
 */
export const plan: ProgrammePlan = {
  rhythm: {
    weeks: [['wed-pm', 'thu-am', 'thu-pm', 'fri-am', 'fri-pm']],
    minutesPerHalfDay: 210,
  },
  zone: 'A',
  periods: {
    '2026-2028': [
      { start: '2026-09-14', end: '2026-09-18', place: 'centre' },
      { start: '2026-10-26', end: '2026-10-30', place: 'company' },
      { start: '2026-12-21', end: '2027-01-01', place: 'closed' },
      { start: '2027-02-15', end: '2027-02-19', place: 'closed' },
      { start: '2027-04-12', end: '2027-04-16', place: 'company' },
      { start: '2027-07-12', end: '2027-08-13', place: 'closed' },
      { start: '2027-10-25', end: '2027-10-29', place: 'company' },
      { start: '2027-12-20', end: '2027-12-31', place: 'closed' },
      { start: '2028-04-10', end: '2028-04-14', place: 'company' },
    ],
  },
}
