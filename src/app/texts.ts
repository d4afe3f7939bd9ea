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
  firstSync: 'Nous préparons votre livret sur cet appareil.',
  firstSyncLead: 'Cela prend quelques secondes, une seule fois. Il faut le réseau.',
  noLogbook: 'Aucun livret ne vous est ouvert.',
  noLogbookLead: 'Appelez le CFA si vous en attendiez un.',
  notFound: 'Cette page n’existe pas.',
  home: 'Revenir à l’accueil',
  typeTheCode: 'Taper le code',
  updateTitle: 'Une nouvelle version est prête',
  update: 'Mettre à jour',
  updateLead: 'Vos mots sont gardés. La page va se rouvrir.',
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
