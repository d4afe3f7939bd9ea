import { ofPerson } from '#features/parts/personName.ts'

const NBSP = '\u00a0'

const fr = {
  title: (n: number) => (n > 1 ? `${n} nouvelles notes` : 'Nouvelle note'),
  by: (name: string) => `Note ${ofPerson(name)}`,
  latest: (name: string) => `Dernière note${NBSP}: ${name}`,
  said: (when: string, words: string) => `${when}${NBSP}: «${NBSP}${words}${NBSP}»`,
}

export const texts = {
  fr,
  en: async () => (await import('./newNotes.texts.en.ts')).en,
}
