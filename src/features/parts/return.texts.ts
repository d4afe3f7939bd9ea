const fr = {
  reasons: 'Que faut-il corriger\u202f?',
  quick: {
    'task-missing': 'Il manque une tâche',
    'not-this-week': 'Pas cette semaine',
    'figures-missing': 'Il manque des chiffres',
    'not-lived': 'Pas comme cela s’est passé',
    'more-precise': 'À préciser',
  },
  words: 'Votre message',
  wordsHint: 'Facultatif. Pour dicter, touchez le micro de votre clavier.',
  sendBack: (name: string) => `Renvoyer à ${name}`,
  close: 'Fermer sans renvoyer',
}

export const texts = {
  fr,
  en: async () => (await import('./return.texts.en.ts')).en,
}
