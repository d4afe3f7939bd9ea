import type { texts } from './shortcuts.texts.ts'

export const en: typeof texts.fr = {
  title: 'Keyboard shortcuts',
  close: 'Close',
  keys: [
    ['/', 'Search'],
    ['j', 'Next apprentice'],
    ['k', 'Previous apprentice'],
    ['Ctrl + Enter', 'Send what you write'],
    ['?', 'This help'],
  ],
  off: 'Single keys can be switched off under “Me”.',
}
