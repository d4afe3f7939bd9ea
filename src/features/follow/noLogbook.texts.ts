const fr = {
  title: 'Livret',
  loading: 'Lecture du livret…',
  none: 'Ce livret n’est pas sur cet appareil.',
  noneMore: 'Il arrivera avec le réseau, si vous y avez accès.',
  home: 'Revenir à l’accueil',
}

export const texts = {
  fr,
  tu: async () => (await import('./noLogbook.texts.tu.ts')).tu(fr),
  en: async () => (await import('./noLogbook.texts.en.ts')).en,
}
