import type { texts } from './draftEnd.texts.ts'

export const en: (typeof texts)['fr'] = { discard: 'Delete this draft' }
