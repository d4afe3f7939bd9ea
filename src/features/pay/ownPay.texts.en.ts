import type { texts } from './ownPay.texts.ts'

export const en: (typeof texts)['fr'] = {
  title: 'Pay',
  back: (name) => `Logbook of ${name}`,
  loading: 'Reading the logbook…',
  none: 'The pay is reckoned from the contract.',
  noneMore: 'The centre has not written the contract here yet.',
  now: (day) => `Legal minimum on ${day}`,
  simulator: 'Try other dates',
  contractOf: (company) => `Contract with ${company}`,
  ended: 'This contract is over.',
  aids: 'Aids',
  aidsLead: 'Amounts known today. The centre asks the OPCO for them.',
  aid: {
    lodging: (amount) => `Lodging: ${amount} for each night taken in a centre period.`,
    meal: (amount) => `Meals: ${amount} for each meal taken in a centre period.`,
    'first-equipment': (amount) =>
      `First equipment: ${amount} at most for the whole contract, with proof.`,
    'driving-licence': (amount) => `Driving licence: ${amount}, once, from 18 on.`,
  },
  closed: (aid, day) => `${aid} Closed since ${day}.`,
  aidSource: 'Code du travail, D6332-83; décret 2019-1 for the licence.',
}
