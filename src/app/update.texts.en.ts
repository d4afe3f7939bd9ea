import type { texts } from './update.texts.ts'

export const en: (typeof texts)['fr'] = {
  updateTitle: 'A new version is ready',
  update: 'Update',
  updateLead: 'Your words are kept. The page opens again.',
}
