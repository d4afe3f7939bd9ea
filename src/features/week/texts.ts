import type { FeelingName } from '#features/parts/feelings.ts'

const NBSP = '\u00a0'
const plural = (n: number) => (n > 1 ? 's' : '')
const master = (name: string | null) => (name === null ? 'votre maître d’apprentissage' : name)
const masterEn = (name: string | null) => (name === null ? 'your master' : name)

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
    `Ajouté${NBSP}: ${[
      photos > 0 && `${photos} photo${plural(photos)}`,
      skills > 0 && `${skills} compétence${plural(skills)}`,
    ]
      .filter((each) => each !== false)
      .join(', ')}`,
  skills: 'Compétences travaillées',
  addPhoto: 'Ajouter une photo',
  photoRule: 'Pas de visage, pas de client, pas de plan confidentiel.',
  photoLimit: (max: number) => `${max} photos au plus. Retirez-en une pour la remplacer.`,
  photoNumber: (n: number) => `Photo ${n}`,
  removePhoto: (n: number) => `Retirer la photo ${n}`,
  photoComing: 'La photo se prépare…',
  kept: 'Gardé sur cet appareil',
  send: (name: string | null) => `Envoyer à ${master(name)}`,
  notSent: 'Rien n’est parti. Votre texte est gardé.',
  // After sending
  sent: (name: string | null) => `Envoyé à ${master(name)}`,
  sentText: (given: string | null) =>
    given === null ? 'Votre semaine attend sa signature.' : `${given} peut la lire et la signer.`,
  keptTitle: 'Gardé sur cet appareil',
  keptText: 'Votre semaine part toute seule dès qu’il y a du réseau.',
  takeBack: 'Reprendre pour corriger',
  signedTitle: (name: string) => `Signé par ${name}`,
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
  meetings: 'Visites et entretiens',
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

const en: typeof fr = {
  thisWeek: (number) => `My week ${number}`,
  week: (number) => `Week ${number}`,
  home: 'Home',
  tasks: 'What did you do in the company?',
  tasksHint: 'Tap your tasks of the week.',
  allTasks: (n) => (n > 0 ? `Other tasks (${n} ticked)` : 'Other tasks'),
  allTasksLegend: 'Other tasks of the diploma',
  sameAsLastWeek: 'Take last week again',
  sameAsWeek: (number) => `Take week${NBSP}${number} again`,
  onLeave: 'I was on leave',
  leaveSentence: 'I was on leave this week.',
  told: 'In one sentence',
  toldHint: 'To dictate, tap the microphone of your keyboard.',
  feeling: 'How did it go?',
  feelings: { good: 'Well', mixed: 'So-so', hard: 'Hard' },
  more: 'Add a photo, skills',
  added: (photos, skills) =>
    `Added: ${[
      photos > 0 && `${photos} photo${plural(photos)}`,
      skills > 0 && `${skills} skill${plural(skills)}`,
    ]
      .filter((each) => each !== false)
      .join(', ')}`,
  skills: 'Skills you worked on',
  addPhoto: 'Add a photo',
  photoRule: 'No face, no customer, no confidential plan.',
  photoLimit: (max) => `${max} photos at most. Remove one to replace it.`,
  photoNumber: (n) => `Photo ${n}`,
  removePhoto: (n) => `Remove photo ${n}`,
  photoComing: 'Preparing the photo…',
  kept: 'Kept on this device',
  send: (name) => `Send to ${masterEn(name)}`,
  notSent: 'Nothing was sent. Your text is kept.',
  sent: (name) => `Sent to ${masterEn(name)}`,
  sentText: (given) =>
    given === null ? 'Your week waits for a signature.' : `${given} can read it and sign it.`,
  keptTitle: 'Kept on this device',
  keptText: 'Your week leaves by itself as soon as there is a network.',
  takeBack: 'Take it back to correct',
  signedTitle: (name) => `Signed by ${name}`,
  correct: 'Correct it anyway',
  correctHint: 'This makes a new version. The signed one stays visible.',
  correcting: 'You are correcting a week that is already signed',
  correctingText: 'The signed version stays visible. The new one will have to be signed.',
  returned: 'To correct',
  late: (n) => `${n} week${plural(n)} to complete`,
  moreWeeks: (n) => `See ${n} other week${plural(n)}`,
  overdue: 'Late',
  begun: 'Begun',
  toWrite: 'To write',
  myYears: 'My ribbon',
  meetings: 'Visits and interviews',
  closed: 'Nothing to write this week.',
  closedText: 'This week is closed. Were you in the company?',
  writeAnyway: 'Write this week',
  before: (day) => `Your contract begins on ${day}.`,
  after: (day) => `Your contract ended on ${day}.`,
  afterText: 'Your weeks stay here, to read and to complete.',
  future: 'This week has not begun.',
  unknownWeek: 'This week is not in the contract.',
  backHome: 'Back to the start',
  previous: (number) => `Week ${number}`,
}

export const texts = { fr, en }
