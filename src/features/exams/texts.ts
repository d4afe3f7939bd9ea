import type { FindingCode, Weight } from '#domain/exams/selfCheck.ts'
import type { SessionStep, StepName } from '#domain/exams/session.ts'
import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'L’examen',
  titleOf: (name: string) => `L’examen ${ofPerson(name)}`,
  session: (year: number) => `Session ${year}`,
  back: 'Livret',
  home: 'Accueil',
  backToExam: 'L’examen',
  loading: 'Lecture du dossier…',
  unknown: 'Cette formation n’est pas dans l’application.',
  refused: 'Qu’est-ce qui serait refusé aujourd’hui\u202f?',
  refusedLead: 'Si quelqu’un regardait le dossier maintenant. Le plus grave d’abord.',
  nothing: 'Rien ne serait refusé aujourd’hui.',
  nothingMore: 'Pièces, signatures et semaines sont là.',
  weights: {
    'not-valid': 'Non valide',
    penalty: 'Points en moins',
    gap: 'À compléter',
  } satisfies Record<Weight, string>,
  before: (day: string) => `À régler au plus tard le ${day}`,
  findings: {
    'not-registered': () => 'Pas encore inscrit à l’examen',
    'experience-too-short': () => 'Temps en entreprise trop court',
    'handed-in-late': (exam) => `Dossier ${exam} remis en retard`,
    'not-handed-in': (exam) => `Dossier ${exam} pas encore remis`,
    'piece-missing': (exam) => `Pièce manquante pour ${exam}`,
    'piece-unsigned': (exam) => `Pièce sans signature pour ${exam}`,
    'same-nature': (exam) => `Deux pièces de même nature pour ${exam}`,
    'skills-without-evidence': (exam, n) =>
      `${n}${NBSP}compétence${plural(n)} sans trace pour ${exam}`,
    'weeks-missing': (_, n) => `${n}${NBSP}semaine${plural(n)} en retard`,
    'weeks-unsigned': (_, n) => `${n}${NBSP}semaine${plural(n)} sans signature`,
    'documents-unsigned': (_, n) =>
      `${n}${NBSP}visite${plural(n)} ou entretien${plural(n)} sans signature`,
  } satisfies Record<FindingCode, (exam: string, count: number) => string>,
  weeksOf: (there: string, asked: string) => `${there}${NBSP}semaines sur ${asked}`,
  weeks: (numbers: string) => `Semaines ${numbers}`,
  open: (what: string) => `Ouvrir${NBSP}: ${what}`,
  // The session
  steps: 'Les dates',
  stepNames: {
    registration: 'Inscription par le CFA',
    'hand-in': 'Dossier à remettre',
    convocation: 'Convocation',
    written: 'Épreuves écrites',
    results: 'Résultats',
  } satisfies Record<StepName, string>,
  ofExam: (step: string, exam: string) => `${step}, ${exam}`,
  notPublished: 'Date pas encore publiée',
  until: (day: string) => `Au plus tard le ${day}`,
  from: (day: string) => `À partir du ${day}`,
  stepStates: {
    done: 'Fait',
    open: 'À faire',
    overdue: 'Date passée',
    ahead: 'À venir',
  } satisfies Record<SessionStep['state'], string>,
  doneOn: (day: string) => `Le ${day}`,
  sessionSource: (source: string) => `Source${NBSP}: ${source}`,
  editCandidacy: 'Noter l’inscription et les dépôts',
  // Pieces
  pieces: 'Pièces à remettre',
  piecesNone: 'Aucune pièce n’est demandée à cette session.',
  piecesUnknown: 'La liste des pièces de ce diplôme n’est pas encore connue. Demandez-la au CFA.',
  pieceOf: (exam: string, title: string) => `${exam}. ${title}`,
  count: (there: number, asked: number) => `${there} sur ${asked}`,
  mustDiffer: 'Toutes de nature différente.',
  mustBeSigned: 'Le maître d’apprentissage les signe.',
  pieceStates: {
    sent: 'À signer',
    signed: 'Signée',
    arrived: 'Envoyée',
    returned: 'À corriger',
    reopened: 'En correction',
    draft: 'Brouillon',
  },
  asked: (name: string, reason: string) => `${name}${NBSP}: «${NBSP}${reason}${NBSP}»`,
  addPiece: 'Ajouter cette pièce',
  addPieceLabel: (title: string) => `Ajouter cette pièce${NBSP}: ${title}`,
  untitled: 'Pièce sans titre',
  // One piece
  newPiece: 'Nouvelle pièce',
  piece: 'Pièce du dossier',
  nature: 'De quelle nature',
  natureMissing: 'Choisissez une nature.',
  label: 'Titre',
  labelMissing: 'Donnez un titre.',
  told: 'Ce qu’elle raconte',
  toldHint: 'Vos notes pour la rédiger. Le document officiel se remplit à part.',
  send: 'Envoyer à signer',
  sendUnsigned: 'Envoyer',
  takeBack: 'Reprendre pour corriger',
  correct: 'Corriger quand même',
  sign: 'Signer cette pièce',
  signLead: 'Votre signature dit que cela a été vécu dans l’entreprise.',
  return: 'Renvoyer à corriger',
  returnTitle: (label: string, name: string) => `Renvoyer «${NBSP}${label}${NBSP}» à ${name}`,
  none: 'Cette pièce n’est pas sur cet appareil.',
  emptyText: 'Rien d’écrit',
  // What the centre did
  candidacyTitle: 'Inscription et dépôts',
  candidacyLead: (year: number) =>
    `Session ${year}. Laissez vide ce qui n’est pas fait ou pas connu.`,
  registrationUntil: 'Inscription au plus tard le',
  registeredOn: 'Inscrit à l’examen le',
  convocationOn: 'Convocation reçue le',
  handInUntil: (exam: string) => `Dossier ${exam} à remettre au plus tard le`,
  handedInOn: (exam: string) => `Dossier ${exam} remis le`,
  save: 'Envoyer',
  notYours: 'Seul le CFA note l’inscription.',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
