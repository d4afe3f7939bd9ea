import type { AdmissionState } from '#domain/enrolment/admission.ts'
import type { ReadingState } from '#domain/enrolment/readings.ts'
import { ofPerson } from '#features/parts/personName.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Entrée et engagements',
  back: 'Livret',
  backTo: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du livret…',
  unknown: 'Cette formation n’est pas dans l’application.',
  // Texts to read
  readings: 'À lire et à signer',
  toRead: 'À lire',
  newEdition: 'Le texte a changé\u00a0: il est à relire.',
  readingStates: {
    open: 'Pas encore signé',
    guardian: 'Attend le représentant légal',
    read: 'Lu et signé',
  } satisfies Record<ReadingState, string>,
  readingWaits: {
    open: 'L’apprenti n’a pas encore signé ce texte.',
    guardian: 'L’apprenti a signé. Son représentant légal doit encore signer.',
  },
  edition: (day: string) => `Texte du ${day}`,
  ofCompany: (company: string) => `Entreprise${NBSP}: ${company}`,
  source: (source: string) => `Source${NBSP}: ${source}`,
  readBy: 'Lu et signé',
  readAndSign: 'J’ai lu, je signe',
  notHere: 'Ce texte n’est pas demandé ici.',
  // Surveys
  surveys: 'Enquêtes',
  toAnswer: 'À remplir',
  sent: 'Envoyée',
  opensOn: (day: string) => `S’ouvre le ${day}`,
  resultsMore: 'Ce que les réponses disent',
  // Placement
  placement: 'Positionnement',
  placementTitle: 'Ce que l’on sait déjà, et le parcours',
  placementMore: 'Diagnostic, parcours adapté, aménagement',
  noPlacement: 'Le CFA n’a pas encore écrit le positionnement.',
  toWrite: 'À écrire',
  toSign: 'À signer',
  placementStates: { signed: 'Signé', sent: 'Envoyé', draft: 'Repris pour corriger' },
  // Admission
  admission: 'Les étapes d’admission',
  settled: (n: number, all: number) => `${n} sur ${all}`,
  notedBy: (day: string, name: string) => `Le ${day}, noté par ${name}`,
  note: 'Noter',
  noteStep: (title: string) => `Noter${NBSP}: ${title}`,
  howItStands: 'Où en est cette étape',
  stateMissing: 'Choisissez une réponse.',
  since: 'Depuis le',
  dateMissing: 'Donnez une date.',
  keepStep: 'Enregistrer',
  leaveStep: 'Annuler',
  admissionStates: {
    open: 'À faire',
    done: 'Fait',
    'not-needed': 'Pas nécessaire',
    accepted: 'Accord donné',
    refused: 'Refusé',
  } satisfies Record<AdmissionState, string>,
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
