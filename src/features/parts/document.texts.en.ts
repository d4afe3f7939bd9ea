import type { texts } from './document.texts.ts'

export const en: (typeof texts)['fr'] = {
  kinds: {
    entry: 'Week',
    visit: 'Visit',
    interview: 'Interview',
    section: 'Part of an interview',
    note: 'Note',
  },
  interviewTypes: {
    tripartite: 'Tripartite interview',
    formative: 'Formative interview',
    regulation: 'Regulation interview',
    review: 'Review interview',
  },
  unknownKind: 'Unknown item',
  week: (number) => `Week\u00a0${number}`,
  of: (kind, day) => `${kind} of ${day}`,
  acts: {
    patch: 'text',
    submit: 'sending',
    withdraw: 'taking back',
    return: 'sent back for correction',
    publish: 'sending',
    freeze: 'opening for signatures',
    sign: 'signature',
    amend: 'correction',
    resolve: 'choice of a text',
    discard: 'removal',
  },
}
