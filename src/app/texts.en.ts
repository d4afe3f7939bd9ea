import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  loading: 'Opening the logbook…',
  skip: 'Go to the content',
  nav: 'Main menu',
  brand: 'Livret',
  week: 'My week',
  toSign: 'To sign',
  apprentices: 'Apprentices',
  logbook: 'Logbook',
  notes: 'Notes',
  me: 'Me',
  firstSync: 'We prepare your logbook on this device.',
  firstSyncLead: 'It takes a few seconds, only once. It needs the network.',
  noLogbook: 'No logbook is open to you.',
  noLogbookLead: 'Call the centre if you expected one.',
  notFound: 'This page does not exist.',
  home: 'Back home',
  typeTheCode: 'Type the code',
  updateTitle: 'A new version is ready',
  update: 'Update',
  updateLead: 'Your words are kept. The page opens again.',
}
