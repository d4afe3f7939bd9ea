const fr = {
  updateTitle: 'Une nouvelle version est prête',
  update: 'Mettre à jour',
  updateLead: 'Vos mots sont gardés. La page va se rouvrir.',
}

export const texts = {
  fr,
  tu: async () => (await import('./update.texts.tu.ts')).tu(fr),
  en: async () => (await import('./update.texts.en.ts')).en,
}
