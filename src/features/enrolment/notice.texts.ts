import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  readings: (n: number) => `${n}${NBSP}texte${plural(n)} à lire et à signer`,
  placement: 'Positionnement à signer',
  surveys: (n: number) => `${n}${NBSP}enquête${plural(n)} à remplir`,
  dispenses: (n: number) => `${n}${NBSP}demande${plural(n)} de dispense à décider`,
  and: ' · ',
  go: 'Ouvrir',
  goToExam: 'Ouvrir l’examen',
}

export const texts = {
  fr,
  en: async () => (await import('./notice.texts.en.ts')).en,
}
