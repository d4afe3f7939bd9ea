import { ofPerson } from '#features/parts/personName.ts'
import type { AidCode } from '#domain/aids.ts'

const fr = {
  title: 'Rémunération',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du livret…',
  none: 'La rémunération se calcule avec le contrat.',
  noneMore: 'Le CFA n’a pas encore écrit le contrat ici.',
  now: (day: string) => `Minimum légal au ${day}`,
  simulator: 'Essayer d’autres dates',
  contractOf: (company: string) => `Contrat chez ${company}`,
  ended: 'Ce contrat est terminé.',
  aids: 'Aides',
  aidsLead: 'Montants connus à ce jour. Le CFA les demande à l’OPCO.',
  aid: {
    lodging: (amount: string) =>
      `Hébergement\u00a0: ${amount} par nuit passée pendant une période au CFA.`,
    meal: (amount: string) => `Repas\u00a0: ${amount} par repas pris pendant une période au CFA.`,
    'first-equipment': (amount: string) =>
      `Premier équipement\u00a0: ${amount} au plus pour tout le contrat, sur justificatif.`,
    'driving-licence': (amount: string) =>
      `Permis de conduire\u00a0: ${amount}, une fois, à partir de 18\u00a0ans.`,
  } satisfies Record<AidCode, (amount: string) => string>,
  closed: (aid: string, day: string) => `${aid} Fermée depuis le ${day}.`,
  aidSource: 'Code du travail, D6332-83\u202f; décret 2019-1 pour le permis.',
}

export const texts = {
  fr,
  en: async () => (await import('./ownPay.texts.en.ts')).en,
}
