import type { MissedHalfDay, Objection } from '#domain/absences/absence.ts'
import type { MotiveSide } from '#domain/absences/motiveId.ts'
import type { Motive } from '#domain/absences/motiveNames.ts'
import { ofPerson } from '#features/parts/personName.ts'
import { plural } from '#ui/plural.ts'
import type { PeriodProblem } from './declared.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Absences',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  loading: 'Lecture du livret…',
  none: 'Aucune absence.',
  declare: 'Déclarer une absence',
  from: 'Du',
  until: 'Au',
  part: 'Quelle partie de la journée\u202f?',
  parts: { whole: 'Toute la journée', am: 'Le matin', pm: 'L’après-midi' },
  motive: 'Pourquoi',
  motiveHint: 'Jamais de diagnostic. Le certificat se montre, il n’est pas gardé ici.',
  who: {
    centre: 'Le CFA lira pourquoi. L’entreprise lira seulement «\u00a0absent\u00a0».',
    company: 'L’entreprise lira pourquoi. Le CFA lira seulement «\u00a0absent\u00a0».',
    both: 'Le CFA et l’entreprise liront pourquoi.',
    nobody: 'Personne ne vous attend à ces dates.',
  },
  side: 'Où étiez-vous attendu\u202f?',
  sides: { centre: 'CFA', company: 'Entreprise' } satisfies Record<MotiveSide, string>,
  send: 'Envoyer',
  sent: 'Votre absence est gardée et partira dès que possible.',
  problems: {
    day: 'Écrivez une vraie date.',
    order: 'Le dernier jour est avant le premier.',
    'too-long': 'Trois mois au plus. Déclarez le reste à part.',
    weekend: 'Ces jours sont un week-end.',
  } satisfies Record<PeriodProblem, string>,
  motiveMissing: 'Choisissez une raison.',
  sideMissing: 'Dites où vous étiez attendu.',
  motives: {
    illness: 'Maladie',
    'work-accident': 'Accident du travail ou de trajet',
    maternity: 'Maternité',
    paternity: 'Paternité',
    'prenatal-exam': 'Examen de grossesse',
    'own-marriage': 'Mon mariage ou PACS',
    'child-marriage': 'Mariage d’un enfant',
    'birth-or-adoption': 'Naissance ou adoption',
    'child-death': 'Décès d’un enfant',
    'young-child-death': 'Décès d’un enfant de moins de 25\u00a0ans',
    bereavement: 'Congé de deuil',
    'relative-death': 'Décès d’un proche',
    'child-illness-announced': 'Annonce d’un handicap ou d’une maladie d’un enfant',
    'defence-day': 'Journée défense et citoyenneté',
    'exam-leave': 'Révisions avant l’examen',
    summons: 'Convocation officielle',
    'paid-leave': 'Congé payé',
    'kept-by-company': 'L’entreprise m’a gardé',
    exclusion: 'Exclusion',
    personal: 'Raison personnelle',
    unknown: 'Autre, ou pas dit',
  } satisfies Record<Motive, string>,
  examLeave: {
    due: (from: string, to: string) =>
      `Cinq jours payés, en plus des congés, à prendre du ${from} au ${to}.`,
    outside: (from: string, to: string) =>
      `Ce congé se prend du ${from} au ${to}. Les autres jours n’en font pas partie.`,
    tooMany: (taken: number) =>
      taken === 0
        ? 'Ce congé dure cinq jours au plus.'
        : `Ce congé dure cinq jours au plus, et ${taken} ${taken === 1 ? 'est déjà pris' : 'sont déjà pris'}.`,
    twice: 'Les cinq jours de ce congé sont déjà pris.',
    free: (days: string) => `Dimanche ou jour férié, sans congé à demander\u00a0: ${days}.`,
    organised: 'Le CFA organise ces jours de révision\u00a0: il n’y a rien à demander.',
    none: 'Ce diplôme se passe en contrôle continu, sans jours de révision.',
    'date-unknown':
      'La date de l’examen n’est pas encore connue. Ce congé se prend dans le mois avant.',
  },
  lateOn: (time: string, when: string) => `Retard de ${time}, ${when}`,
  lateChip: 'En retard',
  late: (side: string) => `Retards, ${side}`,
  lateCount: (justified: string, unjustified: string) =>
    `${justified} justifiées, ${unjustified} non justifiées`,
  sort: 'Absence, ou retard\u202f?',
  sorts: { absent: 'Absence', late: 'Retard, ou départ avancé' },
  lateDay: 'Le',
  lateHalf: 'Quelle demi-journée\u202f?',
  minutes: 'Minutes manquées',
  minutesProblem: 'Écrivez un nombre de minutes, de 1 à 600.',
  whole: (day: string) => day,
  half: { am: (day: string) => `${day}, matin`, pm: (day: string) => `${day}, après-midi` },
  span: (first: string, last: string, halfDays: number) =>
    `Du ${first} au ${last}, ${halfDays}${NBSP}demi-journées`,
  cancelled: 'Annulée',
  absent: 'Absent',
  statuses: {
    justified: 'Justifiée',
    waiting: 'Attend le justificatif',
    unjustified: 'Non justifiée',
  } satisfies Record<MissedHalfDay['status'], string>,
  line: (side: string, motive: string) => `${side}\u00a0: ${motive}`,
  due: (day: string) => `Justificatif attendu avant la fin du ${day}.`,
  objections: {
    motive: 'La loi ne prévoit pas ce motif.',
    'too-long': 'Plus long que ce que la loi prévoit.',
    'no-proof': 'Pas de justificatif confirmé à temps.',
    'late-proof': 'Justificatif venu trop tard.',
    'leave-in-centre': 'Pas de congé payé les jours de CFA.',
    'kept-by-company': 'L’entreprise n’a pas à garder l’apprenti.',
  } satisfies Record<Objection, string>,
  proof: (day: string, name: string) => `Justificatif vu le ${day} par ${name}.`,
  seeProof: 'J’ai vu le justificatif',
  takesLate: 'La date est passée. Confirmer rend l’absence justifiée.',
  whyOf: (title: string) => `Dire pourquoi\u00a0: ${title}`,
  tell: 'Envoyer la raison',
  cancel: 'Annuler cette absence',
  counters: 'Jusqu’à aujourd’hui',
  missed: (side: string) => `Demi-journées manquées, ${side}`,
  count: (justified: number, waiting: number, unjustified: number) =>
    `${justified} justifiée${plural(justified)}, ${waiting} en attente, ` +
    `${unjustified} non justifiée${plural(unjustified)}`,
  onlyAbsent: (halfDays: number) => `${halfDays}${NBSP}demi-journée${plural(halfDays)}`,
  leave: 'Congés payés',
  leaveEarned: (days: number) =>
    `${days}${NBSP}jour${plural(days)} ouvrable${plural(days)} gagné${plural(days)} depuis le 1er${NBSP}juin.`,
  leaveUnpaid: (days: number) =>
    `Avant 21${NBSP}ans\u00a0: jusqu’à ${days}${NBSP}jour${plural(days)} de plus, sans salaire.`,
  leaveWhere: 'Ils se prennent les jours d’entreprise, jamais les jours de CFA.',
  source:
    'Motifs\u00a0: Code du travail, L1226-1, L3141-3, L3142-1 et suivants, L3164-9, L6222-35.',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
