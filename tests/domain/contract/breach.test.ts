import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/civilDate.ts'
import { checkBreach, type BreachPlan } from '#domain/contract/breach.ts'

const grown = '2005-01-15'
const minor = '2008-06-01'

/** Fifty days in a row from 22 September 2025; the 45th is 5 November. */
const companyDays = Array.from({ length: 50 }, (_, index) => addDays('2025-09-22', index))
const inTrial = (writtenOn: string, on = writtenOn): BreachPlan => ({
  ground: 'trial',
  writtenOn,
  on,
  companyDays,
})
const byApprentice = (
  mediatorAskedOn: string,
  companyToldOn: string,
  on: string,
  guardian: 'signed' | 'mediator' | 'missing' = 'missing',
): BreachPlan => ({ ground: 'apprentice', mediatorAskedOn, companyToldOn, on, guardian })
const agreed = (writtenOn: string, on: string, guardian: 'signed' | 'missing'): BreachPlan => ({
  ground: 'agreement',
  writtenOn,
  on,
  guardian,
})
const dismissed = (
  ground: 'serious-fault' | 'force-majeure' | 'unfitness' | 'death-of-master',
  on: string,
): BreachPlan => ({ ground, writtenOn: '2026-03-10', on })
const tooEarly = (earliest: string) => ({ code: 'too-early', earliest })

type Row = readonly [string, BreachPlan, birthDate: string, earliest: string | null, object[]]

const rows: readonly Row[] = [
  [
    'on the 45th day, either side is free (L6222-18, al. 1)',
    inTrial('2025-11-05'),
    grown,
    '2025-11-05',
    [],
  ],
  [
    'on the 46th day, nobody is',
    inTrial('2025-11-06'),
    grown,
    '2025-11-06',
    [{ code: 'trial-over', lastDay: '2025-11-05' }],
  ],
  [
    'a minor is free without a guardian in the trial',
    inTrial('2025-10-01'),
    minor,
    '2025-10-01',
    [],
  ],
  [
    'in writing before the last day',
    inTrial('2025-10-02', '2025-10-01'),
    grown,
    '2025-10-02',
    [tooEarly('2025-10-02')],
  ],
  [
    'an agreement of grown-ups',
    agreed('2026-03-10', '2026-03-10', 'missing'),
    grown,
    '2026-03-10',
    [],
  ],
  [
    'an agreement before it was signed',
    agreed('2026-03-10', '2026-03-09', 'missing'),
    grown,
    '2026-03-10',
    [tooEarly('2026-03-10')],
  ],
  [
    'an agreement of a minor, without the guardian',
    agreed('2026-03-10', '2026-03-31', 'missing'),
    minor,
    '2026-03-10',
    [{ code: 'guardian-missing' }],
  ],
  [
    'an agreement of a minor, with the guardian',
    agreed('2026-03-10', '2026-03-31', 'signed'),
    minor,
    '2026-03-10',
    [],
  ],
  [
    'an agreement on the eighteenth birthday',
    agreed('2026-06-01', '2026-06-01', 'missing'),
    minor,
    '2026-06-01',
    [],
  ],
  ['a serious fault', dismissed('serious-fault', '2026-03-10'), grown, '2026-03-10', []],
  [
    'force majeure, a day before it was written',
    dismissed('force-majeure', '2026-03-09'),
    grown,
    '2026-03-10',
    [tooEarly('2026-03-10')],
  ],
  ['unfitness', dismissed('unfitness', '2026-03-31'), grown, '2026-03-10', []],
  ['the death of the master', dismissed('death-of-master', '2026-03-31'), grown, '2026-03-10', []],
  [
    'five days after the mediator, seven after the company was told (D6222-21-1)',
    byApprentice('2026-03-02', '2026-03-07', '2026-03-14'),
    grown,
    '2026-03-14',
    [],
  ],
  [
    'four days after the mediator',
    byApprentice('2026-03-02', '2026-03-06', '2026-03-14'),
    grown,
    '2026-03-14',
    [{ code: 'company-told-too-early', earliest: '2026-03-07' }],
  ],
  [
    'six days after the company was told',
    byApprentice('2026-03-02', '2026-03-07', '2026-03-13'),
    grown,
    '2026-03-14',
    [tooEarly('2026-03-14')],
  ],
  [
    'told late, the seven days begin late',
    byApprentice('2026-02-20', '2026-02-26', '2026-03-05'),
    grown,
    '2026-03-05',
    [],
  ],
  [
    'a minor alone',
    byApprentice('2026-03-02', '2026-03-07', '2026-03-14'),
    minor,
    '2026-03-14',
    [{ code: 'guardian-missing' }],
  ],
  [
    'a minor, the guardian signed',
    byApprentice('2026-03-02', '2026-03-07', '2026-03-14', 'signed'),
    minor,
    '2026-03-14',
    [],
  ],
  [
    'a minor, the guardian asked by the mediator (al. 4)',
    byApprentice('2026-03-02', '2026-03-07', '2026-03-14', 'mediator'),
    minor,
    '2026-03-14',
    [],
  ],
  [
    'with the diploma, a month before (R6222-23)',
    { ground: 'diploma', obtainedOn: '2027-07-05', companyToldOn: '2027-06-30', on: '2027-07-30' },
    grown,
    '2027-07-30',
    [],
  ],
  [
    'with the diploma, a day early',
    { ground: 'diploma', obtainedOn: '2027-07-05', companyToldOn: '2027-06-30', on: '2027-07-29' },
    grown,
    '2027-07-30',
    [tooEarly('2027-07-30')],
  ],
  [
    'told on 31 January: to the end of February',
    { ground: 'diploma', obtainedOn: '2027-01-15', companyToldOn: '2027-01-31', on: '2027-02-28' },
    grown,
    '2027-02-28',
    [],
  ],
  [
    'not before the diploma',
    { ground: 'diploma', obtainedOn: '2027-07-05', companyToldOn: '2027-05-01', on: '2027-06-30' },
    grown,
    '2027-07-05',
    [tooEarly('2027-07-05')],
  ],
  [
    'excluded from the centre (L6222-18-1)',
    { ground: 'exclusion', excludedOn: '2026-03-31', writtenOn: '2026-04-15', on: '2026-04-15' },
    grown,
    '2026-04-15',
    [],
  ],
  [
    'not before the exclusion',
    { ground: 'exclusion', excludedOn: '2026-03-31', writtenOn: '2026-03-15', on: '2026-03-15' },
    grown,
    '2026-03-31',
    [tooEarly('2026-03-31')],
  ],
  [
    'the authority refuses that it resumes (L6225-5)',
    { ground: 'resumption-refused', notifiedOn: '2026-03-17', on: '2026-03-17' },
    grown,
    '2026-03-17',
    [],
  ],
  [
    'a day that is none',
    agreed('2026-02-30', '2026-03-01', 'signed'),
    grown,
    null,
    [{ code: 'not-a-date' }],
  ],
  [
    'a company day that is none',
    { ground: 'trial', writtenOn: '2025-10-01', on: '2025-10-01', companyDays: ['soon'] },
    grown,
    null,
    [{ code: 'not-a-date' }],
  ],
  [
    'a birth that is none',
    agreed('2026-03-10', '2026-03-10', 'signed'),
    '2008-13-01',
    null,
    [{ code: 'not-a-date' }],
  ],
]

describe('whether a contract may end early', () => {
  it.each(rows)('%s', (_, plan, birthDate, earliest, problems) => {
    const check = checkBreach(plan, birthDate)
    expect(check.earliest).toBe(earliest)
    expect(check.problems).toEqual(problems)
    // Art. R6222-21: the centre, and the body with which the contract was filed.
    expect(check.notify).toEqual(['centre', 'opco'])
  })

  it('who is excluded has two months to find another centre; nobody else is told so', () => {
    const excluded: BreachPlan = {
      ground: 'exclusion',
      excludedOn: '2025-12-31',
      writtenOn: '2026-01-15',
      on: '2026-01-15',
    }
    expect(checkBreach(excluded, grown).otherCentreBy).toBe('2026-02-28')
    expect(
      checkBreach(agreed('2026-03-10', '2026-03-10', 'signed'), grown).otherCentreBy,
    ).toBeNull()
  })

  it('only a refused resumption leaves the pay due until the end', () => {
    const refused: BreachPlan = {
      ground: 'resumption-refused',
      notifiedOn: '2026-03-17',
      on: '2026-03-17',
    }
    expect(checkBreach(refused, grown).payDueUntilEnd).toBe(true)
    expect(checkBreach(dismissed('unfitness', '2026-03-31'), grown).payDueUntilEnd).toBe(false)
  })
})
