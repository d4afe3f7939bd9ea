import { describe, expect, it } from 'vitest'
import { contractProblems } from '#domain/contract/contract.ts'
import { coupleProblems } from '#domain/contract/couples.ts'
import { payContractOf, readContract } from '#domain/contract/readContract.ts'
import type { Content } from '#domain/operation.ts'
import { minimumPay } from '#domain/pay.ts'

const content = (more: Content = {}): Content => ({
  ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
  ...{ 'couples/c1/company': 'Maison Perrier, Roanne', 'couples/c1/master': 'Paul Durand' },
  ...more,
})

describe('a contract as it was written down', () => {
  it('is read whole: nothing of it is lost on the way to the rules', () => {
    const read = readContract(
      content({
        ...{ conventionalMinimum: 187_500, territory: 'mayotte' },
        ...{ ageException: 'higher-diploma', previousEnd: '2025-08-31' },
        ...{ practicalStart: '2025-09-01', centreStart: '2025-09-22' },
        ...{ extensionReason: 'exam-failure', extendedEnd: '2028-08-31' },
        ...{ breachGround: 'apprentice', breachOn: '2026-06-30' },
        ...{ mediatorAskedOn: '2026-06-10', companyToldOn: '2026-06-16', guardianWord: 'signed' },
        ...{ previousCompany: 'same', previousDiploma: 'yes' },
        ...{ previousDue: 5_100, previousPaid: 6_750 },
        ...{ topUpLevel: 'same', topUpLink: 'yes', topUpYears: 2, topUpRoute: 'school' },
        ...{ sameLevelBefore: 'more', centreAgreedOn: '2025-06-20' },
        ...{ prolongedStart: '2023-09-01', prolongedEnd: '2025-08-31' },
        ...{ 'suspensions/s1/from': '2026-02-02', 'suspensions/s1/reason': 'risk' },
        ...{ 'couples/c0/company': 'Cave du Forez', 'couples/c0/master': 'Anne Petit' },
        ...{ 'couples/c0/from': '2026-01-05', 'couples/c0/until': '2026-01-30' },
        ...{ 'couples/c0/part': 'hosts', 'couples/c1/lead': 'yes' },
      }),
    )
    expect(read).toEqual({
      birthDate: '2005-03-10',
      start: '2025-09-01',
      end: '2027-08-31',
      extension: { reason: 'exam-failure', end: '2028-08-31' },
      suspensions: [{ from: '2026-02-02', until: null, reason: 'risk' }],
      breach: { ground: 'apprentice', on: '2026-06-30' },
      cycleMonths: 24,
      territory: 'mayotte',
      conventionalMinimum: 187_500,
      couples: [
        {
          ...{ companyId: 'Maison Perrier, Roanne', masterId: 'Paul Durand' },
          ...{ from: '2025-09-01', until: null, host: false, lead: true },
        },
        {
          ...{ companyId: 'Cave du Forez', masterId: 'Anne Petit' },
          ...{ from: '2026-01-05', until: '2026-01-30', host: true, lead: false },
        },
      ],
      lowerSecondaryDone: false,
      exceptions: [{ code: 'higher-diploma', previousEnd: '2025-08-31' }],
      starts: { execution: '2025-09-01', practical: '2025-09-01', centre: '2025-09-22' },
      breachSteps: {
        mediatorAskedOn: '2026-06-10',
        companyToldOn: '2026-06-16',
        guardianWord: 'signed',
      },
      previous: {
        sameEmployer: true,
        diplomaObtained: true,
        lastRegulatoryPercent: 51,
        lastPaidPercent: 67.5,
      },
      topUp: {
        sameLevel: true,
        directlyRelated: true,
        previousYears: 2,
        previousRoute: 'school',
      },
      sameLevelBefore: 2,
      centreAgreedOn: '2025-06-20',
      prolongs: { start: '2023-09-01', end: '2025-08-31' },
    })
  })

  it('who came to the centre before the contract was there without one (L6222-12-1)', () => {
    const dates = { practicalStart: '2025-09-01', centreStart: '2025-08-25' }
    expect(readContract(content(dates)).starts).toEqual({
      ...{ execution: '2025-09-01', practical: '2025-09-01', centre: '2025-09-01' },
      traineeSince: '2025-08-25',
    })
  })

  it('with no more than it needs is in order', () => {
    const read = readContract(content())
    expect(contractProblems(read)).toEqual([])
    expect(coupleProblems(read.couples, [read])).toEqual([])
  })
})

describe('the pay of a contract that was written down', () => {
  it.each([
    ['2025-09-01', '2027-08-31', 24],
    ['2025-09-08', '2027-08-31', 24],
    ['2026-04-20', '2027-08-31', 17],
    ['2026-11-02', '2027-08-31', 10],
    ['2026-01-31', '2026-02-27', 1],
  ])('from %s to %s counts %d months, one that is begun as a whole', (start, end, months) => {
    const pay = payContractOf(readContract(content({ start, end })))
    expect(pay.contractMonths).toBe(months)
  })

  it('goes on in the second year after a change of company: the months before are credited', () => {
    const read = readContract(content({ start: '2026-04-20', birthDate: '2006-05-14' }))
    expect(minimumPay({ ...payContractOf(read), on: '2026-11-25' })).toMatchObject({
      executionYear: 2,
      percent: 51,
      monthlyGross: 952.18,
    })
  })

  it('takes the minimum of the agreement in euros, not in cents', () => {
    const read = readContract(content({ conventionalMinimum: 195_050 }))
    expect(payContractOf(read).conventionalMinimum).toBe(1950.5)
  })

  it.each([
    ['a failed exam', 'exam-failure', '2028-08-31', 61],
    ['a disability: fifteen points', 'disability', '2028-08-31', 76],
    ['a suspension, to the end of the next cycle', 'suspension', '2029-08-31', 61],
    ['nobody said why: no points', null, '2028-08-31', 61],
  ])(
    'somebody whose contract is extended still has a pay on its last day: %s',
    (_, extensionReason, extendedEnd, percent) => {
      const read = readContract(content({ extendedEnd, extensionReason }))
      const pay = payContractOf(read)
      expect(minimumPay({ ...pay, on: '2027-09-01' })).toMatchObject({ executionYear: 2, percent })
      expect(minimumPay({ ...pay, on: extendedEnd })).toMatchObject({ executionYear: 2, percent })
    },
  )
})

// A contract of one year, born 2005-03-10: 20 on its first day, 21 on 10 March 2026.
const year = { start: '2025-09-01', end: '2026-08-31', cycleMonths: 12 }
const after = (previousCompany: string, previousDiploma: string, more: Content = {}) => ({
  ...{ previousCompany, previousDiploma, previousDue: 5_100, previousPaid: 7_250 },
  ...more,
})
const topUp = { topUpLevel: 'same', topUpLink: 'yes', topUpYears: 2, topUpRoute: 'apprenticeship' }

/** Percent on the second day: articles D6222-26 (grid), D6222-29 (succession), D6222-30 (points). */
const rows: readonly (readonly [string, Content, number])[] = [
  ['nothing before: the grid of the first year', {}, 43],
  ['an apprenticeship elsewhere, diploma obtained: what was due', after('other', 'yes'), 51],
  ['in the same company, diploma obtained: what was paid', after('same', 'yes'), 72.5],
  ['without the diploma, nothing is guaranteed', after('same', 'no'), 43],
  ['less than the grid guarantees nothing', after('other', 'yes', { previousDue: 2_700 }), 43],
  [
    'the percent that counts is not known: the grid',
    after('same', 'yes', { previousPaid: null }),
    43,
  ],
  ['said to have none before', after('none', 'yes'), 43],
  ['a second diploma of the level in a year: its years count, and 15 points', topUp, 66],
  ['the same after a guarantee: 15 points on it', { ...topUp, ...after('same', 'yes') }, 87.5],
  ['not directly related: no points', { ...topUp, topUpLink: 'no' }, 43],
  ['of another level: no points', { ...topUp, topUpLevel: 'other' }, 43],
  ['over a year: no points', { ...topUp, end: '2026-09-30', cycleMonths: 13 }, 43],
  ['an apprenticeship without its diploma: no points', { ...topUp, ...after('other', 'no') }, 43],
]

describe('the pay after something else', () => {
  it.each(rows)('%s', (_, more, percent) => {
    const read = readContract(content({ ...year, ...more }))
    expect(minimumPay({ ...payContractOf(read), on: '2025-09-02' })).toMatchObject({ percent })
  })

  it('a guarantee whose percent is not known is said by nobody', () => {
    const unknown = after('other', 'yes', { previousDue: null })
    expect(payContractOf(readContract(content(unknown))).previousContract).toBeUndefined()
  })

  it('a new contract elsewhere after a failed exam goes on in the last year of the first one', () => {
    const again = { start: '2025-09-15', end: '2026-07-31', cycleMonths: 24 }
    const prolongs = { prolongedStart: '2023-09-01', prolongedEnd: '2025-08-31' }
    const pay = payContractOf(readContract(content({ ...again, ...prolongs })))
    expect(pay.extension).toEqual({
      reason: 'exam-failure',
      originalStart: '2023-09-01',
      originalEnd: '2025-08-31',
      extendedEnd: '2026-07-31',
    })
    expect(minimumPay({ ...pay, on: '2025-10-01' })).toMatchObject({
      executionYear: 2,
      percent: 51,
    })
  })

  it('an extension for a disability adds fifteen points to the last year', () => {
    const more = { extensionReason: 'disability', extendedEnd: '2028-08-31' }
    const pay = payContractOf(readContract(content(more)))
    expect(minimumPay({ ...pay, on: '2027-08-31' })).toMatchObject({ percent: 61 })
    expect(minimumPay({ ...pay, on: '2027-09-01' })).toMatchObject({ percent: 76 })
  })
})
