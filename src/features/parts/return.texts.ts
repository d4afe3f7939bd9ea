const fr = {
  reasons: (name: string) => `Touchez une raison\u00a0: cela repart aussitôt à ${name}.`,
  quick: {
    'task-missing': 'Il manque une tâche',
    'not-this-week': 'Pas cette semaine',
    'figures-missing': 'Il manque des chiffres',
    'not-lived': 'Pas comme cela s’est passé',
    'more-precise': 'À préciser',
  },
  words: 'Votre message',
  wordsHint: 'Facultatif. Pour dicter, touchez le micro de votre clavier.',
  sendBack: 'Renvoyer avec ce message',
  close: 'Fermer sans renvoyer',
}

export const texts = {
  fr,
  en: async () => (await import('./return.texts.en.ts')).en,
}
