import { plural } from '#ui/plural.ts'
import type { EvidenceLevel } from '#domain/logbookDocument.ts'
import type { WeekPlace, WeekState } from '#domain/weekStates.ts'
import type { FeelingName } from './feelings.ts'

const NBSP = '\u00a0'

interface Counts {
  readonly signed: number
  readonly sent: number
  readonly late: number
}

const fr = {
  state: {
    draft: 'Brouillon',
    returned: 'À corriger',
    kept: 'En attente d’envoi',
    sent: 'Envoyé',
    signed: 'Signé',
    earlier: 'Signé sur une version précédente',
  },
  tasks: 'Tâches',
  skills: 'Compétences',
  photos: (n: number) => `${n}${NBSP}photo${plural(n)}`,
  photo: (n: number) => `Photo ${n}`,
  enlarge: (n: number) => `Agrandir la photo ${n}`,
  closePhoto: 'Fermer la photo',
  photoMissing: 'Photo pas encore sur cet appareil',
  went: {
    good: 'Ça s’est bien passé',
    mixed: 'C’était moyen',
    hard: 'C’était difficile',
  } satisfies Record<FeelingName, string>,
  signed: 'Signé',
  onVersion: (version: number, instant: string) =>
    `${instant}, sur la version ${version}. Le texte a changé depuis.`,
  how: 'Comment',
  levels: {
    'device-key': () => 'Avec la clé de son appareil',
    session: () => 'En session ouverte',
    'in-person': (owner: string) => `En personne, sur l’appareil de ${owner}`,
  } satisfies Record<EvidenceLevel, (owner: string) => string>,
  version: 'Version',
  oldVersion: (version: number) => `${version}, remplacée depuis`,
  hash: 'Empreinte du texte',
  receipt: 'Reçu',
  received: (instant: string) => `Reçu par le serveur le ${instant}`,
  notReceived: 'Pas encore envoyé',
  returnedBy: (name: string) => `À corriger, demandé par ${name}`,
  earlierVersions: (n: number) =>
    n > 1 ? `Voir les ${n} versions précédentes` : 'Voir la version précédente',
  versionOf: (number: number, instant: string) => `Version ${number}, ${instant}`,
  ribbon: (name: string | null, { signed, sent, late }: Counts) =>
    `${name === null ? 'La frise' : `Frise de ${name}`}${NBSP}: ` +
    `${signed} semaine${plural(signed)} signée${plural(signed)}, ` +
    `${sent} envoyée${plural(sent)}, ${late} à compléter`,
  year: (year: number) => (year === 1 ? '1re année' : `${year}e année`),
  cell: (number: number, days: string, place: string, state: string) =>
    `Semaine ${number} (${days}), ${place}${NBSP}: ${state}`,
  toCome: 'à venir',
  places: {
    company: 'en entreprise',
    mixed: 'entreprise et CFA',
    closed: 'fermeture',
  } satisfies Record<WeekPlace, string>,
  states: {
    none: 'rien à écrire',
    empty: 'à écrire',
    late: 'en retard',
    draft: 'brouillon',
    sent: 'envoyée',
    returned: 'à corriger',
    signed: 'signée',
  } satisfies Record<WeekState, string>,
  legend: {
    signed: 'Signée',
    sent: 'Envoyée',
    draft: 'Brouillon',
    returned: 'À corriger',
    late: 'En retard',
    company: 'Toute la semaine en entreprise',
    closed: 'Fermeture',
  },
  meetings: {
    visit: (day: string) => `Visite du ${day}`,
    interview: (day: string) => `Entretien du ${day}`,
    undated: 'Entretien à préparer',
    read: 'À lire',
    write: 'Votre partie est à écrire',
    sign: 'À signer',
  },
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
