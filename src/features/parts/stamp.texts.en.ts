import type { texts } from './stamp.texts.ts'

export const en: (typeof texts)['fr'] = {
  signed: 'Signed',
  onVersion: (version, instant) => `${instant}, on version ${version}. The text has changed since.`,
  how: 'How',
  levels: {
    'device-key': () => 'With the key of their device',
    session: () => 'In an open session',
    'in-person': (owner) => `In person, on the device of ${owner}`,
  },
  version: 'Version',
  oldVersion: (version) => `${version}, replaced since`,
  hash: 'Fingerprint of the text',
  receipt: 'Receipt',
  received: (instant) => `Received by the server on ${instant}`,
  notReceived: 'Not sent yet',
  earlierVersions: (n) => (n > 1 ? `See the ${n} earlier versions` : 'See the earlier version'),
  versionOf: (number, instant) => `Version ${number}, ${instant}`,
}
