const fr = {
  title: 'Visites et entretiens',
  visit: (day: string) => `Visite du ${day}`,
  interview: (day: string) => `Entretien du ${day}`,
  undated: 'Entretien à préparer',
  read: 'À lire',
  write: 'Votre partie est à écrire',
  sign: 'À signer',
}

export const texts = {
  fr,
  tu: async () => (await import('./meetings.texts.tu.ts')).tu(fr),
  en: async () => (await import('./meetings.texts.en.ts')).en,
}
