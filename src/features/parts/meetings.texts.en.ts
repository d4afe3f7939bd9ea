import type { texts } from './meetings.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Visits and interviews',
  visit: (day) => `Visit of ${day}`,
  interview: (day) => `Interview of ${day}`,
  undated: 'Interview to prepare',
  read: 'To read',
  write: 'Your part is to write',
  sign: 'To sign',
}
