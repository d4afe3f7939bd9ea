import { plural } from '#ui/plural.ts'
import type { texts } from './signed.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Your signatures',
  back: 'To sign',
  loading: 'Reading the logbooks…',
  none: 'You have not signed anything yet.',
  noneMore: 'What you sign stays here, with its stamp.',
  signedOn: (day) => `Signed on ${day}`,
  readOn: (day) => `Read on ${day}`,
  weekSignedOn: (days, day) => `${days}, signed on ${day}`,
  waiting: 'Waiting to be sent',
  more: (n) => `Show ${n} more signature${plural(n)}`,
}
