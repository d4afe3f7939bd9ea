import type { texts } from './payNotes.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'For the pay',
  lead: 'Time in the centre is working time: an absence counts there too.',
  sides: { centre: 'Days in the centre', company: 'Days in the company' },
  nothing: 'Nothing to change in the pay.',
  effects: {
    deductible: (time) =>
      `${time} not justified: the company may leave them out of the pay, and no more.`,
    undecided: (time) => `${time} to decide: the proof or an agreement is missing.`,
    insurance: (time) => `${time} of sick leave: the health insurance pays an allowance.`,
    maintained: (time) => `${time} paid: paid leave, or an absence that the law provides for.`,
  },
  atMinimum: (cut, pay, time) =>
    `At the legal minimum: ${cut} at most, of ${pay} before contributions for ${time}.`,
  rule: 'What is left out follows the time missed, and no more. The agreed pay is not in the logbook: the legal minimum of the month is reckoned with.',
  told: (day) => `Told to the company on ${day}, without a reason or a day.`,
  tell: 'Tell the company',
  tellAgain: 'Correct what the company knows',
  source: 'Code du travail, L6222-24, L1331-2, L3141-3, L3142-1.',
}
