import { plural } from '#ui/plural.ts'
import { givenName } from '#features/parts/personName.ts'
import type { texts } from './texts.ts'

const weeks = (n: number) => `${n}\u00a0week${plural(n)}`

export const en: (typeof texts)['fr'] = {
  loading: 'Reading the logbooks…',
  title: 'Your apprentices',
  filter: 'Show',
  first: 'See first',
  pressing: (n) =>
    n === 0 ? '' : `${n}\u00a0logbook${plural(n)} ask${n > 1 ? '' : 's'} for something.`,
  all: (n) => `All (${n})`,
  search: 'Search a name or a company',
  list: 'List of apprentices',
  detail: 'Chosen logbook',
  found: (n) => (n === 0 ? 'No apprentice found.' : `${n}\u00a0apprentice${plural(n)}`),
  nothingFirst: 'All is up to date.',
  nothingFirstMore: 'No logbook asks for anything today.',
  showAll: 'See all apprentices',
  none: 'No logbook on this device.',
  noneMore: 'Your logbooks come as soon as the network is back.',
  drafts: 'Your visits to finish',
  draftOf: (name) => `Visit of ${name}`,
  cohort: 'Ribbon of the cohort',
  openLogbooks: 'Open logbooks',
  upToDate: 'Up to date',
  needs: {
    'late-weeks': ({ count }) => `${weeks(count)} late`,
    'visit-overdue': ({ by }) => `Visit due since ${by}`,
    'visit-due': ({ by }) => `Visit due before ${by}`,
    'interview-overdue': ({ by }) => `First interview due since ${by}`,
    'interview-due': ({ by }) => `First interview due before ${by}`,
    'requests-waiting': ({ count }) => `${count} request${plural(count)} to settle`,
    'waiting-weeks': ({ count, yours, names }) =>
      yours || names === ''
        ? `${weeks(count)} to sign`
        : `${weeks(count)} for ${givenName(names)} to sign`,
    'returned-weeks': ({ count }) => `${weeks(count)} to correct`,
    'signature-missing': ({ yours, names }) =>
      yours ? 'Interview: sign' : `Interview for ${names} to sign`,
    'section-missing': ({ yours, names }) =>
      yours ? 'Interview: write your part' : `Interview: part of ${names}`,
    'interview-ready': () => 'Interview to finish',
    'visit-unread': ({ names }) =>
      names === '' ? 'Visit not read yet' : `Visit to be read by ${names}`,
  },
  needFilter: 'What is expected',
  needFilters: {
    'late-weeks': (n) => `Late: ${n}`,
    'visit-overdue': (n) => `Visit overdue: ${n}`,
    'interview-overdue': (n) => `First interview overdue: ${n}`,
    'requests-waiting': (n) => `Requests to settle: ${n}`,
    'waiting-weeks': (n) => `Weeks to sign: ${n}`,
    'signature-missing': (n) => `Interview to sign: ${n}`,
    'interview-ready': (n) => `Interview to finish: ${n}`,
    'returned-weeks': (n) => `To correct: ${n}`,
    'section-missing': (n) => `Interview to write: ${n}`,
    'visit-due': (n) => `Visit to plan: ${n}`,
    'interview-due': (n) => `First interview to plan: ${n}`,
    'visit-unread': (n) => `Visit to be read: ${n}`,
  },
  and: ' and ',
  home: 'Back home',
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
  undatedVisit: 'Visit without a date',
  interviews: 'Interviews',
  noInterview: 'No interview yet.',
  entries: 'Weeks',
  noEntry: 'No week was sent yet.',
  late: 'Late',
  nothingSent: 'Nothing was sent.',
  moreEntries: (n) => `Show ${n} more week${plural(n)}`,
  subtitle: (company, city, master) =>
    `${company}, ${city}${master === undefined ? '' : `, with ${master}`}`,
  notes: 'Notes',
  noNote: 'No note yet.',
  allNotes: 'Read all notes',
  download: 'Download the logbook',
}
