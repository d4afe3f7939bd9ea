import type { texts } from './reminder.texts.ts'

export const en: (typeof texts)['fr'] = {
  remind: (name) => `Remind ${name}`,
}
