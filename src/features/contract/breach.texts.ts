import type { BreachProblem } from '#domain/contract/breach.ts'
import type { BreachDay } from '#domain/contract/breachSteps.ts'
import type { BreachGround } from '#domain/contract/contract.ts'

/** Of the end of a contract: what each way asks for, and what follows. */
const fr = {
  how: 'Comment faire',
  // Who, in which form, and with which notice: the sentences of each way to end it.
  forms: {
    trial: [
      'L’un ou l’autre y met fin par écrit, sans raison à donner.',
      'Possible jusqu’au 45e jour passé en entreprise.',
    ],
    agreement: [
      'L’apprenti et l’employeur signent tous les deux.',
      'Pour un mineur, son représentant légal signe aussi.',
    ],
    'serious-fault': ['L’employeur licencie\u00a0: entretien, puis lettre.'],
    'force-majeure': ['L’employeur licencie, par lettre.'],
    unfitness: [
      'Le médecin du travail a dit l’inaptitude.',
      'L’employeur licencie, sans avoir à reclasser.',
    ],
    'death-of-master': [
      'Le maître d’apprentissage était l’employeur, seul dans son entreprise.',
      'Le contrat est rompu par écrit.',
    ],
    apprentice: [
      'L’apprenti saisit d’abord le médiateur.',
      'Il prévient l’employeur 5\u00a0jours après, au plus tôt.',
      'Le contrat finit 7\u00a0jours après cela, au plus tôt.',
      'Pour un mineur, son représentant légal signe aussi.',
    ],
    diploma: [
      'L’apprenti a son diplôme avant la fin du contrat.',
      'Il prévient l’employeur par écrit un mois avant de partir.',
    ],
    exclusion: [
      'Le CFA a exclu l’apprenti pour de bon.',
      'L’employeur peut licencier, sauf si un autre CFA l’inscrit dans les deux mois.',
    ],
    'resumption-refused': [
      'L’inspection du travail refuse que le contrat suspendu reprenne.',
      'Il est rompu le jour où l’employeur reçoit cette décision.',
    ],
  } satisfies Record<BreachGround, readonly string[]>,
  days: {
    breachWrittenOn: 'Jour de l’écrit',
    mediatorAskedOn: 'Jour où le médiateur est saisi',
    companyToldOn: 'Jour où l’employeur est prévenu',
    diplomaOn: 'Jour où le diplôme est obtenu',
    excludedOn: 'Jour de l’exclusion',
  } satisfies Record<BreachDay, string>,
  guardian: 'Le représentant légal',
  guardianHint: 'Demandé seulement pour un apprenti mineur.',
  guardianWords: {
    signed: 'Il a signé',
    mediator: 'Le médiateur s’en charge',
    missing: 'Il n’a pas signé',
  },
  inOrder: 'La rupture suit les règles.',
  missing: (days: string) => `Pour vérifier la rupture, il manque\u00a0: ${days}.`,
  problems: {
    'not-a-date': () => 'Une des dates de la rupture n’existe pas.',
    'trial-over': (day: string) =>
      `La période d’essai a fini le ${day}\u00a0: il faut une autre façon de rompre.`,
    'guardian-missing': () => 'Apprenti mineur\u00a0: il manque son représentant légal.',
    'company-told-too-early': (day: string) =>
      `Employeur prévenu trop tôt\u00a0: pas avant le ${day}.`,
    'too-early': (day: string) => `Le contrat ne peut pas finir avant le ${day}.`,
  } satisfies Record<BreachProblem['code'], (day: string) => string>,
  notify: 'Le CFA et l’OPCO sont prévenus tout de suite.',
  payDue: 'L’employeur doit la rémunération jusqu’à la fin prévue du contrat.',
  otherCentre: (day: string) => `L’apprenti cherche un autre CFA, jusqu’au ${day}.`,
  rules: 'Code du travail, L6222-18 à L6222-19, D6222-21-1, L6225-5.',
}

export const texts = {
  fr,
  en: async () => (await import('./breach.texts.en.ts')).en,
}
