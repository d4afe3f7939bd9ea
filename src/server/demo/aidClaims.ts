import type { Content } from '#domain/operation.ts'

/** What an apprentice of one story asked the centre for, and what came of it. Pure data. */
export interface StoryClaim {
  /** ISO day on which it was sent. */
  readonly on: string
  readonly content: Content
  /** On which day the coordinator confirmed it; absent: it waits. */
  readonly confirmedOn?: string
}

const taken = (field: 'nights' | 'meals', days: readonly string[]): Content =>
  Object.fromEntries(days.map((day) => [`${field}/${day}`, true]))

/** By key of the apprentice. */
export const aidClaims: Readonly<Record<string, readonly StoryClaim[]>> = {
  // Lives an hour and a half away: sleeps near the centre.
  'lea-moreau': [
    {
      on: '2026-10-30',
      content: {
        aid: 'stay',
        on: '2026-10-01',
        ...taken('nights', ['2026-10-05', '2026-10-06', '2026-10-19', '2026-10-20']),
        ...taken('meals', ['2026-10-05.lunch', '2026-10-05.dinner', '2026-10-06.lunch']),
        ...taken('meals', ['2026-10-19.lunch', '2026-10-20.lunch', '2026-10-20.dinner']),
      },
      confirmedOn: '2026-11-03',
    },
    {
      on: '2026-11-20',
      content: {
        aid: 'stay',
        on: '2026-11-01',
        ...taken('nights', ['2026-11-09', '2026-11-16']),
        ...taken('meals', ['2026-11-09.lunch', '2026-11-09.dinner', '2026-11-16.lunch']),
      },
    },
    {
      on: '2025-11-04',
      content: {
        aid: 'first-equipment',
        on: '2025-10-20',
        what: 'Ordinateur portable',
        cents: 549_00,
      },
      confirmedOn: '2025-11-12',
    },
    // Asked for while there was such an aid; it is closed since February 2026.
    {
      on: '2025-12-08',
      content: { aid: 'driving-licence', on: '2025-12-08', invoicedOn: '2025-11-24' },
      confirmedOn: '2025-12-15',
    },
  ],
}
