import type { texts } from './texts.ts'

export const en: typeof texts.fr = {
  title: 'Accessibility: not compliant',
  lead: 'Not compliant means here: no audit has shown it yet.',
  state: 'Where we stand',
  stateText:
    'Livret aims at RGAA 4.1.2 and WCAG 2.2, level AA. There was no outside audit yet. So we cannot call ourselves compliant.',
  tried: 'What is checked at every change',
  triedItems: [
    'Every screen, by a checking tool, on phone and computer, light and dark.',
    'Every gesture, with the keyboard alone.',
    'Text twice as large, or spaced out.',
    'A screen 320 pixels wide.',
    'The contrast of all colours.',
  ],
  missing: 'What is missing',
  missingItems: [
    'Trials with people who use a screen reader.',
    'A complete audit of the RGAA criteria.',
    'Photos have no description written by their author.',
    'A voice memo is in words only if its author writes them down.',
  ],
  help: 'Is something in your way?',
  helpText:
    'Tell the centre, which gives you the same content in another way. Each has a disability officer.',
  rights: 'Without an answer, you can turn to the Défenseur des droits, free of charge.',
  rightsLink: 'Défenseur des droits: write',
  date: 'Page written on 25 November 2026.',
  back: 'Back to the start',
}
