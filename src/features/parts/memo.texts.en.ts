import type { texts } from './memo.texts.ts'

export const en: (typeof texts)['fr'] = {
  memo: (n) => `Voice memo\u00a0${n}`,
  coming: 'The voice memo is on its way…',
  missing: 'Voice memo not on this device yet',
  unplayable: 'This device cannot play this sound. Another one will.',
  save: (n) => `Save memo\u00a0${n}`,
  inWords: 'The memo, in words',
}
