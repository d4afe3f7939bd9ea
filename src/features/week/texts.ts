import { plural } from '#ui/plural.ts'
import type { FeelingName } from '#features/parts/feelings.ts'

const NBSP = '\u00a0'

const fr = {
  thisWeek: (number: number) => `Ma semaine ${number}`,
  week: (number: number) => `Semaine ${number}`,
  home: 'Accueil',
  // The editor
  tasks: 'Qu’avez-vous fait en entreprise\u202f?',
  tasksHint: 'Touchez vos tâches de la semaine.',
  allTasks: (n: number) => (n > 0 ? `Autres tâches (${n} cochée${plural(n)})` : 'Autres tâches'),
  allTasksLegend: 'Autres tâches du diplôme',
  sameAsLastWeek: 'Reprendre la semaine dernière',
  sameAsWeek: (number: number) => `Reprendre la semaine${NBSP}${number}`,
  onLeave: 'J’étais en congé',
  leaveSentence: 'J’étais en congé cette semaine.',
  told: 'En une phrase',
  toldHint: 'Pour dicter, touchez le micro de votre clavier.',
  feeling: 'Comment ça s’est passé\u202f?',
  feelings: {
    good: 'Bien',
    mixed: 'Moyen',
    hard: 'Difficile',
  } satisfies Record<FeelingName, string>,
  more: 'Ajouter une photo, des compétences',
  added: (photos: number, skills: number) =>
    `Photos et compétences${NBSP}: ${[
      photos > 0 && `${photos} photo${plural(photos)}`,
      skills > 0 && `${skills} compétence${plural(skills)}`,
    ]
      .filter((each) => each !== false)
      .join(', ')}`,
  skills: 'Compétences travaillées',
  kept: 'Gardé sur cet appareil',
  send: (name: string | null) =>
    `Envoyer à ${name === null ? 'votre maître d’apprentissage' : name}`,
  notSent: 'Rien n’est parti. Votre texte est gardé.',
  // After sending
  sent: (name: string | null) =>
    `Envoyée à ${name === null ? 'votre maître d’apprentissage' : name}`,
  sentText: (given: string | null) =>
    given === null ? 'Votre semaine attend sa signature.' : `${given} peut la lire et la signer.`,
  keptTitle: 'Gardée sur cet appareil',
  keptText: 'Votre semaine part toute seule dès qu’il y a du réseau.',
  takeBack: 'Reprendre pour corriger',
  signedTitle: (name: string) => `Signée par ${name}`,
  correct: 'Corriger quand même',
  correctHint: 'Cela fait une nouvelle version. La version signée reste visible.',
  correcting: 'Vous corrigez une semaine déjà signée',
  correctingText: 'La version signée reste visible. La nouvelle sera à signer.',
  // Home
  returned: 'À corriger',
  late: (n: number) => `${n} semaine${plural(n)} à compléter`,
  moreWeeks: (n: number) => `Voir ${n} autre${plural(n)} semaine${plural(n)}`,
  overdue: 'En retard',
  begun: 'Commencée',
  toWrite: 'À écrire',
  myYears: 'Ma frise',
  closed: 'Rien à écrire cette semaine.',
  closedText: 'C’est une semaine de fermeture. Vous étiez en entreprise\u202f?',
  writeAnyway: 'Écrire cette semaine',
  before: (day: string) => `Votre contrat commence le ${day}.`,
  after: (day: string) => `Votre contrat s’est terminé le ${day}.`,
  afterText: 'Vos semaines restent ici, à lire et à compléter.',
  // One week
  future: 'Cette semaine n’a pas commencé.',
  unknownWeek: 'Cette semaine n’est pas dans le contrat.',
  backHome: 'Revenir à l’accueil',
  previous: (number: number) => `Semaine ${number}`,
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
