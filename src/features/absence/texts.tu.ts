import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  who: { nobody: 'Personne ne t’attend à ces dates.' },
  side: 'Où étais-tu attendu\u202f?',
  sent: 'Ton absence est gardée et partira dès que possible.',
  problems: {
    day: 'Écris une vraie date.',
    'too-long': 'Trois mois au plus. Déclare le reste à part.',
  },
  motiveMissing: 'Choisis une raison.',
  sideMissing: 'Dis où tu étais attendu.',
  minutesProblem: 'Écris un nombre de minutes, de 1 à 600.',
})
