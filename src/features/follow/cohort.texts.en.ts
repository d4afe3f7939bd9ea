import { plural } from '#ui/plural.ts'
import type { texts } from './cohort.texts.ts'

export const en: (typeof texts)['fr'] = {
  back: 'Your apprentices',
  title: 'The cohort',
  lead: 'One line for each apprentice, one bar for each week. Tap a line to open the logbook.',
  loading: 'Reading the logbooks…',
  none: 'No logbook on this device.',
  noneMore: 'Your logbooks arrive as soon as the network is back.',
  order: 'Order',
  byNeed: 'Late ones first',
  byName: 'By name',
  list: 'Apprentices of the cohort',
  all: (n) => `${n} apprentice${plural(n)}`,
  sum: ({ signed, expected }) => `${signed} signed of ${expected}`,
  late: (n) => `${n} late`,
  row: (name, { signed, sent, late, returned, expected }) =>
    `${name}: ${signed} week${plural(signed)} signed of ${expected}, ` +
    `${sent} sent, ${late} late, ${returned} to correct`,
  total: (percent) => `${percent}% of the expected weeks are signed`,
  percent: (percent) => `${percent}% signed`,
  print: 'Print',
  legend: {
    signed: 'Signed',
    sent: 'Sent',
    draft: 'Draft',
    returned: 'To correct',
    late: 'Late',
    empty: 'To write',
    none: 'Nothing to write',
  },
}
