import type { texts } from './firstSync.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Logbook',
  asking: {
    title: 'We prepare your logbook on this device.',
    lead: 'It takes a few seconds, only once.',
  },
  offline: {
    title: 'Your logbook is not on this device yet.',
    lead: 'The centre does not answer. Your logbook comes by itself with the network.',
  },
  none: {
    title: 'No logbook is open to you.',
    lead: 'Call the centre if you expected one.',
  },
  begin: {
    title: (centre) => `${centre}: its logbooks are opened here.`,
    lead: 'From a file, or one apprentice at a time.',
    open: 'Open logbooks',
  },
}
