import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  casesHint: 'Ne coche rien si rien ne te concerne.',
  problems: {
    day: 'Écris une vraie date, jour, mois et année.',
    number: 'Écris un nombre entier.',
    amount: 'Écris un montant, comme 2\u00a0150,50.',
    percent: 'Écris un pourcentage, comme 51.',
    choice: 'Choisis une réponse.',
  },
})
