import { plural } from '#ui/plural.ts'
import type { texts } from './placement.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Placement',
  subtitle: 'What is known already, and the path it leads to',
  back: 'Coming in and commitments',
  none: 'The centre has not written the placement yet.',
  date: 'Date',
  dateMissing: 'Give a date.',
  prior: 'Diplomas and experience',
  priorHint: 'What was done before the training.',
  nothingSaid: 'Nothing written',
  diagnostic: 'Diagnostic by theme',
  diagnosticMissing: 'Choose at least one level.',
  levels: { 'to-build': 'To build', fragile: 'Fragile', solid: 'Solid' },
  path: 'Adapted path',
  pathText: 'How the training is adapted',
  pathHint: 'Without a change: write that too.',
  pathMissing: 'Say how the training is adapted.',
  months: 'Months more or less on the duration',
  monthsHint: 'With a minus sign to shorten: -12. No effect: 0.',
  monthsWrong: 'Write a number of months, from -30 to 24.',
  monthsEffect: 'Effect on the duration',
  effectOf: (n) => {
    if (n === 0) return 'None'
    const size = Math.abs(n)
    return `${size} month${plural(size)} ${n < 0 ? 'less' : 'more'}`
  },
  durationIs: (n) => `The contract then lasts ${n} months.`,
  durationAgreement:
    'Company, apprentice and centre sign an agreement on it, except after a breach.',
  durationNone: 'Nothing would be left of it.',
  durationUnder: 'A contract lasts at least 6 months, except after a breach.',
  durationOver: (limit) => `A contract lasts at most ${limit} months.`,
  dispenses: 'Dispenses foreseen',
  dispensesHint: 'The apprentice then asks for them, with proof.',
  exam: (code, title) => `${code}. ${title}`,
  arrangement: 'Arrangement for a disability',
  arrangementReaders:
    'Read by the apprentice, the family of a minor, and the centre. The company does not read it.',
  needed: 'Is an arrangement of use?',
  yes: 'Yes',
  no: 'No',
  arranged: 'What is arranged',
  arrangedHint: 'More time, a room, materials. Never write why, nor a diagnosis.',
  neededUntold: 'An arrangement is of use. It is still to be described.',
  notNeeded: 'No arrangement asked for.',
  send: 'Send and sign',
  begin: 'Write another placement',
  correct: 'Take back to correct',
  sign: 'I have read it, I sign',
}
