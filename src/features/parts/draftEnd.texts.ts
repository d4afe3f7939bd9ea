const fr = { discard: 'Supprimer ce brouillon' }

export const texts = {
  fr,
  en: async () => (await import('./draftEnd.texts.en.ts')).en,
}
