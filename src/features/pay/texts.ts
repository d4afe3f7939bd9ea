import type { AgeBracket } from '#domain/pay/payGrid.ts'
import type { PayChange } from '#domain/pay/payCurve.ts'
import type { TopUpCondition } from '#domain/pay/payStep.ts'
import type { FieldProblem, PayCase } from './payForm.ts'

const NBSP = '\u00a0'
const ordinal = (year: number) => (year === 1 ? '1re' : `${year}e`)

const fr = {
  title: 'Simulateur de rémunération',
  lead: 'Combien un apprenti doit-il être payé, au minimum\u202f?',
  privacy: 'Rien n’est envoyé\u00a0: le calcul se fait sur cet appareil, même sans réseau.',
  home: 'Accueil',
  birthDate: 'Date de naissance',
  start: 'Premier jour du contrat',
  months: 'Durée du contrat, en mois',
  cycle: 'Durée normale de la formation, en mois',
  cycleHint: '24 pour un BTS. Un contrat plus court compte le reste comme déjà fait.',
  on: 'Jour du calcul',
  onHint: 'La rémunération change pendant le contrat.',
  concludedOn: 'Contrat conclu le (facultatif)',
  concludedHint: 'Les cotisations dépendent de ce jour.',
  territory: 'Lieu du contrat',
  territories: { metropole: 'France, sauf Mayotte', mayotte: 'Mayotte' },
  cases: 'Ce qui peut changer le calcul',
  casesHint: 'Ne cochez rien si rien ne vous concerne.',
  case: {
    minimum: 'La convention collective a un minimum',
    previous: 'Un contrat d’apprentissage existait avant',
    'top-up': 'Un second diplôme de même niveau, en un an',
    extension: 'Le contrat est prolongé',
    licence: 'Une licence professionnelle en un an',
    benefits: 'L’entreprise loge ou nourrit l’apprenti',
  } satisfies Record<PayCase, string>,
  minimum: 'Minimum de la convention pour ce poste, en euros par mois',
  company: 'L’entreprise du contrat d’avant',
  companies: { same: 'La même', other: 'Une autre' },
  diploma: 'Le diplôme du contrat d’avant',
  diplomas: { yes: 'Obtenu', no: 'Pas obtenu' },
  lastDue: 'Pourcentage du SMIC dû la dernière année',
  lastPaid: 'Pourcentage du SMIC payé la dernière année',
  percentHint: 'Par exemple 51.',
  level: 'Le niveau du premier diplôme',
  levels: { same: 'Le même', other: 'Un autre' },
  link: 'Le lien entre les deux métiers',
  links: { direct: 'Direct', none: 'Aucun lien direct' },
  years: 'Années du premier diplôme',
  route: 'Le premier diplôme a été préparé',
  routes: { apprenticeship: 'En apprentissage', school: 'À l’école' },
  reason: 'Raison de la prolongation',
  reasons: { 'exam-failure': 'Échec à l’examen', disability: 'Handicap' },
  extendedEnd: 'Dernier jour avec la prolongation',
  benefits: 'Valeur du logement et des repas, en euros par mois',
  benefitsHint: 'Celle que fixe la Sécurité sociale.',
  compute: 'Calculer',
  problems: {
    day: 'Écrivez une vraie date, jour, mois et année.',
    number: 'Écrivez un nombre entier.',
    amount: 'Écrivez un montant, comme 2\u00a0150,50.',
    percent: 'Écrivez un pourcentage, comme 51.',
    choice: 'Choisissez une réponse.',
  } satisfies Record<FieldProblem, string>,
  toCorrect: 'Il manque des réponses. Elles sont signalées dans le formulaire.',
  noResult: 'Pas de résultat pour ces réponses',
  refusals: {
    'not-a-date': () => 'Une des dates n’existe pas au calendrier.',
    'not-a-duration': () =>
      'Une des durées n’est pas possible. Un contrat dure 48\u00a0mois au plus.',
    'not-an-amount': () => 'Le minimum de la convention n’est pas un montant possible.',
    'not-a-percent': () => 'Un des pourcentages n’est pas possible.',
    'unknown-territory': () => 'Ce lieu n’est pas connu.',
    'unknown-value': () => 'Une des réponses n’est pas possible.',
    'before-first-grid': (day: string) =>
      `La grille connue vaut pour les contrats commencés depuis le ${day}.`,
    'before-first-minimum-wage': (day: string) => `Le SMIC n’est connu ici que depuis le ${day}.`,
    'end-before-start': (day: string) => `Le contrat finirait le ${day}, avant d’avoir commencé.`,
    'under-15': (day: string) => `Il faut 15\u00a0ans pour commencer. Ce sera le ${day}.`,
    'extension-over-one-year': (day: string) =>
      `Une prolongation dure un an au plus\u00a0: jusqu’au ${day}.`,
    'extension-out-of-order': () => 'Les dates de la prolongation se contredisent.',
    'before-contract': (day: string) => `Ce jour est avant le contrat, qui commence le ${day}.`,
    'after-contract': (day: string) => `Ce jour est après le contrat, qui finit le ${day}.`,
  } as Record<string, (day: string) => string>,
  result: 'Minimum légal',
  aMonth: (amount: string) => `${amount} brut par mois`,
  resultLine: (percent: string, base: string, day: string) =>
    `${percent} du ${base}, pour un mois complet, au ${day}.`,
  bases: { SMIC: 'SMIC', SMC: 'minimum de la convention' },
  floor: 'C’est un minimum. Une convention ou le contrat peuvent prévoir mieux.',
  why: 'Le calcul, ligne par ligne',
  brackets: {
    '-18': 'moins de 18\u00a0ans',
    '18-20': '18 à 20\u00a0ans',
    '21-25': '21 à 25\u00a0ans',
    '26+': '26\u00a0ans et plus',
  } satisfies Record<AgeBracket, string>,
  steps: {
    creditedMonths: (months: number) =>
      `Contrat plus court que la formation\u00a0: ${months}${NBSP}mois comptent comme déjà faits.`,
    executionYear: (year: number, from: string) =>
      `${ordinal(year)}${NBSP}année d’exécution du contrat, depuis le ${from}.`,
    licence: (year: number) =>
      `La licence professionnelle en un an est payée comme une ${ordinal(year)}${NBSP}année.`,
    previousYears: (year: number) =>
      `Les années du premier diplôme comptent\u00a0: la ${ordinal(year)}${NBSP}année s’applique.`,
    bracketPaid: (age: number, birthday: string, from: string) =>
      `${age}${NBSP}ans le ${birthday}\u00a0: la nouvelle tranche d’âge compte depuis le ${from}.`,
    bracketToCome: (age: number, birthday: string, from: string) =>
      `${age}${NBSP}ans le ${birthday}\u00a0: la nouvelle tranche d’âge comptera le ${from}.`,
    grid: (percent: string, bracket: string, year: number) =>
      `Grille légale\u00a0: ${percent} pour ${bracket}, en ${ordinal(year)}${NBSP}année.`,
    succession: (percent: string, better: boolean) =>
      better
        ? `Le contrat d’avant garantit ${percent}\u00a0: c’est plus, c’est retenu.`
        : `Le contrat d’avant garantit ${percent}\u00a0: ce n’est pas plus que la grille.`,
    successionWithoutDiploma:
      'Le contrat d’avant n’a pas donné de diplôme\u00a0: il ne garantit rien.',
    topUp: (from: string, percent: string, better: boolean) =>
      better
        ? `15${NBSP}points de plus au premier jour\u00a0: de ${from} à ${percent}.`
        : `15${NBSP}points de plus au premier jour font ${percent}\u00a0: la grille du jour fait mieux.`,
    topUpRefused: (missing: string) => `Pas de majoration de 15${NBSP}points\u00a0: ${missing}.`,
    missing: {
      'same-level': 'le niveau n’est pas le même',
      'directly-related': 'les métiers ne sont pas liés',
      'one-year': 'le contrat dure plus d’un an',
      'diploma-obtained': 'le premier diplôme n’a pas été obtenu',
    } satisfies Record<TopUpCondition, string>,
    extension: (from: string, year: number) =>
      `Prolongation depuis le ${from}\u00a0: la ${ordinal(year)}${NBSP}année continue.`,
    disability: (percent: string) =>
      `Prolongation pour handicap\u00a0: 15${NBSP}points de plus, ${percent}.`,
    cap: (percent: string) => `La majoration ne dépasse pas ${percent}.`,
    minimumWage: (monthly: string, hourly: string, from: string) =>
      `SMIC depuis le ${from}\u00a0: ${hourly} de l’heure, ${monthly} par mois.`,
    conventional: {
      higher: (monthly: string) =>
        `Minimum de la convention\u00a0: ${monthly}. C’est plus, il sert de base.`,
      'not-higher': (monthly: string) =>
        `Minimum de la convention\u00a0: ${monthly}. Ce n’est pas plus que le SMIC.`,
      'under-21': (monthly: string) =>
        `Minimum de la convention\u00a0: ${monthly}. Il compte à partir de 21${NBSP}ans.`,
    },
    amount: (percent: string, base: string, gross: string) => `${percent} de ${base} = ${gross}.`,
  },
  curve: 'Pendant tout le contrat',
  curveLead: 'Le SMIC change. L’avenir est calculé avec le dernier SMIC connu.',
  curveLabel: (steps: number, first: string, last: string) =>
    `Rémunération minimale en ${steps}${NBSP}étapes, de ${first} à ${last} par mois.`,
  today: 'Aujourd’hui',
  table: {
    caption: 'Étapes de la rémunération minimale',
    number: 'N°',
    from: 'À partir du',
    amount: 'Brut par mois',
    why: 'Pourquoi',
  },
  changes: {
    'contract-start': 'Début du contrat',
    'first-minimum-wage': 'Premier SMIC connu',
    'age-bracket': 'Nouvelle tranche d’âge',
    'execution-year': 'Nouvelle année d’exécution',
    'minimum-wage': 'Nouveau SMIC',
    'conventional-minimum': 'Minimum de la convention',
    extension: 'Prolongation',
  } satisfies Record<PayChange, string>,
}

export const texts = {
  fr,
  tu: async () => (await import('./texts.tu.ts')).tu(fr),
  en: async () => (await import('./texts.en.ts')).en,
}
