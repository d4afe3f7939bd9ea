import type { Offered } from '#features/centre/offered.ts'
import type { Centre } from '#protocol/centre.ts'

const cohort = (id: string, start: string, end: string) => ({
  ...{ id, title: `Promotion ${id}`, start, end },
  years: [],
  closedWeeks: [],
})

/** Two programmes, with a cohort each. */
export const offered: readonly Offered[] = [
  {
    id: 'bts-ndrc',
    shortTitle: 'BTS NDRC',
    cohorts: [cohort('2025-2027', '2025-09-22', '2027-06-30')],
  },
  {
    id: 'bts-mco',
    shortTitle: 'BTS MCO',
    cohorts: [cohort('2026-2028', '2026-09-14', '2028-06-30')],
  },
]

export const centre: Centre = {
  name: 'Campus Tezenas du Montcel',
  trainers: [
    { name: 'Claire Roux', email: 'claire@cfa.fr' },
    { name: 'Karim Benali', email: 'karim@cfa.fr' },
  ],
}
