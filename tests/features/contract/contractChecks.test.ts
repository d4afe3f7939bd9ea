import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/civilDate.ts'
import { readContract } from '#domain/contract/readContract.ts'
import type { Content } from '#domain/operation.ts'
import { contractChecks, type CheckInput } from '#features/contract/contractChecks.ts'

const record = (more: Content = {}) =>
  readContract({
    ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
    ...{ 'couples/c1/company': 'Maison Perrier, Roanne', 'couples/c1/master': 'Paul Durand' },
    ...more,
  })
const checks = (more: Content = {}, input: Partial<CheckInput> = {}) =>
  contractChecks({
    record: record(more),
    today: '2026-11-25',
    companyDays: null,
    charges: [],
    contracts: [],
    ...input,
  })
const charge = (apprenticeId: string) => ({
  ...{ apprenticeId, masterId: 'Paul Durand', from: '2025-09-01', until: '2027-08-31' },
  repeating: false,
})

describe('what the rules say of a contract', () => {
  it('names the age, and each master with as many apprentices as the law lets him', () => {
    expect(checks()).toEqual([
      {
        code: 'eligibility',
        eligibility: { eligible: true, by: 'age', disputed: false, centreAgreement: false },
      },
      { code: 'duration', difference: 0, duration: { months: 24, agreement: false } },
      { code: 'master-limit', master: 'Paul Durand', lawful: true },
    ])
  })

  it.each([
    [{ sameLevelBefore: 'none' }, []],
    [{ sameLevelBefore: 'one' }, []],
    [{ sameLevelBefore: 'more' }, [{ code: 'third-of-level', agreedOn: null }]],
    [
      { sameLevelBefore: 'more', centreAgreedOn: '2025-06-20' },
      [{ code: 'third-of-level', agreedOn: '2025-06-20' }],
    ],
    // Who may not begin at all is told that, and nothing to ask for.
    [{ sameLevelBefore: 'more', birthDate: '2011-03-10' }, []],
  ] as const)('a third contract of a level needs the word of the last centre: %o', (more, said) => {
    expect(checks(more).filter(({ code }) => code === 'third-of-level')).toEqual(said)
  })

  it('a third apprentice of one master is told, with the days', () => {
    const charges = ['lea', 'hugo', 'ines'].map(charge)
    expect(checks({}, { charges })).toContainEqual({
      code: 'master-limit',
      master: 'Paul Durand',
      lawful: false,
      apprentices: 3,
      days: { start: '2025-09-01', end: '2027-08-31' },
    })
    expect(checks({}, { charges: charges.slice(1) })).toContainEqual({
      code: 'master-limit',
      master: 'Paul Durand',
      lawful: true,
    })
  })

  it('a contract that contradicts itself says only that: no age, no trial period on wrong days', () => {
    expect(checks({ end: '2025-08-01' })).toEqual([
      { code: 'contract', problem: 'end-before-start' },
    ])
  })

  it('after a breach the six months in the centre are told, then that they are over', () => {
    const breach = { breachGround: 'agreement', breachOn: '2026-03-31' }
    expect(checks(breach, { today: '2026-05-01' })).toContainEqual({
      code: 'kept',
      until: '2026-09-30',
      open: true,
    })
    expect(checks(breach)).toContainEqual({ code: 'kept', until: '2026-09-30', open: false })
  })

  it('the trial period counts the days of this contract, not those of the one before', () => {
    const companyDays = ['2025-08-28', '2025-09-01', '2025-09-02', '2027-09-01']
    expect(checks({}, { companyDays })).toContainEqual({
      code: 'trial',
      trial: { done: 2, left: 43, lastDay: null, free: true },
    })
  })

  it('a centre that began too late is told with the last day that was in time', () => {
    const late = { practicalStart: '2025-09-01', centreStart: '2025-12-15' }
    expect(checks(late)).toContainEqual({
      code: 'start',
      problem: { code: 'over-three-months', field: 'centre', latest: '2025-12-01', blocks: true },
    })
  })
})

describe('how long a contract may be (L6222-7-1, R6222-6)', () => {
  const duration = (more: Content, contracts: CheckInput['contracts'] = []) =>
    checks(more, { contracts }).find(({ code }) => code === 'duration')
  const shorter = { start: '2026-04-20' }

  it('shorter than its programme: the three parties agree on it', () => {
    expect(duration(shorter)).toEqual({
      code: 'duration',
      difference: -7,
      duration: { months: 17, agreement: true },
    })
  })

  it('not after a breach, nor for what was begun in the centre without a company', () => {
    const broken = record({ breachGround: 'agreement', breachOn: '2026-03-31' })
    const begun = { practicalStart: '2026-04-20', centreStart: '2026-02-02' }
    const free = { code: 'duration', difference: -7, duration: { months: 17, agreement: false } }
    expect(duration(shorter, [broken])).toEqual(free)
    expect(duration({ ...shorter, ...begun })).toEqual(free)
    // A breach that came later excuses nothing.
    expect(duration({ start: '2025-08-01' }, [broken])).toMatchObject({
      duration: { agreement: true },
    })
  })

  it.each([
    ['five months', { end: '2026-01-31' }, { refused: 'under-six-months', limit: 6 }],
    ['over three years', { end: '2028-09-30' }, { refused: 'over-the-longest', limit: 36 }],
    [
      'over four years with a disability',
      { end: '2029-09-30', ageException: 'disability' },
      { refused: 'over-the-longest', limit: 48 },
    ],
  ])('%s are told as a mistake', (_, more, refusal) => {
    expect(duration(more)).toMatchObject({ duration: refusal })
  })

  it('a contract that prolongs another one after a failed exam is not held against the programme', () => {
    const again = { prolongedStart: '2023-09-01', prolongedEnd: '2025-08-31', end: '2026-07-31' }
    expect(duration(again)).toBeUndefined()
  })
})

describe('what the rules say of a minor, a trainee and a host', () => {
  const minor = { birthDate: '2009-02-14' }
  const guardian = { code: 'guardian', until: '2027-02-13' }

  it('a minor’s guardian signs until the eve of the birthday, and nobody after it', () => {
    expect(checks(minor, { today: '2027-02-13' })).toContainEqual(guardian)
    expect(checks(minor, { today: '2027-02-14' })).not.toContainEqual(guardian)
    // Before the contract it is asked for its first day.
    expect(checks(minor, { today: '2025-07-01' })).toContainEqual(guardian)
  })

  it('over three months in the centre without a contract are told (L6222-12-1)', () => {
    const since = (centreStart: string) => checks({ practicalStart: '2025-09-01', centreStart })
    expect(since('2025-05-31')).toContainEqual({
      code: 'start',
      problem: { code: 'trainee-over-three-months', latest: '2025-08-31', blocks: false },
    })
    expect(since('2025-06-01')).toContainEqual({ code: 'starts-in-order' })
  })

  it('days at a host are told beside all days in the company of this contract', () => {
    const companyDays = ['2025-08-29', '2025-09-02', '2025-09-03', '2025-09-04', '2027-09-02']
    const hosted = {
      ...{ 'couples/c2/company': 'Cave du Forez', 'couples/c2/master': 'Anne Petit' },
      ...{ 'couples/c2/from': '2025-09-03', 'couples/c2/part': 'hosts' },
    }
    expect(checks(hosted, { companyDays })).toContainEqual({
      code: 'hosts',
      share: { hosted: 2, practical: 3, lawful: false },
    })
    expect(checks({}, { companyDays }).map(({ code }) => code)).not.toContain('hosts')
  })
})

describe('what the rules say of an end', () => {
  const ended = (breachGround: string, more: Content = {}) => ({
    ...{ breachGround, breachOn: '2026-03-31' },
    ...more,
  })
  const companyDays = Array.from({ length: 60 }, (_, index) => addDays('2025-09-01', index))
  const codes = (more: Content, input: Partial<CheckInput> = {}) =>
    checks(more, { companyDays, today: '2026-04-02', ...input })
      .map(({ code }) => code)
      .filter((code) => !['eligibility', 'duration', 'master-limit', 'trial'].includes(code))

  it('in order: says so, whom to tell, and the six months that follow', () => {
    expect(codes(ended('agreement', { breachWrittenOn: '2026-03-24' }))).toEqual([
      'breach-in-order',
      'breach-notify',
      'kept',
    ])
  })

  it('without its days nobody says that it is in order', () => {
    expect(checks(ended('apprentice'), { companyDays })).toContainEqual({
      code: 'breach-days-missing',
      missing: ['mediatorAskedOn', 'companyToldOn'],
    })
    expect(codes(ended('apprentice'))).not.toContain('breach-in-order')
  })

  it('after the 45th day in the company nobody ends a trial (L6222-18)', () => {
    const late = ended('trial', { breachWrittenOn: '2026-03-24' })
    expect(checks(late, { companyDays })).toContainEqual({
      code: 'breach',
      problem: { code: 'trial-over', lastDay: '2025-10-15' },
    })
  })

  it('the apprentice leaves too early: the first day that could be the last is told', () => {
    const told = { mediatorAskedOn: '2026-03-20', companyToldOn: '2026-03-25' }
    expect(checks(ended('apprentice', told), { companyDays })).toContainEqual({
      code: 'breach',
      problem: { code: 'too-early', earliest: '2026-04-01' },
    })
  })

  it('excluded from the centre: two months for another one, and nobody keeps the apprentice', () => {
    const excluded = ended('exclusion', { excludedOn: '2026-03-20', breachWrittenOn: '2026-03-20' })
    expect(checks(excluded, { companyDays })).toContainEqual({
      code: 'other-centre',
      by: '2026-05-20',
    })
    expect(codes(excluded)).not.toContain('kept')
  })

  it('a resumption refused: the employer owes the pay until the planned end (L6225-5)', () => {
    expect(codes(ended('resumption-refused', { breachWrittenOn: '2026-03-31' }))).toEqual([
      'breach-in-order',
      'pay-due-until-end',
      'breach-notify',
      'kept',
    ])
  })
})
