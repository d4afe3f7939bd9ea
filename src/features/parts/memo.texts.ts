const fr = {
  memo: (n: number) => `Mémo vocal\u00a0${n}`,
  coming: 'Le mémo vocal arrive…',
  missing: 'Mémo vocal pas encore sur cet appareil',
  unplayable: 'Cet appareil ne sait pas lire ce son. Un autre le pourra.',
  save: (n: number) => `Enregistrer le mémo\u00a0${n}`,
  inWords: 'Le mémo, en mots',
}

export const texts = {
  fr,
  en: async () => (await import('./memo.texts.en.ts')).en,
}
