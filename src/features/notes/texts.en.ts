import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Notes',
  back: (name) => `Logbook of ${name}`,
  loading: 'Reading the logbook…',
  none: 'No note yet.',
  noneMore: 'A note tells the others what matters, and stays in the logbook.',
  yours: 'Your note',
  readers: 'Apprentice, master and centre read it. It does not change afterwards.',
  writeFirst: 'Write a few words first.',
  send: 'Send the note',
  kept: 'Note kept.',
  you: 'You',
  waiting: 'Waiting to be sent',
}
