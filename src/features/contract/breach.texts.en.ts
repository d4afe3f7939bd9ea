import type { texts } from './breach.texts.ts'

export const en: (typeof texts)['fr'] = {
  how: 'How it is done',
  forms: {
    trial: [
      'Either side ends it in writing, and gives no reason.',
      'Possible until the 45th day spent in the company.',
    ],
    agreement: ['Apprentice and employer both sign.', 'For a minor, the guardian signs too.'],
    'serious-fault': ['The employer dismisses: a meeting, then a letter.'],
    'force-majeure': ['The employer dismisses, by letter.'],
    unfitness: [
      'The occupational doctor has declared the apprentice unfit.',
      'The employer dismisses, and need not find another job.',
    ],
    'death-of-master': [
      'The master was the employer, alone in the company.',
      'The contract is ended in writing.',
    ],
    apprentice: [
      'The apprentice asks the mediator first.',
      'The employer is told 5 days later, at the earliest.',
      'The contract ends 7 days after that, at the earliest.',
      'For a minor, the guardian signs too.',
    ],
    diploma: [
      'The apprentice has the diploma before the contract ends.',
      'The employer is told in writing a month before.',
    ],
    exclusion: [
      'The centre has excluded the apprentice for good.',
      'The employer may dismiss, unless another centre takes the apprentice within two months.',
    ],
    'resumption-refused': [
      'The labour authority refuses that the suspended contract resumes.',
      'It ends on the day the employer is told so.',
    ],
  },
  days: {
    breachWrittenOn: 'Day of the writing',
    mediatorAskedOn: 'Day the mediator is asked',
    companyToldOn: 'Day the employer is told',
    diplomaOn: 'Day the diploma is obtained',
    excludedOn: 'Day of the exclusion',
  },
  guardian: 'The guardian',
  guardianHint: 'Asked for a minor only.',
  guardianWords: {
    signed: 'Has signed',
    mediator: 'The mediator takes care of it',
    missing: 'Has not signed',
  },
  inOrder: 'The breach follows the rules.',
  missing: (days) => `To check the breach, this is missing: ${days}.`,
  problems: {
    'not-a-date': () => 'A date of the breach does not exist.',
    'trial-over': (day) => `The trial period ended on ${day}: it takes another way.`,
    'guardian-missing': () => 'The apprentice is a minor: the guardian is missing.',
    'company-told-too-early': (day) => `The employer was told too early: not before ${day}.`,
    'too-early': (day) => `The contract cannot end before ${day}.`,
  },
  notify: 'The centre and the OPCO are told at once.',
  payDue: 'The employer owes the pay until the planned end of the contract.',
  otherCentre: (day) => `The apprentice looks for another centre, until ${day}.`,
  rules: 'Code du travail, L6222-18 to L6222-19, D6222-21-1, L6225-5.',
}
