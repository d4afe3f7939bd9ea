import { plural } from '#ui/plural.ts'
import type { texts } from './contractLinks.texts.ts'

export const en: (typeof texts)['fr'] = {
  label: 'Contract, calendar and people',
  calendar: 'Calendar',
  absences: 'Absences',
  contract: 'Contract',
  aids: 'Aid',
  people: 'People of the logbook',
  pay: 'Pay',
  toSettle: (n) => `${n} request${plural(n)} to settle`,
  toCorrect: (n) => `${n} request${plural(n)} to correct`,
}
