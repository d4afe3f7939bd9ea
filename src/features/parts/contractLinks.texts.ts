import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  label: 'Contrat, calendrier et personnes',
  calendar: 'Calendrier',
  absences: 'Absences',
  contract: 'Contrat',
  pay: 'Rémunération',
  aids: 'Aides',
  people: 'Personnes du livret',
  toSettle: (n: number) => `${n}${NBSP}demande${plural(n)} à traiter`,
  toCorrect: (n: number) => `${n}${NBSP}demande${plural(n)} à corriger`,
}

export const texts = {
  fr,
  en: async () => (await import('./contractLinks.texts.en.ts')).en,
}
