import { ofPerson } from '#features/parts/personName.ts'

const fr = {
  title: 'Notes de liaison',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du livret…',
  none: 'Aucune note pour l’instant.',
  noneMore: 'Une note dit l’essentiel aux autres, et reste dans le livret.',
  yours: 'Votre note',
  readers: 'Apprenti, maître et CFA la lisent. Elle ne change plus ensuite.',
  writeFirst: 'Écrivez quelques mots d’abord.',
  send: 'Envoyer la note',
  kept: 'Note gardée.',
  you: 'Vous',
  waiting: 'En attente d’envoi',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
