import { describe, expect, it } from 'vitest'
import { minimumPay, payCurve } from '#domain/pay.ts'
import { aContract } from './contracts.ts'

/** What is no answer for TypeScript either, as a form or another program may send it. */
const wrong = (value: unknown) => value as never

const previousContract = {
  ...{ sameEmployer: true, diplomaObtained: true },
  ...{ lastRegulatoryPercent: 51, lastPaidPercent: 51 },
}
const topUp = {
  ...{ sameLevel: true, directlyRelated: true, previousYears: 2 },
  previousRoute: 'school' as const,
}
const extension = {
  ...{ reason: 'exam-failure' as const, originalEnd: '2027-09-21', extendedEnd: '2028-06-30' },
}

describe('an answer that there is not: the field instead of a number', () => {
  it.each([
    [
      'a diploma that is “false” in words: it would guarantee a pay',
      { previousContract: { ...previousContract, diplomaObtained: wrong('false') } },
      'diplomaObtained',
    ],
    [
      'a company that is “no” in words: what was paid would count, not what was due',
      { previousContract: { ...previousContract, sameEmployer: wrong('no') } },
      'sameEmployer',
    ],
    [
      'a level that nobody compared',
      { topUp: { ...topUp, sameLevel: wrong(undefined) } },
      'sameLevel',
    ],
    [
      'a relation that is a number: it would give fifteen points',
      { topUp: { ...topUp, directlyRelated: wrong(1) } },
      'directlyRelated',
    ],
    [
      'a way to the former diploma that there is not',
      { topUp: { ...topUp, previousRoute: wrong('abroad') } },
      'previousRoute',
    ],
    [
      'a licence that is “no” in words',
      { oneYearProfessionalLicence: wrong('no') },
      'oneYearProfessionalLicence',
    ],
    [
      'an extension for a reason that there is not',
      { extension: { ...extension, reason: wrong('other') } },
      'reason',
    ],
  ])('%s', (_, contract, field) => {
    const refusal = { refused: 'unknown-value', field }
    expect(minimumPay({ ...aContract(contract), on: '2026-06-15' })).toEqual(refusal)
    expect(payCurve(aContract(contract))).toEqual(refusal)
  })
})
