import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  loading: 'Opening the logbook…',
  partNotHere: 'This page is not on this device yet. It opens with the network.',
  skip: 'Go to the content',
  nav: 'Main menu',
  accessibility: 'Accessibility: not compliant',
  brand: 'Livret',
  week: 'My week',
  toSign: 'To sign',
  apprentices: 'Apprentices',
  logbook: 'Logbook',
  notes: 'Notes',
  me: 'Me',
  notFound: 'This page does not exist.',
  home: 'Back home',
  typeTheCode: 'Type the code',
}
