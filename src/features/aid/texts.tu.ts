import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  sent: 'Ta demande est gardée et partira dès que possible.',
  missing: 'Coche au moins une nuit ou un repas.',
  whatMissing: 'Écris ce qui a été acheté.',
  amountProblem: 'Écris un montant, comme 89,90.',
  dayProblem: 'Écris une vraie date.',
  reasonMissing: 'Écris pourquoi.',
})
