import type { texts } from './texts.ts'

export const en: (typeof texts)['fr'] = {
  state: () => ({
    draft: 'Draft',
    amending: 'Being corrected',
    returned: 'To correct',
    kept: 'Waiting to be sent',
    sent: 'Sent',
    signed: 'Signed',
    earlier: 'Signed on an earlier version',
  }),
  photo: (n) => `Photo ${n}`,
  enlarge: (n) => `Enlarge photo ${n}`,
  closePhoto: 'Close the photo',
  photoMissing: 'Photo not on this device yet',
  went: { good: 'It went well', mixed: 'It was so-so', hard: 'It was hard' },
  returnedBy: (name) => `To correct, asked by ${name}`,
}
