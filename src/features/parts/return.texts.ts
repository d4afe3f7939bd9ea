const fr = {
  /** `withWords`: a message was written. */
  reasons: (name: string, withWords: boolean) =>
    `Touchez une raison\u00a0: cela repart aussitôt à ${name}${withWords ? ', avec votre message' : ''}.`,
  quick: {
    'task-missing': 'Il manque une tâche',
    'not-this-week': 'Pas cette semaine',
    'figures-missing': 'Il manque des chiffres',
    'not-lived': 'Pas comme cela s’est passé',
    'more-precise': 'À préciser',
  },
  words: 'Votre message',
  wordsHint: (name: string) =>
    `Facultatif. Il part avec la raison, et ${name} lit les deux. ` +
    'Pour dicter, touchez le micro de votre clavier.',
  sendBack: 'Renvoyer avec ce message',
  close: 'Fermer sans renvoyer',
}

export const texts = {
  fr,
  en: async () => (await import('./return.texts.en.ts')).en,
}
