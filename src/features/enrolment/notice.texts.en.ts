import { plural } from '#ui/plural.ts'
import type { texts } from './notice.texts.ts'

export const en: (typeof texts)['fr'] = {
  readings: (n) => `${n} text${plural(n)} to read and sign`,
  placement: 'Placement to sign',
  surveys: (n) => `${n} survey${plural(n)} to answer`,
  dispenses: (n) => `${n} dispense request${plural(n)} to decide`,
  returnedDispenses: (n) => `${n} dispense request${plural(n)} to correct`,
  returnedAids: (n) => `${n} aid claim${plural(n)} to correct`,
  and: ' · ',
  go: 'Open',
  goToExam: 'Open the exam',
  goToAids: 'Open the aids',
}
