import { plural } from '#ui/plural.ts'
import type { texts } from './entryView.texts.ts'

const NBSP = '\u00a0'

export const en: (typeof texts)['fr'] = {
  tasks: 'Tasks',
  skills: 'Skills',
  moment: 'As it happened',
  photos: (n) => `${n}${NBSP}photo${plural(n)}`,
}
