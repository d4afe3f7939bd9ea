import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  readings: (n: number) => `${n}${NBSP}texte${plural(n)} à lire et à signer`,
  placement: 'Positionnement à signer',
  surveys: (n: number) => `${n}${NBSP}enquête${plural(n)} à remplir`,
  dispenses: (n: number) => `${n}${NBSP}demande${plural(n)} de dispense à décider`,
  returnedDispenses: (n: number) => `${n}${NBSP}demande${plural(n)} de dispense à corriger`,
  returnedAids: (n: number) => `${n}${NBSP}demande${plural(n)} d’aide à corriger`,
  and: ' · ',
  go: 'Ouvrir',
  goToExam: 'Ouvrir l’examen',
  goToAids: 'Ouvrir les aides',
}

export const texts = {
  fr,
  en: async () => (await import('./notice.texts.en.ts')).en,
}
