import type { Place } from '#domain/calendar/day.ts'
import type { PublicHoliday } from '#domain/calendar/publicHolidays.ts'
import type { ZoneHolidayName } from '#domain/calendar/zoneHolidays.ts'
import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Calendrier',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du calendrier…',
  none: 'Le CFA n’a pas encore donné le calendrier de cette promotion.',
  noneMore: 'Demandez-le à votre formateur référent.',
  hours: 'Heures de formation',
  hoursDone: (done: string, required: string) => `${done} sur ${required}`,
  hoursPlanned: (planned: string) => `${planned} au calendrier.`,
  next: 'Prochains jours au CFA',
  noNext: 'Aucun autre jour au CFA.',
  trial: 'Période d’essai',
  trialOpen: (done: number, day: string) =>
    `${done} jours sur 45 en entreprise. Le 45e sera le ${day}.`,
  trialUnknown: (done: number) => `${done} jours sur 45 en entreprise.`,
  trialOver: (day: string) => `Finie le ${day}, 45e jour en entreprise.`,
  leave: 'Avant l’examen',
  leaveUnknown: 'Cinq jours payés pour réviser. La date de l’examen n’est pas encore connue.',
  leaveRequest: (from: string, to: string) =>
    `Cinq jours payés à demander à l’entreprise, entre le ${from} et le ${to}.`,
  leaveOrganised: (days: string) => `Révisions au CFA, payées\u00a0: ${days}.`,
  leaveNone: 'Pas de jours de révision\u00a0: tout est en contrôle continu.',
  month: 'Mois',
  before: 'Mois précédent',
  after: 'Mois suivant',
  today: 'Aujourd’hui',
  morning: (place: string) => `matin\u00a0: ${place}`,
  afternoon: (place: string) => `après-midi\u00a0: ${place}`,
  counts: (centre: number, company: number) =>
    `${centre}${NBSP}demi-journée${plural(centre)} au CFA, ${company} en entreprise.`,
  places: {
    company: 'entreprise',
    centre: 'CFA',
    exam: 'examen',
    revision: 'révisions',
    closed: 'personne n’attend',
    holiday: 'férié',
    rest: 'repos',
  } satisfies Record<Place, string>,
  letters: {
    company: 'E',
    centre: 'C',
    exam: 'X',
    revision: 'R',
    closed: '–',
    holiday: 'F',
    rest: '',
  } satisfies Record<Place, string>,
  legend: 'Ce que veulent dire les lettres',
  holidays: {
    'new-year': 'Jour de l’an',
    'good-friday': 'Vendredi saint',
    'easter-monday': 'Lundi de Pâques',
    'labour-day': 'Fête du travail',
    'victory-1945': 'Victoire de 1945',
    ascension: 'Ascension',
    'whit-monday': 'Lundi de Pentecôte',
    'bastille-day': 'Fête nationale',
    assumption: 'Assomption',
    'all-saints': 'Toussaint',
    'armistice-1918': 'Armistice',
    christmas: 'Noël',
    'second-christmas-day': 'Lendemain de Noël',
  } satisfies Record<PublicHoliday, string>,
  schoolHolidays: {
    'all-saints': 'Vacances scolaires de la Toussaint',
    christmas: 'Vacances scolaires de Noël',
    winter: 'Vacances scolaires d’hiver',
    spring: 'Vacances scolaires de printemps',
    ascension: 'Pont scolaire de l’Ascension',
    summer: 'Vacances scolaires d’été',
  } satisfies Record<ZoneHolidayName, string>,
  overlay: (names: string) => `${names}. Ce calendrier n’en dépend pas.`,
  overlayUnknown: 'Les vacances scolaires de ce mois ne sont pas encore connues ici.',
  file: 'Mettre dans mon agenda',
  fileHint: 'Un fichier .ics avec les jours au CFA. Il se fait ici, même sans réseau.',
  fileDone: 'Le fichier est dans vos téléchargements.',
  fileName: (name: string) => `Alternance ${ofPerson(name)}`,
  halfDay: { am: 'le matin', pm: 'l’après-midi' },
  event: { centre: 'CFA', exam: 'Examen', revision: 'Révisions au CFA' },
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
