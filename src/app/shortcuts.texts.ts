const fr = {
  title: 'Raccourcis clavier',
  close: 'Fermer',
  keys: [
    ['/', 'Chercher'],
    ['j', 'Apprenti suivant'],
    ['k', 'Apprenti précédent'],
    ['Ctrl + Entrée', 'Envoyer ce que vous écrivez'],
    ['?', 'Cette aide'],
  ] as readonly (readonly [keys: string, does: string])[],
  off: 'Les touches seules peuvent être coupées dans «\u00a0Moi\u00a0».',
}

export const texts = {
  fr,
  en: async () => (await import('./shortcuts.texts.en.ts')).en,
}
