import { inTu } from '#ui/inTu.ts'
import type { texts } from './dispense.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  askLead:
    'Dis quel diplôme tu as. Montre ensuite le justificatif au CFA\u00a0: il n’est pas gardé.',
  diplomaMissing: 'Choisis un diplôme.',
  decideLead: 'Signe quand tu as vu le justificatif et que la dispense est accordée.',
})
