import type { RequestState } from '#domain/exams/dispenseRequests.ts'

const NBSP = '\u00a0'

const fr = {
  title: 'Dispenses',
  lead: 'Un diplôme déjà obtenu peut dispenser d’une épreuve. Cela se demande.',
  exam: (code: string, title: string) => `${code}. ${title}`,
  states: {
    draft: 'Brouillon',
    asked: 'Demandée',
    returned: 'Revenue',
    given: 'Dispensé',
  } satisfies Record<RequestState, string>,
  pageTitle: 'Dispense d’une épreuve',
  back: 'L’examen',
  none: 'Aucune dispense n’est demandée pour cette épreuve.',
  given: 'Cette épreuve n’est pas à passer.',
  givenBy: 'Accordée',
  askLead:
    'Dites quel diplôme vous avez. Montrez ensuite le justificatif au CFA\u00a0: il n’est pas gardé.',
  diploma: 'Diplôme obtenu',
  diplomaMissing: 'Choisissez un diplôme.',
  passed: 'Dans ce diplôme, j’ai validé',
  passedMissing: 'Sans cette unité, la dispense n’est pas possible.',
  told: 'Lequel, où et quand',
  toldHint: 'Par exemple\u00a0: BTS Tourisme, académie de Lyon, session 2024.',
  toldMissing: 'Dites quel diplôme c’est.',
  send: 'Demander la dispense',
  takeBack: 'Reprendre pour corriger',
  source: (source: string) => `Source${NBSP}: ${source}`,
  decideLead: 'Signez quand vous avez vu le justificatif et que la dispense est accordée.',
  give: 'Accorder la dispense',
  returnInstead: 'Renvoyer à l’apprenti',
  takeItBack: 'Revenir sur la décision',
  reason: 'Pourquoi',
  sendBack: 'Renvoyer',
}

export const texts = {
  fr,
  tu: async () => (await import('./dispense.texts.tu.ts')).tu(fr),
  en: async () => (await import('./dispense.texts.en.ts')).en,
}
