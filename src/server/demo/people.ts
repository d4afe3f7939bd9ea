import type { DemoPerson } from './story.ts'

/** The centre of the demo: a real place, with invented people. */
export const centre = {
  name: 'Campus Tezenas du Montcel',
  address: '31 boulevard Alfred de Musset, 42000 Saint-Étienne',
  city: 'Saint-Étienne',
} as const

const person = (key: string, name: string, address: string): DemoPerson => ({
  key,
  name,
  email: `${address}@demo.livret.example`,
})

export const trainers = {
  roux: person('roux', 'Claire Roux', 'claire.roux'),
  benali: person('benali', 'Karim Benali', 'karim.benali'),
} as const

export const coordinator = person('martinet', 'Hélène Martinet', 'helene.martinet')
