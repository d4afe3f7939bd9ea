import type { Need } from '#domain/needs.ts'
import { givenName, ofPerson } from '#features/parts/personName.ts'

const s = (n: number) => (n > 1 ? 's' : '')
const weeks = (n: number) => `${n}\u00a0semaine${s(n)}`
const englishWeeks = (n: number) => `${n}\u00a0week${s(n)}`

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
    n === 0 ? '' : `${n}\u00a0livret${s(n)} demande${n > 1 ? 'nt' : ''} quelque chose.`,
  all: (n: number) => `Tous (${n})`,
  search: 'Chercher un nom ou une entreprise',
  list: 'Liste des apprentis',
  detail: 'Livret choisi',
  found: (n: number) => (n === 0 ? 'Aucun apprenti trouvé.' : `${n}\u00a0apprenti${s(n)}`),
  nothingFirst: 'Tout est à jour.',
  nothingFirstMore: 'Aucun livret ne demande quelque chose aujourd’hui.',
  showAll: 'Voir tous les apprentis',
  none: 'Aucun livret sur cet appareil.',
  noneMore: 'Vos livrets arrivent dès que le réseau revient.',
  drafts: 'Vos visites à terminer',
  draftOf: (name: string) => `Visite ${ofPerson(name)}`,
  upToDate: 'À jour',
  needs: {
    'late-weeks': ({ count }) => `${weeks(count)} en retard`,
    'visit-overdue': ({ by }) => `Visite à faire depuis le ${by}`,
    'visit-due': ({ by }) => `Visite à faire avant le ${by}`,
    'waiting-weeks': ({ count, yours, names }) =>
      yours || names === ''
        ? `${weeks(count)} à signer`
        : `${weeks(count)} à signer par ${givenName(names)}`,
    'returned-weeks': ({ count }) => `${weeks(count)} à corriger`,
    'signature-missing': ({ yours, names }) =>
      yours ? 'Entretien\u00a0: signez' : `Entretien à signer par ${names}`,
    'section-missing': ({ yours, names }) =>
      yours ? 'Entretien\u00a0: votre partie est à écrire' : `Entretien\u00a0: partie de ${names}`,
    'interview-ready': () => 'Entretien prêt à figer',
    'visit-unread': () => 'Visite pas encore lue',
  } satisfies Record<Need['type'], (named: Named) => string>,
  and: ' et ',
  logbook: 'Livret',
  logbookOf: (name: string) => `Livret ${ofPerson(name)}`,
  noLogbook: 'Ce livret n’est pas sur cet appareil.',
  noLogbookMore: 'Il arrivera avec le réseau, si vous y avez accès.',
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
  visit: (day: string) => `Visite du ${day}`,
  undatedVisit: 'Visite sans date',
  interviews: 'Entretiens',
  noInterview: 'Aucun entretien pour l’instant.',
  interviewTypes: {
    tripartite: 'Entretien tripartite',
    formative: 'Entretien formatif',
    regulation: 'Entretien de régulation',
    review: 'Entretien de bilan',
  } as Readonly<Record<string, string>>,
  interview: 'Entretien',
  entries: 'Semaines',
  noEntry: 'Aucune semaine envoyée pour l’instant.',
  moreEntries: (n: number) => `Voir les ${n} autres semaines`,
  week: (number: number) => `Semaine\u00a0${number}`,
  subtitle: (company: string, city: string, master: string | undefined) =>
    `${company}, ${city}${master === undefined ? '' : `, avec ${master}`}`,
  notes: 'Notes',
  noNote: 'Aucune note pour l’instant.',
  allNotes: 'Lire toutes les notes',
  download: 'Télécharger le livret',
}

const en: typeof fr = {
  loading: 'Reading the logbooks…',
  title: 'Your apprentices',
  filter: 'Show',
  first: 'See first',
  pressing: (n) =>
    n === 0 ? '' : `${n}\u00a0logbook${s(n)} ask${n > 1 ? '' : 's'} for something.`,
  all: (n) => `All (${n})`,
  search: 'Search a name or a company',
  list: 'List of apprentices',
  detail: 'Chosen logbook',
  found: (n) => (n === 0 ? 'No apprentice found.' : `${n}\u00a0apprentice${s(n)}`),
  nothingFirst: 'All is up to date.',
  nothingFirstMore: 'No logbook asks for anything today.',
  showAll: 'See all apprentices',
  none: 'No logbook on this device.',
  noneMore: 'Your logbooks come as soon as the network is back.',
  drafts: 'Your visits to finish',
  draftOf: (name) => `Visit of ${name}`,
  upToDate: 'Up to date',
  needs: {
    'late-weeks': ({ count }) => `${englishWeeks(count)} late`,
    'visit-overdue': ({ by }) => `Visit due since ${by}`,
    'visit-due': ({ by }) => `Visit due before ${by}`,
    'waiting-weeks': ({ count, yours, names }) =>
      yours || names === ''
        ? `${englishWeeks(count)} to sign`
        : `${englishWeeks(count)} for ${givenName(names)} to sign`,
    'returned-weeks': ({ count }) => `${englishWeeks(count)} to correct`,
    'signature-missing': ({ yours, names }) =>
      yours ? 'Interview: sign' : `Interview for ${names} to sign`,
    'section-missing': ({ yours, names }) =>
      yours ? 'Interview: write your part' : `Interview: part of ${names}`,
    'interview-ready': () => 'Interview ready to freeze',
    'visit-unread': () => 'Visit not read yet',
  },
  and: ' and ',
  logbook: 'Logbook',
  logbookOf: (name) => `Logbook of ${name}`,
  noLogbook: 'This logbook is not on this device.',
  noLogbookMore: 'It will come with the network, if you have access.',
  home: 'Back to the start',
  back: 'Your apprentices',
  company: 'Company',
  master: 'Master of apprenticeship',
  trainer: 'Trainer',
  programme: 'Programme',
  contract: 'Contract',
  fromTo: (start, end) => `${start} to ${end}`,
  nobody: 'Nobody yet',
  newVisit: 'New visit',
  newInterview: 'New interview',
  writeNote: 'Write a note',
  ribbon: 'The ribbon of weeks',
  visits: 'Visits',
  noVisit: 'No visit yet.',
  visit: (day) => `Visit of ${day}`,
  undatedVisit: 'Visit without a date',
  interviews: 'Interviews',
  noInterview: 'No interview yet.',
  interviewTypes: {
    tripartite: 'Tripartite interview',
    formative: 'Formative interview',
    regulation: 'Regulation interview',
    review: 'Review interview',
  },
  interview: 'Interview',
  entries: 'Weeks',
  noEntry: 'No week was sent yet.',
  moreEntries: (n) => `See the ${n} other weeks`,
  week: (number) => `Week\u00a0${number}`,
  subtitle: (company, city, master) =>
    `${company}, ${city}${master === undefined ? '' : `, with ${master}`}`,
  notes: 'Notes',
  noNote: 'No note yet.',
  allNotes: 'Read all notes',
  download: 'Download the logbook',
}

export const texts = { fr, en }
