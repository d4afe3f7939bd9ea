import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'What you sent',
  signedOutLead: 'Your words are kept on this device. Sign in again so that they leave.',
  reconnect: 'Sign in again',
  offlineLead: 'You can go on. Everything leaves when the network is back.',
  allSent: 'Everything you wrote has arrived.',
  waitingTitle: 'Waiting',
  waitingLead: (count) =>
    count === 1
      ? 'One thing waits for the network. It leaves by itself.'
      : `${count} things wait for the network. They leave by themselves.`,
  photos: (count) => (count === 1 ? 'One photo' : `${count} photos`),
  refusedTitle: 'To look at',
  refusedLead: 'The server kept them, but did not take them into account.',
  sendNow: 'Send now',
  lastSent: (when) => `Last sent: ${when}.`,
  version: (version) => `Version ${version}`,
  problem: 'Sending does not work. Your words are kept here, we try again.',
  kinds: {
    entry: 'Week',
    visit: 'Visit',
    interview: 'Interview',
    section: 'Part of an interview',
    note: 'Note',
  },
  acts: {
    patch: 'text',
    submit: 'sending',
    withdraw: 'taking back',
    return: 'return',
    publish: 'sending',
    freeze: 'going to signatures',
    sign: 'signature',
    amend: 'correction',
    resolve: 'choice of a text',
    discard: 'deletion',
  },
  codes: {
    'not-allowed': 'You were no longer allowed to do it.',
    'wrong-state': 'The document had changed meanwhile.',
    'unknown-version': 'The server does not know the text you signed.',
    'bad-signature': 'The signature could not be checked.',
    'files-missing': 'The photos have not arrived yet. The signature leaves with them.',
    invalid: 'A value is not possible, such as a date.',
    unreadable: 'The server could not read it. The centre will look.',
    failed: 'The server could not handle it. The centre will look.',
    revoked: 'You no longer follow this logbook. Your words are kept here.',
    other: 'The server refused it. Call the centre.',
  },
  signedOut: 'Sign in again',
}
