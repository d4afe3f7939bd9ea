const NBSP = '\u00a0'

const fr = {
  suggested: 'Texte proposé\u00a0: changez-le comme vous voulez. Rien ne part avant votre envoi.',
  add: 'Ajouter le rappel proposé',
  // The note itself: it says neither « tu » nor « vous », which only its author knows.
  text: (name: string, weeks: string) =>
    `Bonjour ${name}, dans le livret il manque${NBSP}: ${weeks}. ` +
    'Quelques mots par semaine suffisent. Une difficulté\u202f? Une note ici, et on en parle.',
  week: (number: number) => `la semaine${NBSP}${number}`,
  weeks: (first: number, last: number) => `les semaines${NBSP}${first} à ${last}`,
  days: (from: string, to: string) => `du ${from} au ${to}`,
  and: ' et ',
}

export const texts = {
  fr,
  en: async () => (await import('./reminder.texts.en.ts')).en,
}
