import { plural } from '#ui/plural.ts'
import type { texts } from './texts.ts'

const NBSP = '\u00a0'

export const en: (typeof texts)['fr'] = {
  state: {
    draft: 'Draft',
    returned: 'To correct',
    kept: 'Waiting to be sent',
    sent: 'Sent',
    signed: 'Signed',
    earlier: 'Signed on an earlier version',
  },
  tasks: 'Tasks',
  skills: 'Skills',
  photos: (n) => `${n}${NBSP}photo${plural(n)}`,
  photo: (n) => `Photo ${n}`,
  enlarge: (n) => `Enlarge photo ${n}`,
  closePhoto: 'Close the photo',
  photoMissing: 'Photo not on this device yet',
  went: { good: 'It went well', mixed: 'It was so-so', hard: 'It was hard' },
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
  returnedBy: (name) => `To correct, asked by ${name}`,
  earlierVersions: (n) => (n > 1 ? `See the ${n} earlier versions` : 'See the earlier version'),
  versionOf: (number, instant) => `Version ${number}, ${instant}`,
  ribbon: (name, { signed, sent, late }) =>
    `${name === null ? 'The ribbon' : `Ribbon of ${name}`}: ` +
    `${signed} week${plural(signed)} signed, ${sent} sent, ${late} to complete`,
  year: (year) => `Year ${year}`,
  cell: (number, days, place, state) => `Week ${number} (${days}), ${place}: ${state}`,
  toCome: 'to come',
  places: { company: 'in the company', mixed: 'company and centre', closed: 'closed' },
  states: {
    none: 'nothing to write',
    empty: 'to write',
    late: 'late',
    draft: 'draft',
    sent: 'sent',
    returned: 'to correct',
    signed: 'signed',
  },
  legend: {
    signed: 'Signed',
    sent: 'Sent',
    draft: 'Draft',
    returned: 'To correct',
    late: 'Late',
    company: 'Whole week in the company',
    closed: 'Closed',
  },
  meetings: {
    visit: (day) => `Visit of ${day}`,
    interview: (day) => `Interview of ${day}`,
    undated: 'Interview to prepare',
    read: 'To read',
    write: 'Your part is to write',
    sign: 'To sign',
  },
}
