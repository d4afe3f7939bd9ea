import { ofPerson } from '#features/parts/personName.ts'
import type { BreachGround, ContractProblem, Phase } from '#domain/contract/contract.ts'
import type { Duration } from '#domain/contract/duration.ts'
import { plural } from '#ui/plural.ts'

const NBSP = '\u00a0'

type DurationRefusal = Extract<Duration, { readonly refused: string }>['refused']
const moreOrLess = (months: number) =>
  `${Math.abs(months)}${NBSP}mois de ${months < 0 ? 'moins' : 'plus'} que la formation`

const fr = {
  title: 'Contrat',
  loading: 'Lecture du livret…',
  back: (name: string) => `Livret ${ofPerson(name)}`,
  backToContract: 'Contrat',
  none: 'Aucun contrat n’est écrit ici.',
  noneMore: 'Le CFA l’écrit, et vous le lirez sur cette page.',
  noneYours: 'Recopiez le contrat signé\u00a0: les dates et la rémunération en dépendent.',
  write: 'Écrire le contrat',
  another: 'Écrire un autre contrat',
  goOn: 'Continuer le brouillon',
  amend: 'Corriger',
  period: (from: string, to: string) => `Du ${from} au ${to}`,
  broken: (day: string, ground: string) => `Rompu le ${day}. Raison\u00a0: ${ground}.`,
  who: 'Avec qui',
  whoLine: (company: string, master: string) =>
    `${company}. Maître d’apprentissage\u00a0: ${master}.`,
  hosted: 'Entreprise d’accueil',
  lead: 'Référent de l’équipe',
  since: (from: string) => `depuis le ${from}`,
  fromTo: (from: string, to: string) => `du ${from} au ${to}`,
  concluded: 'Conclu le',
  months: 'Durée',
  monthsOf: (months: number, cycle: number) =>
    months === cycle
      ? `${months}${NBSP}mois`
      : `${months}${NBSP}mois, pour une formation de ${cycle}${NBSP}mois`,
  agreement: 'Convention collective',
  born: 'Né ou née le',
  extended: 'Prolongé jusqu’au',
  suspended: 'Suspendu',
  phases: {
    before: 'Pas commencé',
    running: 'En cours',
    suspended: 'Suspendu',
    extended: 'Prolongé',
    'kept-by-centre': 'Rompu, suivi par le CFA',
    over: 'Terminé',
  } satisfies Record<Phase, string>,
  checks: 'Ce que disent les règles',
  problems: {
    'not-a-date': 'Une des dates n’existe pas.',
    'end-before-start': 'Le contrat finit avant de commencer.',
    'extension-before-end': 'La prolongation finit avant le contrat.',
    'extension-over-one-year': 'La prolongation dure plus d’un an.',
    'extension-without-reason': 'La prolongation n’a pas de raison.',
    'extension-without-suspension': 'Prolongé pour une suspension, mais aucune n’est écrite.',
    'suspension-ends-before-it-begins': 'Une suspension finit avant de commencer.',
    'suspension-outside': 'Une suspension sort du contrat.',
    'suspensions-overlap': 'Deux suspensions se chevauchent.',
    'breach-outside': 'La rupture est en dehors du contrat.',
  } satisfies Record<ContractProblem, string>,
  couples: {
    'ends-before-it-begins': () => 'Un maître d’apprentissage finit avant de commencer.',
    'outside-contract': () => 'Un maître d’apprentissage est en dehors du contrat.',
    'no-company': (days: string) => `Aucune entreprise ${days}.`,
    'two-companies': (days: string) => `Deux entreprises à la fois ${days}.`,
    'no-lead': (days: string) => `L’équipe n’a pas de référent ${days}.`,
    'two-leads': (days: string) => `L’équipe a deux référents ${days}.`,
    'same-couple-twice': (days: string) => `Le même maître d’apprentissage deux fois ${days}.`,
    'hosts-its-own': (days: string) => `L’entreprise accueille son propre apprenti ${days}.`,
    'too-many-hosts': () => 'Trop d’entreprises d’accueil\u00a0: deux au plus.',
  } as Readonly<Record<string, (days: string) => string>>,
  eligible: {
    age: 'L’âge permet ce contrat\u00a0: de 16 à 29\u00a0ans.',
    'lower-secondary': '15\u00a0ans, et le collège est fini\u00a0: le contrat est possible.',
    'higher-diploma': 'Plus de 29\u00a0ans, mais pour un diplôme plus élevé.',
    'broken-contract': 'Plus de 29\u00a0ans, mais le contrat d’avant a été rompu.',
    disability: 'Plus de 29\u00a0ans, mais travailleur handicapé.',
    'business-project': 'Plus de 29\u00a0ans, mais pour créer ou reprendre une entreprise.',
    'high-level-sport': 'Plus de 29\u00a0ans, mais sportif de haut niveau.',
    'exam-failure': 'Plus de 29\u00a0ans, mais pour repasser l’examen.',
  } as Readonly<Record<string, string>>,
  thirdOfLevel:
    'Troisième contrat de même niveau\u00a0: il faut l’accord du directeur du dernier CFA.',
  thirdAgreed: (day: string) =>
    `Troisième contrat de même niveau\u00a0: le dernier CFA l’a accepté le ${day}.`,
  disputed: 'À 35\u00a0ans, les sources ne sont pas d’accord\u00a0: demandez à l’OPCO.',
  notEligible: {
    'not-a-date': () => 'L’âge ne peut pas être vérifié\u00a0: une date n’existe pas.',
    'under-15': (day: string) => `Trop jeune\u00a0: 15\u00a0ans le ${day}.`,
    'lower-secondary-missing': (day: string) =>
      `Moins de 16\u00a0ans\u00a0: il faut avoir fini le collège, ou attendre le ${day}.`,
    'over-29': (day: string) =>
      `Plus de 29\u00a0ans\u00a0: il fallait commencer avant le ${day} inclus.`,
    'over-35': (day: string) =>
      `Plus de 35\u00a0ans\u00a0: il fallait commencer avant le ${day} inclus.`,
    'over-one-year-between': (day: string) =>
      `Plus d’un an depuis le contrat d’avant\u00a0: il fallait commencer avant le ${day} inclus.`,
  } as Readonly<Record<string, (day: string) => string>>,
  guardian: (until: string) =>
    `Apprenti mineur\u00a0: son représentant légal signe et lit, jusqu’au ${until}.`,
  durationAsCycle: 'La durée est celle de la formation.',
  durationAgreed: (months: number) =>
    `${moreOrLess(months)}\u00a0: CFA, entreprise et apprenti signent une convention.`,
  durationFree: (months: number) =>
    `${moreOrLess(months)}\u00a0: aucune convention n’est demandée pour cela.`,
  durationRefused: {
    'not-a-duration': () => 'La durée ne peut pas être vérifiée.',
    'under-six-months': (limit: number) => `Un contrat dure au moins ${limit}${NBSP}mois.`,
    'over-the-longest': (limit: number) =>
      `Un contrat dure ${limit}${NBSP}mois au plus. Avec un handicap reconnu, 48.`,
  } satisfies Record<DurationRefusal, (limit: number) => string>,
  hostsLawful: (hosted: number, practical: number) =>
    `Accueil ailleurs\u00a0: ${hosted}${NBSP}jour${plural(hosted)} sur ${practical} en entreprise. La loi en permet la moitié.`,
  hostsOver: (hosted: number, practical: number) =>
    `Les dates d’accueil couvrent ${hosted}${NBSP}jours sur ${practical}. La loi permet la moitié.`,
  startsInOrder: 'L’entreprise et le CFA commencent dans les trois mois.',
  starts: {
    'not-a-date': () => 'Un premier jour n’existe pas.',
    'before-the-law': (day: string) => `Règles connues depuis le ${day} seulement.`,
    'before-execution': () => 'Une formation commence avant le contrat.',
    'over-three-months': (day: string) =>
      `Une formation commence trop tard\u00a0: le ${day} au plus.`,
    'trainee-over-three-months': (day: string) =>
      `Plus de trois mois au CFA sans contrat\u00a0: le ${day} au plus.`,
  } as Readonly<Record<string, (day: string) => string>>,
  trialFree: (done: number, lastDay: string | null) =>
    `Période d’essai\u00a0: ${done} jours sur 45 en entreprise.${
      lastDay === null ? '' : ` Elle finit le ${lastDay}.`
    }`,
  trialOver: (lastDay: string) => `La période d’essai est finie depuis le ${lastDay}.`,
  masterLawful: (master: string) => `${master} n’a pas trop d’apprentis.`,
  masterOver: (master: string, apprentices: number, days: string) =>
    `${master} a ${apprentices}${NBSP}apprentis ${days}. La loi en permet deux, et un redoublant.`,
  kept: (until: string) =>
    `Le CFA continue la formation et aide à trouver une entreprise, jusqu’au ${until}.`,
  keptOver: (until: string) => `Les six mois au CFA après la rupture ont fini le ${until}.`,
  resumption: (by: string) => `L’inspection du travail répond avant le ${by}.`,
  rules: 'Code du travail, L6222-1 à L6222-24 et R6223-6.',
  // Writing it.
  newTitle: 'Nouveau contrat',
  editTitle: 'Corriger le contrat',
  required: 'Écrivez une date.',
  person: 'L’apprenti',
  birthDate: 'Date de naissance',
  dates: 'Les dates',
  concludedOn: 'Conclu le',
  start: 'Premier jour',
  end: 'Dernier jour prévu',
  practicalStart: 'Premier jour en entreprise',
  centreStart: 'Premier jour au CFA',
  centreStartHint: 'Avant le contrat, c’est du temps au CFA sans contrat.',
  cycleMonths: 'Durée normale de la formation, en mois',
  cycleProblem: 'Écrivez un nombre de mois, de 1 à 60.',
  payTitle: 'La rémunération',
  territory: 'Lieu du contrat',
  territories: { metropole: 'France, sauf Mayotte', mayotte: 'Mayotte' },
  minimum: 'Minimum de la convention, en euros par mois',
  minimumHint: 'Laissez vide s’il n’y en a pas.',
  minimumProblem: 'Écrivez un montant, comme 2\u00a0150,50.',
  ageTitle: 'Moins de 16\u00a0ans, ou plus de 29',
  ageException: 'Ce qui permet le contrat',
  exceptions: {
    'lower-secondary': 'Le collège est fini',
    'higher-diploma': 'Diplôme plus élevé que le précédent',
    'broken-contract': 'Contrat d’avant rompu',
    disability: 'Travailleur handicapé',
    'business-project': 'Création ou reprise d’entreprise',
    'high-level-sport': 'Sport de haut niveau',
    'exam-failure': 'Échec à l’examen',
  },
  previousEnd: 'Dernier jour du contrat d’avant',
  couplesTitle: 'Entreprises et maîtres d’apprentissage',
  couple: (n: number) => `Entreprise et maître ${n}`,
  addCouple: 'Ajouter une entreprise ou un maître',
  removeItem: 'Retirer',
  company: 'Entreprise et ville',
  companyMissing: 'Écrivez au moins une entreprise.',
  master: 'Maître d’apprentissage',
  from: 'À partir du',
  until: 'Jusqu’au',
  untilHint: 'Laissez vide pour «\u00a0jusqu’à la fin\u00a0».',
  part: 'Rôle de l’entreprise',
  parts: { employs: 'Elle emploie', hosts: 'Elle accueille' },
  leadTitle: 'Référent de l’équipe\u202f?',
  leads: { yes: 'Oui', no: 'Non' },
  changes: 'Suspension et prolongation',
  breachTitle: 'Fin avant l’heure',
  draftChecks: 'Ce que disent les règles de ce brouillon',
  draftChecksWait: 'Écrivez la naissance, les dates, la durée et l’entreprise.',
  suspension: (n: number) => `Suspension ${n}`,
  addSuspension: 'Ajouter une suspension',
  reason: 'Raison',
  reasons: {
    risk: 'Danger',
    'beyond-control': 'Sans que l’apprenti l’ait voulu',
    'own-choice': 'Choix de l’apprenti',
  },
  extensionReason: 'Raison de la prolongation',
  extensionReasons: {
    'exam-failure': 'Échec à l’examen',
    disability: 'Handicap',
    suspension: 'Suspension',
  },
  extendedEnd: 'Dernier jour avec la prolongation',
  breachGround: 'Raison de la rupture',
  grounds: {
    trial: 'Période d’essai',
    agreement: 'Accord des deux parties',
    'serious-fault': 'Faute grave',
    'force-majeure': 'Force majeure',
    unfitness: 'Inaptitude',
    'death-of-master': 'Décès du maître d’apprentissage',
    apprentice: 'L’apprenti, après le médiateur',
    diploma: 'Diplôme obtenu',
    exclusion: 'Exclusion du CFA',
    'resumption-refused': 'Reprise refusée',
  } satisfies Record<BreachGround, string>,
  breachOn: 'Dernier jour du contrat rompu',
  publish: 'Publier le contrat',
  publishHint: 'L’apprenti, le maître et le CFA le liront.',
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
