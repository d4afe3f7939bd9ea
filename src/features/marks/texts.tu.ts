import { inTu } from '#ui/inTu.ts'
import type { texts } from './texts.ts'

export const tu = inTu<(typeof texts)['fr']>({
  hiddenMore: 'Tu lis l’avis du formateur dans les compétences.',
  standingLead: 'Ces notes ne comptent pas pour le diplôme. Elles disent où tu en es.',
  whatIfLead: 'Essaie une note. Rien n’est gardé.',
  labelMissing: 'Donne un titre.',
  subjectMissing: 'Choisis une matière.',
  formerExamMissing: 'Choisis une épreuve.',
  formerMarkProblem: 'Écris une note de 10 à 20, par exemple 12,5.',
  formerDateProblem: 'Donne une date passée.',
  dateMissing: 'Donne une date.',
  notYours: 'Cette note n’est pas à toi.',
  notAMark: 'Écris une note de 0 à 20.',
  markMissing: 'Écris une note de 0 à 20, par exemple 12,5.',
})
