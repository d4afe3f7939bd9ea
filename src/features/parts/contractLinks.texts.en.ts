import { plural } from '#ui/plural.ts'
import type { texts } from './contractLinks.texts.ts'

export const en: (typeof texts)['fr'] = {
  label: 'Contract and calendar',
  calendar: 'Calendar',
  absences: 'Absences',
  contract: 'Contract',
  aids: 'Aid',
  pay: 'Pay',
  toSettle: (n) => `${n} request${plural(n)} to settle`,
  toCorrect: (n) => `${n} request${plural(n)} to correct`,
}
