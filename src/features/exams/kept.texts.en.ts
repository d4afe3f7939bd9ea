import type { texts } from './kept.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Kept marks',
  lead: 'A mark of at least 10 out of 20 may be kept for five years, if the candidate asks for it. The exam is not taken again.',
  exam: (code, title) => `${code}. ${title}`,
  got: (mark, day) => `${mark} out of 20, got on ${day}`,
  until: (day) => `Valid until ${day}`,
  states: { holds: 'Kept', lapsed: 'Too old' },
  lapsed: 'This exam has to be taken again.',
  none: 'No mark of a former session is noted.',
  add: 'Note a kept mark',
  source: 'Source: Code de l’éducation, D643-15 and D643-23.',
}
