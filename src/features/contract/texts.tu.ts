import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  noneMore: 'Le CFA l’écrit, et tu le liras sur cette page.',
  noneYours: 'Recopie le contrat signé\u00a0: les dates et la rémunération en dépendent.',
  disputed: 'À 35\u00a0ans, les sources ne sont pas d’accord\u00a0: demande à l’OPCO.',
  minimumHint: 'Laisse vide s’il n’y en a pas.',
  untilHint: 'Laisse vide pour «\u00a0jusqu’à la fin\u00a0».',
  required: 'Écris une date.',
  cycleProblem: 'Écris un nombre de mois, de 1 à 60.',
  minimumProblem: 'Écris un montant, comme 2\u00a0150,50.',
  companyMissing: 'Écris au moins une entreprise.',
  draftChecksWait: 'Écris la naissance, les dates, la durée et l’entreprise.',
})
