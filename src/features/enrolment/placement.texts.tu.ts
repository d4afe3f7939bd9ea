import { inTu } from '#ui/inTu.ts'
import type { texts } from './placement.texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  dateMissing: 'Donne une date.',
  diagnosticMissing: 'Choisis au moins un niveau.',
  pathHint: 'Sans changement\u00a0: écris-le aussi.',
  arrangedHint: 'Temps en plus, salle, supports. N’écris jamais pourquoi, ni un diagnostic.',
  monthsWrong: 'Écris un nombre de mois, de -30 à 24.',
})
