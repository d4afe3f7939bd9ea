import type { texts } from './newNotes.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: (n) => (n > 1 ? `${n} new notes` : 'New note'),
  by: (name) => `Note from ${name}`,
  latest: (name) => `Latest note: ${name}`,
  said: (when, words) => `${when}: “${words}”`,
}
