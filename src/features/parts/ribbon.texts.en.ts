import { plural } from '#ui/plural.ts'
import type { texts } from './ribbon.texts.ts'

export const en: (typeof texts)['fr'] = {
  ribbon: (name, { signed, sent, kept, late }) =>
    `${name === null ? 'The ribbon' : `Ribbon of ${name}`}: ` +
    `${signed} week${plural(signed)} signed, ${sent} sent, ` +
    (kept > 0 ? `${kept} not sent yet, ` : '') +
    `${late} to complete`,
  year: (year) => `Year ${year}`,
  cell: (number, days, place, state) => `Week ${number} (${days}), ${place}: ${state}`,
  toCome: 'to come',
  places: { company: 'in the company', mixed: 'company and centre', closed: 'closed' },
  states: {
    none: 'nothing to write',
    empty: 'to write',
    late: 'late',
    draft: 'draft',
    kept: 'kept on this device, not sent yet',
    sent: 'sent',
    returned: 'to correct',
    signed: 'signed',
  },
  legend: {
    signed: 'Signed',
    kept: 'Kept on this device, not sent yet',
    sent: 'Sent',
    draft: 'Draft',
    returned: 'To correct',
    late: 'Late',
    mixed: 'Company and centre',
    company: 'Whole week in the company',
    closed: 'Closed',
  },
}
