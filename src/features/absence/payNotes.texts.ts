import type { PayEffect } from '#domain/absences/motives.ts'
import type { MotiveSide } from '#domain/absences/motiveId.ts'

const fr = {
  title: 'Pour la paie',
  lead: 'Le temps au CFA est du temps de travail\u00a0: une absence y compte aussi.',
  sides: {
    centre: 'Jours de CFA',
    company: 'Jours d’entreprise',
  } satisfies Record<MotiveSide, string>,
  nothing: 'Rien à changer dans la paie.',
  effects: {
    deductible: (time: string) =>
      `${time} non justifiées\u00a0: l’entreprise peut ne pas les payer, sans autre amende.`,
    undecided: (time: string) => `${time} à décider\u00a0: le justificatif ou l’accord manque.`,
    insurance: (time: string) => `${time} d’arrêt\u00a0: indemnités de l’Assurance maladie.`,
    maintained: (time: string) =>
      `${time} payées\u00a0: congé payé, ou absence que la loi prévoit.`,
  } satisfies Record<PayEffect, (time: string) => string>,
  atMinimum: (cut: string, pay: string, time: string) =>
    `Au minimum légal\u00a0: ${cut} au plus, sur ${pay} brut pour ${time}.`,
  rule: 'La retenue suit le temps manqué, sans plus. Le salaire convenu n’est pas dans le livret\u00a0: le calcul part du minimum légal du mois.',
  told: (day: string) => `Dit à l’entreprise le ${day}, sans motif ni jour.`,
  tell: 'Dire à l’entreprise',
  tellAgain: 'Corriger ce que l’entreprise sait',
  source: 'Code du travail, L6222-24, L1331-2, L3141-3, L3142-1.',
}

export const texts = {
  fr,
  en: async () => (await import('./payNotes.texts.en.ts')).en,
}
