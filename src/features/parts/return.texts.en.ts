import type { texts } from './return.texts.ts'

export const en: (typeof texts)['fr'] = {
  reasons: 'What is to correct?',
  quick: {
    'task-missing': 'A task is missing',
    'not-this-week': 'Not this week',
    'figures-missing': 'Figures are missing',
    'not-lived': 'Not how it went',
    'more-precise': 'Be more precise',
  },
  words: 'Your message',
  wordsHint: 'Optional. To dictate, tap the microphone of your keyboard.',
  sendBack: (name) => `Return to ${name}`,
  close: 'Close without returning',
}
