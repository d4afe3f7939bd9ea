import { plural } from '#ui/plural.ts'
import type { texts } from './notice.texts.ts'

export const en: (typeof texts)['fr'] = {
  readings: (n) => `${n} text${plural(n)} to read and sign`,
  placement: 'Placement to sign',
  surveys: (n) => `${n} survey${plural(n)} to answer`,
  dispenses: (n) => `${n} dispense request${plural(n)} to decide`,
  and: ' · ',
  go: 'Open',
  goToExam: 'Open the exam',
}
