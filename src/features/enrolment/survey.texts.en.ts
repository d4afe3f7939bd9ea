import { plural } from '#ui/plural.ts'
import type { texts } from './survey.texts.ts'

const counted = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

export const en: (typeof texts)['fr'] = {
  back: 'Coming in and commitments',
  none: 'This survey does not wait for your answer.',
  readers: 'Only the coordinator of the centre reads your answers.',
  waitsFor: (name) => `About ${name}. Two minutes.`,
  levels: { 1: 'No', 2: 'Rather not', 3: 'Rather yes', 4: 'Yes' },
  answerMissing: 'Choose an answer.',
  missing: (n) => `${n} answer${plural(n)} still missing.`,
  told: 'One sentence, if you like',
  toldHint: 'What would help, what goes well.',
  send: 'Send my answers',
  sent: 'Your answers are sent.',
  change: 'Change my answers',
  ofLogbook: 'In this logbook',
  ofCohort: 'All logbooks you follow',
  nobody: 'Nobody has answered yet.',
  answered: (apprentices, masters) =>
    `${counted(apprentices, 'apprentice')} and ${counted(masters, 'master')} answered.`,
  result: (average, n, counts) => `${average} out of 4, ${n} answer${plural(n)}: ${counts}`,
  countOf: (n, level) => `${n} ${level.toLowerCase()}`,
  parties: { apprentice: 'An apprentice', master: 'A master' },
}
