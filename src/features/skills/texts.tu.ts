import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  you: 'Toi',
  lastOwn: (day) => `Ta dernière évaluation\u00a0: ${day}.`,
  noneOwn: 'Tu n’as encore rien évalué.',
  selfLead: 'Dis où tu en es. Une seule compétence suffit.',
  assessLead: 'Dis ce que tu as vu. Une seule compétence suffit.',
  noneChosen: 'Choisis au moins un niveau.',
  notYours: 'Tu lis les évaluations, tu n’en écris pas.',
})
