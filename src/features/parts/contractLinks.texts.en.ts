import type { texts } from './contractLinks.texts.ts'

export const en: (typeof texts)['fr'] = {
  label: 'Contract and calendar',
  calendar: 'Calendar',
  absences: 'Absences',
  contract: 'Contract',
  aids: 'Aid',
  pay: 'Pay',
}
