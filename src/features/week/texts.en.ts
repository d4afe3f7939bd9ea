import { plural } from '#ui/plural.ts'
import type { texts } from './texts.ts'

const NBSP = '\u00a0'
const master = (name: string | null) => (name === null ? 'your master' : name)

export const en: (typeof texts)['fr'] = {
  thisWeek: (number) => `My week ${number}`,
  week: (number) => `Week ${number}`,
  home: 'Home',
  tasks: 'What did you do in the company?',
  tasksHint: 'Tap your tasks of the week.',
  allTasks: (n) => (n > 0 ? `Other tasks (${n} ticked)` : 'Other tasks'),
  allTasksLegend: 'Other tasks of the diploma',
  sameAsLastWeek: 'Take last week again',
  sameAsWeek: (number) => `Take week${NBSP}${number} again`,
  onLeave: 'I was on leave',
  leaveSentence: 'I was on leave this week.',
  told: 'In one sentence',
  toldHint: 'To dictate, tap the microphone of your keyboard.',
  feeling: 'How did it go?',
  feelings: { good: 'Well', mixed: 'So-so', hard: 'Hard' },
  more: 'Add a photo, skills',
  added: (photos, skills) =>
    `Photos and skills: ${[
      photos > 0 && `${photos} photo${plural(photos)}`,
      skills > 0 && `${skills} skill${plural(skills)}`,
    ]
      .filter((each) => each !== false)
      .join(', ')}`,
  skills: 'Skills you worked on',
  kept: 'Kept on this device',
  send: (name) => `Send to ${master(name)}`,
  notSent: 'Nothing was sent. Your text is kept.',
  sent: (name) => `Sent to ${master(name)}`,
  sentText: (given) =>
    given === null ? 'Your week waits for a signature.' : `${given} can read it and sign it.`,
  keptTitle: 'Kept on this device',
  keptText: 'Your week leaves by itself as soon as there is a network.',
  takeBack: 'Take it back to correct',
  signedTitle: (name) => `Signed by ${name}`,
  correct: 'Correct it anyway',
  correctHint: 'This makes a new version. The signed one stays visible.',
  correcting: 'You are correcting a week that is already signed',
  correctingText: 'The signed version stays visible. The new one will have to be signed.',
  returned: 'To correct',
  late: (n) => `${n} week${plural(n)} to complete`,
  moreWeeks: (n) => `See ${n} other week${plural(n)}`,
  overdue: 'Late',
  begun: 'Begun',
  toWrite: 'To write',
  myYears: 'My ribbon',
  closed: 'Nothing to write this week.',
  closedText: 'This week is closed. Were you in the company?',
  writeAnyway: 'Write this week',
  before: (day) => `Your contract begins on ${day}.`,
  after: (day) => `Your contract ended on ${day}.`,
  afterText: 'Your weeks stay here, to read and to complete.',
  future: 'This week has not begun.',
  unknownWeek: 'This week is not in the contract.',
  backHome: 'Back home',
  previous: (number) => `Week ${number}`,
}
