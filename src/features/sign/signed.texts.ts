import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Vos signatures',
  back: 'À signer',
  loading: 'Lecture des livrets…',
  none: 'Vous n’avez encore rien signé.',
  noneMore: 'Ce que vous signez reste ici, avec son tampon.',
  signedOn: (day: string) => `Signé le ${day}`,
  readOn: (day: string) => `Lue le ${day}`,
  weekSignedOn: (days: string, day: string) => `${days}, signée le ${day}`,
  waiting: 'En attente d’envoi',
  more: (n: number) => `Voir ${n > 1 ? `les ${n}${NBSP}autres` : 'l’autre'} signature${plural(n)}`,
}

export const texts = {
  fr,
  en: async () => (await import('./signed.texts.en.ts')).en,
}
