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

/** The headings of a file, and a line of it. */
export const HEAD =
  'apprenti;mail apprenti;entreprise;ville;maître;mail maître;formateur;mail formateur;formation;promotion;début du contrat;fin du contrat'
export const zoe =
  'Zoé Blanc;zoe@mail.fr;Vins du Rhône;Lyon;Max Roy;max@vins.fr;Claire Roux;claire@cfa.fr;BTS NDRC;2025-2027;01/09/2025;31/08/2027'
