const fr = {
  loading: 'Ouverture du livret…',
  partNotHere: 'Cette page n’est pas encore sur cet appareil. Elle s’ouvrira avec le réseau.',
  skip: 'Aller au contenu',
  nav: 'Menu principal',
  accessibility: 'Accessibilité\u00a0: non conforme',
  brand: 'Livret',
  week: 'Ma semaine',
  toSign: 'À signer',
  apprentices: 'Apprentis',
  logbook: 'Livret',
  notes: 'Notes',
  me: 'Moi',
  notFound: 'Cette page n’existe pas.',
  home: 'Revenir à l’accueil',
  typeTheCode: 'Taper le code',
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
