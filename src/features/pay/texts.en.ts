import type { texts } from './texts.ts'

const ordinal = (year: number) => ['first', 'second', 'third', 'fourth'][year - 1] ?? `${year}th`

export const en: (typeof texts)['fr'] = {
  title: 'Pay simulator',
  lead: 'How much is an apprentice paid, at least?',
  privacy: 'Nothing is sent: it is reckoned on this device, without a network too.',
  home: 'Home',
  birthDate: 'Date of birth',
  start: 'First day of the contract',
  months: 'Length of the contract, in months',
  cycle: 'Usual length of the programme, in months',
  cycleHint: '24 for a BTS. What a contract is shorter counts as done.',
  on: 'Day asked for',
  onHint: 'The pay changes during the contract.',
  territory: 'Place of the contract',
  territories: { metropole: 'France, but Mayotte', mayotte: 'Mayotte' },
  cases: 'What may change the pay',
  casesHint: 'Tick nothing if nothing is about you.',
  case: {
    minimum: 'The collective agreement has a minimum',
    previous: 'There was an apprenticeship contract before',
    'top-up': 'A second diploma of the same level, in one year',
    extension: 'The contract is extended',
    licence: 'A professional licence in one year',
  },
  minimum: 'Minimum of the agreement for this job, in euros a month',
  company: 'The company of the contract before',
  companies: { same: 'The same', other: 'Another' },
  diploma: 'The diploma of the contract before',
  diplomas: { yes: 'Obtained', no: 'Not obtained' },
  lastDue: 'Percentage of the SMIC due in the last year',
  lastPaid: 'Percentage of the SMIC paid in the last year',
  percentHint: 'For example 51.',
  level: 'The level of the first diploma',
  levels: { same: 'The same', other: 'Another' },
  link: 'The link between the two trades',
  links: { direct: 'Direct', none: 'No direct link' },
  years: 'Years of the first diploma',
  route: 'The first diploma was prepared',
  routes: { apprenticeship: 'As an apprentice', school: 'At school' },
  reason: 'Reason of the extension',
  reasons: { 'exam-failure': 'Failed exam', disability: 'Disability' },
  extendedEnd: 'Last day with the extension',
  compute: 'Reckon',
  problems: {
    day: 'Write a real date: day, month and year.',
    number: 'Write a whole number.',
    amount: 'Write an amount, such as 2150.50.',
    percent: 'Write a percentage, such as 51.',
    choice: 'Choose an answer.',
  },
  toCorrect: 'Some answers are missing. They are marked in the form.',
  noResult: 'No result for these answers',
  refusals: {
    'not-a-date': () => 'One of the dates is not in the calendar.',
    'not-a-duration': () => 'One of the lengths is impossible. A contract lasts 48 months at most.',
    'not-an-amount': () => 'The minimum of the agreement is no possible amount.',
    'not-a-percent': () => 'One of the percentages is impossible.',
    'unknown-territory': () => 'This place is not known.',
    'before-first-grid': (day) => `The known rates are for contracts begun since ${day}.`,
    'before-first-minimum-wage': (day) => `The SMIC is known here since ${day} only.`,
    'end-before-start': (day) => `The contract would end on ${day}, before it begins.`,
    'under-15': (day) => `One begins at 15. That will be on ${day}.`,
    'extension-over-one-year': (day) => `An extension lasts a year at most: until ${day}.`,
    'extension-out-of-order': () => 'The dates of the extension contradict each other.',
    'before-contract': (day) => `This day is before the contract, which begins on ${day}.`,
    'after-contract': (day) => `This day is after the contract, which ends on ${day}.`,
  },
  result: 'Legal minimum',
  aMonth: (amount) => `${amount} gross a month`,
  resultLine: (percent, base, day) => `${percent} of the ${base}, for a whole month, on ${day}.`,
  bases: { SMIC: 'SMIC', SMC: 'minimum of the agreement' },
  floor: 'This is a minimum. An agreement or the contract may give more.',
  why: 'Line by line',
  brackets: {
    '-18': 'under 18',
    '18-20': '18 to 20',
    '21-25': '21 to 25',
    '26+': '26 and over',
  },
  steps: {
    creditedMonths: (months) =>
      `A contract shorter than the programme: ${months} months count as done.`,
    executionYear: (year, from) => `In the ${ordinal(year)} year of the contract, since ${from}.`,
    licence: (year) => `A professional licence in one year is paid as the ${ordinal(year)} year.`,
    previousYears: (year) =>
      `The years of the first diploma count: the ${ordinal(year)} year applies.`,
    bracketPaid: (age, birthday, from) =>
      `${age} years old on ${birthday}: the new age bracket counts since ${from}.`,
    bracketToCome: (age, birthday, from) =>
      `${age} years old on ${birthday}: the new age bracket will count on ${from}.`,
    grid: (percent, bracket, year) =>
      `Legal rates: ${percent} for ${bracket}, in the ${ordinal(year)} year.`,
    succession: (percent, better) =>
      better
        ? `The contract before guarantees ${percent}: it is more, and is kept.`
        : `The contract before guarantees ${percent}: it is no more than the rates.`,
    successionWithoutDiploma: 'The contract before gave no diploma: it guarantees nothing.',
    topUp: (from, percent, better) =>
      better
        ? `15 points more on the first day: from ${from} to ${percent}.`
        : `15 points more on the first day make ${percent}: the rates of the day are better.`,
    topUpRefused: (missing) => `No 15 points more: ${missing}.`,
    missing: {
      'same-level': 'the level is not the same',
      'directly-related': 'the trades are not related',
      'one-year': 'the contract lasts over a year',
      'diploma-obtained': 'the first diploma was not obtained',
    },
    extension: (from, year) => `Extension since ${from}: the ${ordinal(year)} year goes on.`,
    disability: (percent) => `Extension for a disability: 15 points more, ${percent}.`,
    cap: (percent) => `The points do not lead above ${percent}.`,
    minimumWage: (monthly, hourly, from) =>
      `SMIC since ${from}: ${hourly} an hour, ${monthly} a month.`,
    conventional: {
      higher: (monthly) => `Minimum of the agreement: ${monthly}. It is more, and is the base.`,
      'not-higher': (monthly) =>
        `Minimum of the agreement: ${monthly}. It is no more than the SMIC.`,
      'under-21': (monthly) => `Minimum of the agreement: ${monthly}. It counts from 21 on.`,
    },
    amount: (percent, base, gross) => `${percent} of ${base} = ${gross}.`,
  },
  curve: 'During the whole contract',
  curveLead: 'The SMIC changes. What is ahead is reckoned with the last one known.',
  curveLabel: (steps, first, last) =>
    `Minimum pay in ${steps} steps, from ${first} to ${last} a month.`,
  today: 'Today',
  table: {
    caption: 'Steps of the minimum pay',
    number: 'No.',
    from: 'From',
    amount: 'Gross a month',
    why: 'Why',
  },
  changes: {
    'contract-start': 'Start of the contract',
    'first-minimum-wage': 'First known SMIC',
    'age-bracket': 'New age bracket',
    'execution-year': 'New year of the contract',
    'minimum-wage': 'New SMIC',
    'conventional-minimum': 'Minimum of the agreement',
    extension: 'Extension',
  },
}
