import type { problemTexts } from './problem.ts'

export const en: (typeof problemTexts)['fr'] = {
  'not-allowed': 'You cannot do this here. Any question? Call the centre.',
  'no-document': 'This document is not on this device.',
  'wrong-state': 'This document has changed meanwhile. Read it again.',
  'wrong-identity': 'This document is not the one of this page. Open the page again.',
  'unknown-version': 'The text has changed: read it first.',
  'no-reason': 'Say why, in a few words.',
  'sections-missing': 'Everybody has to finish their part first.',
  incomplete: 'Something is missing. Tick a task or write a sentence.',
  'too-long': 'This text is too long to send. It is kept: make it shorter.',
  'too-many': 'There are too many. Remove some before you send.',
  'too-long-to-keep': 'This text is too long to keep. Cut it in two before you leave the page.',
  'not-kept': 'This device could not keep your words. Do not close the page, try again.',
  'not-loaded': 'The app is not complete here yet. Try again with a network.',
  'no-room': 'This device has no more room. Your text is kept.',
}
