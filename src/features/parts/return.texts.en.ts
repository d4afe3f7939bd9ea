import type { texts } from './return.texts.ts'

export const en: (typeof texts)['fr'] = {
  reasons: (name, withWords) =>
    `Tap a reason: it goes back to ${name} at once${withWords ? ', with your message' : ''}.`,
  quick: {
    'task-missing': 'A task is missing',
    'not-this-week': 'Not this week',
    'figures-missing': 'Figures are missing',
    'not-lived': 'Not how it went',
    'more-precise': 'Be more precise',
  },
  words: 'Your message',
  wordsHint: (name) =>
    `Optional. It goes with the reason, and ${name} reads both. ` +
    'To dictate, tap the microphone of your keyboard.',
  sendBack: 'Return with this message',
  close: 'Close without returning',
}
