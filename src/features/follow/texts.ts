import { plural } from '#ui/plural.ts'
import type { Need } from '#domain/needs.ts'
import { givenName, ofPerson } from '#features/parts/personName.ts'

const weeks = (n: number) => `${n}\u00a0semaine${plural(n)}`

/** Who is named by a need, and until when; each is empty where it says nothing. */
interface Named {
  readonly count: number
  readonly names: string
  readonly by: string
  readonly yours: boolean
}

const fr = {
  loading: 'Lecture des livrets…',
  title: 'Vos apprentis',
  filter: 'Afficher',
  first: 'À voir d’abord',
  pressing: (n: number) =>
    n === 0 ? '' : `${n}\u00a0livret${plural(n)} demande${n > 1 ? 'nt' : ''} quelque chose.`,
  all: (n: number) => `Tous (${n})`,
  search: 'Chercher un nom ou une entreprise',
  list: 'Liste des apprentis',
  detail: 'Livret choisi',
  found: (n: number) => (n === 0 ? 'Aucun apprenti trouvé.' : `${n}\u00a0apprenti${plural(n)}`),
  nothingFirst: 'Tout est à jour.',
  nothingFirstMore: 'Aucun livret ne demande quelque chose aujourd’hui.',
  showAll: 'Voir tous les apprentis',
  none: 'Aucun livret sur cet appareil.',
  noneMore: 'Vos livrets arrivent dès que le réseau revient.',
  drafts: 'Vos visites à terminer',
  draftOf: (name: string) => `Visite ${ofPerson(name)}`,
  cohort: 'Les semaines de la promotion',
  openLogbooks: 'Ouvrir des livrets',
  upToDate: 'À jour',
  needs: {
    'late-weeks': ({ count }) => `${weeks(count)} en retard`,
    'visit-overdue': ({ by }) => `Visite à faire depuis le ${by}`,
    'visit-due': ({ by }) => `Visite à faire avant le ${by}`,
    'interview-overdue': ({ by }) => `Premier entretien à faire depuis le ${by}`,
    'interview-due': ({ by }) => `Premier entretien à faire avant le ${by}`,
    'requests-waiting': ({ count }) => `${count}\u00a0demande${plural(count)} à traiter`,
    'waiting-weeks': ({ count, yours, names }) =>
      yours || names === ''
        ? `${weeks(count)} à signer`
        : `${weeks(count)} à signer par ${givenName(names)}`,
    'returned-weeks': ({ count }) => `${weeks(count)} à corriger`,
    'signature-missing': ({ yours, names }) =>
      yours ? 'Entretien\u00a0: signez' : `Entretien à signer par ${names}`,
    'section-missing': ({ yours, names }) =>
      yours ? 'Entretien\u00a0: votre partie est à écrire' : `Entretien\u00a0: partie de ${names}`,
    'interview-ready': () => 'Entretien à terminer',
    'visit-unread': ({ names }) =>
      names === '' ? 'Visite pas encore lue' : `Visite à lire par ${names}`,
  } satisfies Record<Need['type'], (named: Named) => string>,
  needFilter: 'Ce qui est attendu',
  /** Most urgent first. */
  needFilters: {
    'late-weeks': (n: number) => `En retard\u00a0: ${n}`,
    'visit-overdue': (n: number) => `Visite en retard\u00a0: ${n}`,
    'interview-overdue': (n: number) => `Premier entretien en retard\u00a0: ${n}`,
    'requests-waiting': (n: number) => `Demandes à traiter\u00a0: ${n}`,
    'waiting-weeks': (n: number) => `Semaines à signer\u00a0: ${n}`,
    'signature-missing': (n: number) => `Entretien à signer\u00a0: ${n}`,
    'interview-ready': (n: number) => `Entretien à terminer\u00a0: ${n}`,
    'returned-weeks': (n: number) => `À corriger\u00a0: ${n}`,
    'section-missing': (n: number) => `Entretien à écrire\u00a0: ${n}`,
    'visit-due': (n: number) => `Visite à prévoir\u00a0: ${n}`,
    'interview-due': (n: number) => `Premier entretien à prévoir\u00a0: ${n}`,
    'visit-unread': (n: number) => `Visite à lire\u00a0: ${n}`,
  } satisfies Record<Need['type'], (n: number) => string>,
  and: ' et ',
  home: 'Revenir à l’accueil',
  back: 'Vos apprentis',
  company: 'Entreprise',
  master: 'Maître d’apprentissage',
  trainer: 'Formateur référent',
  programme: 'Formation',
  contract: 'Contrat',
  fromTo: (start: string, end: string) => `du ${start} au ${end}`,
  nobody: 'Personne pour l’instant',
  newVisit: 'Nouvelle visite',
  newInterview: 'Nouvel entretien',
  writeNote: 'Écrire une note',
  ribbon: 'La frise des semaines',
  visits: 'Visites',
  noVisit: 'Aucune visite pour l’instant.',
  undatedVisit: 'Visite sans date',
  interviews: 'Entretiens',
  noInterview: 'Aucun entretien pour l’instant.',
  entries: 'Semaines',
  noEntry: 'Aucune semaine envoyée pour l’instant.',
  late: 'En retard',
  nothingSent: 'Rien n’est envoyé.',
  moreEntries: (n: number) =>
    n > 1 ? `Voir les ${n}\u00a0autres semaines` : 'Voir l’autre semaine',
  subtitle: (company: string, city: string, master: string | undefined) =>
    `${company}, ${city}${master === undefined ? '' : `, avec ${master}`}`,
  notes: 'Notes',
  noNote: 'Aucune note pour l’instant.',
  allNotes: 'Lire toutes les notes',
  download: 'Télécharger le livret',
}

export const texts = {
  fr,
  en: async () => (await import('./texts.en.ts')).en,
}
