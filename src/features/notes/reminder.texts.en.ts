import type { texts } from './reminder.texts.ts'

export const en: (typeof texts)['fr'] = {
  suggested: 'A suggestion: change it as you like. Nothing leaves before you send it.',
  add: 'Add the suggested reminder',
  text: (name, weeks) =>
    `Hello ${name}, missing in the logbook: ${weeks}. ` +
    'A few words a week are enough. Is something difficult? Write a note here, and we talk.',
  week: (number) => `week ${number}`,
  weeks: (first, last) => `weeks ${first} to ${last}`,
  days: (from, to) => `${from} to ${to}`,
  and: ' and ',
}
