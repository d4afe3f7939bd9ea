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

  it('knows the extension after a failed exam, and no rule for one after a suspension', () => {
    const extended = { extendedEnd: '2028-08-31' }
    const after = (extensionReason: string) =>
      payContractOf(readContract(content({ ...extended, extensionReason }))).extension
    expect(after('exam-failure')).toEqual({
      reason: 'exam-failure',
      originalEnd: '2027-08-31',
      extendedEnd: '2028-08-31',
    })
    expect(after('suspension')).toBeUndefined()
  })
})
