import type { texts } from './takenOff.texts.ts'

export const en: (typeof texts)['fr'] = {
  contributions: 'Contributions',
  threshold: (concluded, amount, percent) =>
    `Contract concluded on ${concluded}: no employee contribution up to ${amount}, ${percent} of the SMIC.`,
  without: 'Without contributions',
  with: 'With contributions',
  withCsg: 'With CSG and CRDS',
  estimate: 'This is the base, not the net. Health and provident cover remain due.',
  contributionsSource: 'L6243-2, D6243-5; Code de la sécurité sociale, L136-1-1.',
  dateMissing: 'They depend on the day the contract was concluded. It is not written down.',
  notKnown: (day) => `The rule is known since ${day} only.`,
  mayotte: 'In Mayotte, contributions follow other rules.',
  benefits: 'Lodging and meals provided',
  benefitsRule:
    'The company keeps 75% of their Social Security value at most. It has to be in the contract.',
  cashAtLeast: (cash) => `In any case, at least ${cash} are paid in money.`,
  deduction: 'Kept, at most',
  cash: 'Paid in money, at least',
  benefitsSource: 'D6222-33.',
}
