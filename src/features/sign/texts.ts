import { plural } from '#ui/plural.ts'
import { ofPerson } from '#features/parts/personName.ts'
import type { FileWait } from '#features/parts/useFileWait.ts'

const NBSP = '\u00a0'

/** How many of each are not here. */
type Missing = Pick<FileWait, 'photos' | 'memos'>

const fr = {
  title: 'À signer',
  summary: {
    weeks: (n: number) => `${n}${NBSP}semaine${plural(n)}`,
    pieces: (n: number) => `${n}${NBSP}pièce${plural(n)} du dossier`,
    interviews: (n: number) => `${n}${NBSP}entretien${plural(n)}`,
    visits: (n: number) => `${n}${NBSP}visite${plural(n)} à lire`,
  },
  none: 'Rien à signer.',
  noneText: 'Les semaines de vos apprentis arrivent ici.',
  weekOf: (name: string, number: number) => `${name}, semaine${NBSP}${number}`,
  sentOn: (day: string) => `Envoyée le ${day}`,
  newVersion: (number: number) => `Version ${number}`,
  youAsked: (reason: string) => `Vous aviez demandé${NBSP}: «${NBSP}${reason}${NBSP}»`,
  wasAsked: (name: string, reason: string) =>
    `${name} avait demandé${NBSP}: «${NBSP}${reason}${NBSP}»`,
  sign: (number: number, name: string) => `Signer la semaine${NBSP}${number} ${ofPerson(name)}`,
  signAll: (n: number) => `Signer les ${n}${NBSP}semaines`,
  return: 'Renvoyer à corriger',
  returnLabel: (number: number, name: string) =>
    `Renvoyer à corriger la semaine${NBSP}${number} ${ofPerson(name)}`,
  signedCount: (n: number) => `${n} semaine${plural(n)} signée${plural(n)}.`,
  signedOne: (number: number, name: string) => `Semaine${NBSP}${number} ${ofPerson(name)} signée.`,
  arrived: (n: number) => `${n}${NBSP}semaines viennent d’arriver.`,
  arrivedOne: (number: number, name: string) =>
    `La semaine${NBSP}${number} ${ofPerson(name)} vient d’arriver.`,
  moved: 'La page vient de bouger. Regardez, puis touchez encore.',
  returnedTo: (name: string) => `Renvoyée à ${name}.`,
  readDone: 'Visite lue.',
  notSigned: 'Pas signé',
  filesMissing: ({ photos, memos }: Missing): string => {
    if (photos > 0 && memos > 0) return 'Des photos et des mémos ne sont pas encore arrivés'
    if (memos > 0) {
      return memos === 1
        ? 'Un mémo vocal n’est pas encore arrivé'
        : `${memos}${NBSP}mémos vocaux ne sont pas encore arrivés`
    }
    return photos === 1
      ? 'Une photo n’est pas encore arrivée'
      : `${photos}${NBSP}photos ne sont pas encore arrivées`
  },
  filesMissingText: ({ photos, memos }: Missing): string => {
    if (photos + memos > 1) {
      return memos > 0
        ? 'Vous pourrez signer dès qu’ils seront là.'
        : 'Vous pourrez signer dès qu’elles seront là.'
    }
    return memos > 0
      ? 'Vous pourrez signer dès qu’il sera là.'
      : 'Vous pourrez signer dès qu’elle sera là.'
  },
  signatureHeld: 'Votre signature est gardée',
  signatureHeldText: 'Des photos ou mémos ne sont pas arrivés. Votre signature partira avec eux.',
  lookAgain: 'Regarder à nouveau',
  lookAgainLabel: (number: number, name: string) =>
    `Regarder à nouveau la semaine${NBSP}${number} ${ofPerson(name)}`,
  // Return
  returnTitle: (number: number, name: string) => `Renvoyer la semaine${NBSP}${number} à ${name}`,
  // Pieces of an exam file
  pieces: 'Pièces du dossier d’examen',
  piecesLead: 'Votre signature dit que cela a été vécu dans l’entreprise.',
  whose: (name: string, what: string) => `${name}, ${what}`,
  piece: 'pièce du dossier',
  signPiece: (name: string) => `Signer la pièce ${ofPerson(name)}`,
  signPieceLabel: (name: string, label: string) =>
    `Signer la pièce ${ofPerson(name)}${NBSP}: ${label}`,
  returnPieceLabel: (label: string) => `Renvoyer à corriger${NBSP}: ${label}`,
  returnPieceTitle: (label: string, name: string) => `Renvoyer «${NBSP}${label}${NBSP}» à ${name}`,
  pieceSigned: 'Pièce signée.',
  // Objectives
  objectives: 'Ce que vous avez à faire',
  objectiveFor: (day: string, name: string) => `Pour le ${day}, avec ${name}`,
  overdue: 'Date passée',
  done: 'C’est fait',
  doneLabel: (label: string) => `C’est fait${NBSP}: ${label}`,
  objectiveDone: 'Noté au plan de travail.',
  // What else waits
  others: 'À voir aussi',
  proof: 'Justificatif d’absence à voir',
  receivedOn: (day: string) => `Reçu le ${day}`,
  // Visits
  visits: 'Visites à lire',
  visit: (day: string) => `Visite du ${day}`,
  visitBy: (trainer: string, apprentice: string) => `${trainer}, pour ${apprentice}`,
  modes: { 'on-site': 'En entreprise', remote: 'À distance' },
  actions: 'Ce qui est décidé',
  due: (day: string) => `avant le ${day}`,
  owners: {
    apprentice: 'l’apprenti',
    master: 'le maître d’apprentissage',
    trainer: 'le formateur',
  },
  read: 'J’ai lu cette visite',
  openVisit: 'Ouvrir la visite',
  // The rest
  interviews: 'Entretiens',
  apprentices: 'Vos apprentis',
  allSigned: 'Tout ce que vous avez signé',
  lastSent: (number: number) => `Dernière semaine envoyée${NBSP}: ${number}`,
  nothingSent: 'Aucune semaine envoyée',
  waits: (n: number) => `${n} à signer`,
  // Reading
  logbookOf: (name: string) => `Livret ${ofPerson(name)}`,
  week: (number: number) => `Semaine ${number}`,
  notSentYet: (name: string) => `${name} n’a rien envoyé pour cette semaine.`,
  late: 'En retard',
  notSentText: 'Un brouillon n’est lu que par la personne qui l’écrit.',
  byMistake: (name: string) =>
    `Signée par erreur${NBSP}? Dites-le à ${name}. Une semaine corrigée se signe à nouveau.`,
  takenBack: (name: string) => `${name} corrige cette semaine. Voici la dernière version envoyée.`,
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
