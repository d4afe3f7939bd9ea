import { describe, expect, it } from 'vitest'
import { minimumPay } from '#domain/pay.ts'
import type { PayContract } from '#domain/pay/payInput.ts'
import { aContract, at19, at23, at28, itPays, JUNE, payOn } from './contracts.ts'

describe('the SMIC is that of the day, whenever the contract began (domain notes, §3.3)', () => {
  const long = { contractStart: '2022-11-02', contractMonths: 36, cycleMonths: 36, ...at28 }
  itPays([
    ['the first known day', long, '2023-01-01', '21-25 1 53 SMIC 905.92'],
    ['the eve of 1 May 2023', long, '2023-04-30', '21-25 1 53 SMIC 905.92'],
    ['1 May 2023: 11.52 an hour', long, '2023-05-01', '21-25 1 53 SMIC 926.02'],
    ['1 January 2024: 11.65 an hour', long, '2024-01-31', '21-25 2 61 SMIC 1077.82'],
    [
      'the programme sheet: 1 801.80 on 1 November 2024',
      long,
      '2024-11-01',
      '26+ 2 100 SMIC 1801.80',
    ],
    ['three SMIC in one contract: the first', {}, '2025-12-31', '18-20 1 43 SMIC 774.77'],
    ['three SMIC in one contract: the second', {}, '2026-01-01', '18-20 1 43 SMIC 783.90'],
    ['three SMIC in one contract: its last day', {}, '2026-05-31', '18-20 1 43 SMIC 783.90'],
    ['three SMIC in one contract: the third', {}, '2026-06-01', '18-20 1 43 SMIC 802.82'],
    ['what is ahead: the last one known', {}, '2027-09-21', '18-20 2 51 SMIC 952.18'],
  ])
})

describe('the collective agreement’s minimum is a base from 21 on (D6222-26, 3° and 4°)', () => {
  const withSmc = (conventionalMinimum: number, contract: Partial<PayContract>) => ({
    ...contract,
    conventionalMinimum,
  })
  itPays([
    ['at 19 it is none', withSmc(2100, at19), JUNE, '18-20 1 43 SMIC 802.82'],
    ['at 23, higher', withSmc(2100, at23), JUNE, '21-25 1 53 SMC 1113.00'],
    ['at 28, higher', withSmc(2100, at28), JUNE, '26+ 1 100 SMC 2100.00'],
    ['at 23, lower', withSmc(1800, at23), JUNE, '21-25 1 53 SMIC 989.52'],
    ['at 23, equal', withSmc(1867.02, at23), JUNE, '21-25 1 53 SMIC 989.52'],
    ['higher than one SMIC', withSmc(1850, at23), '2026-05-31', '21-25 1 53 SMC 980.50'],
    ['overtaken by the next', withSmc(1850, at23), '2026-06-01', '21-25 1 53 SMIC 989.52'],
    [
      'it comes with the birthday',
      withSmc(2100, { birthDate: '2005-05-31' }),
      '2026-06-01',
      '21-25 1 53 SMC 1113.00',
    ],
    [
      'the eve of that day',
      withSmc(2100, { birthDate: '2005-05-31' }),
      '2026-05-31',
      '18-20 1 43 SMIC 783.90',
    ],
  ])
})

describe('Mayotte has its own SMIC (domain notes, §3.3)', () => {
  const mayotte = {
    territory: 'mayotte' as const,
    contractStart: '2024-10-15',
    contractMonths: 36,
    cycleMonths: 36,
    birthDate: '2006-01-15',
  }
  itPays([
    ['1 November 2024: 1 361.97', mayotte, '2024-11-01', '18-20 1 43 SMIC 585.65'],
    ['1 January 2026: 1 415.05', mayotte, '2026-01-01', '18-20 2 51 SMIC 721.68'],
    [
      '1 June 2026: 1 449.93',
      { ...mayotte, contractStart: '2026-06-01' },
      JUNE,
      '18-20 1 43 SMIC 623.47',
    ],
    ['elsewhere, said or not', { territory: 'metropole' }, JUNE, '18-20 1 43 SMIC 802.82'],
  ])
})

describe('the reckoning', () => {
  const codes = (contract: Partial<PayContract>, on: string) =>
    payOn(aContract(contract), on).steps.map(({ code }) => code)

  it('says each line, with its values, for who turned 21 under an agreement', () => {
    const contract = aContract({ birthDate: '2005-10-06', conventionalMinimum: 2100.5 })

    expect(payOn(contract, '2026-11-01')).toEqual({
      ageBracket: '21-25',
      executionYear: 2,
      percent: 61,
      base: 'SMC',
      baseMonthly: 2100.5,
      minimumWageFrom: '2026-06-01',
      monthlyGross: 1281.31,
      steps: [
        { code: 'execution-year', year: 2, from: '2026-09-22' },
        { code: 'age-bracket', age: 21, birthday: '2026-10-06', from: '2026-11-01', paid: true },
        { code: 'grid', ageBracket: '21-25', executionYear: 2, percent: 61 },
        {
          code: 'minimum-wage',
          from: '2026-06-01',
          territory: 'metropole',
          hourly: 12.31,
          monthly: 1867.02,
        },
        { code: 'conventional-minimum', monthly: 2100.5, applies: true, because: 'higher' },
        { code: 'amount', percent: 61, baseMonthly: 2100.5, monthlyGross: 1281.31 },
      ],
    })
  })

  it('says on the birthday itself that it has come', () => {
    expect(payOn(aContract({ birthDate: '2005-10-06' }), '2026-10-06').steps[1]).toEqual({
      code: 'age-bracket',
      age: 21,
      birthday: '2026-10-06',
      from: '2026-11-01',
      paid: false,
    })
    expect(codes({ birthDate: '2005-10-06' }, '2026-10-05')).not.toContain('age-bracket')
  })

  it('names no birthday of before the contract, nor of its first day', () => {
    expect(codes({ birthDate: '2007-09-22' }, '2025-09-22')).not.toContain('age-bracket')
  })

  it('says that the former contract gave less than the grid', () => {
    const previousContract = {
      sameEmployer: false,
      diplomaObtained: true,
      lastRegulatoryPercent: 43,
      lastPaidPercent: 60,
    }
    expect(payOn(aContract({ previousContract }), JUNE).steps).toContainEqual({
      code: 'succession',
      basis: 'regulatory',
      percent: 43,
      better: false,
    })
  })

  it('says that a birthday is not paid yet', () => {
    const contract = aContract({ birthDate: '2005-10-06', conventionalMinimum: 2100.5 })

    expect(payOn(contract, '2026-10-31').steps).toEqual([
      { code: 'execution-year', year: 2, from: '2026-09-22' },
      { code: 'age-bracket', age: 21, birthday: '2026-10-06', from: '2026-11-01', paid: false },
      { code: 'grid', ageBracket: '18-20', executionYear: 2, percent: 51 },
      {
        code: 'minimum-wage',
        from: '2026-06-01',
        territory: 'metropole',
        hourly: 12.31,
        monthly: 1867.02,
      },
      { code: 'conventional-minimum', monthly: 2100.5, applies: false, because: 'under-21' },
      { code: 'amount', percent: 51, baseMonthly: 1867.02, monthlyGross: 952.18 },
    ])
  })

  it('says what the former contract and the fifteen points did', () => {
    const contract = aContract({
      contractStart: '2026-06-01',
      contractMonths: 12,
      cycleMonths: 12,
      previousContract: {
        sameEmployer: true,
        diplomaObtained: true,
        lastRegulatoryPercent: 51,
        lastPaidPercent: 90,
      },
      topUp: {
        sameLevel: true,
        directlyRelated: true,
        previousYears: 2,
        previousRoute: 'apprenticeship',
      },
    })

    expect(payOn(contract, JUNE).steps.slice(0, 6)).toEqual([
      { code: 'execution-year', year: 1, from: '2026-06-01' },
      { code: 'previous-years', year: 2 },
      { code: 'grid', ageBracket: '18-20', executionYear: 2, percent: 51 },
      { code: 'succession', basis: 'paid', percent: 90, better: true },
      { code: 'top-up', on: '2026-06-01', from: 90, points: 15, percent: 100, better: true },
      { code: 'cap', percent: 100 },
    ])
  })

  it('says that nothing changes in an extension, and what disability adds', () => {
    const extension = { originalEnd: '2027-09-21', extendedEnd: '2028-06-30' }
    const failed = aContract({ extension: { ...extension, reason: 'exam-failure' } })
    const disabled = aContract({ extension: { ...extension, reason: 'disability' } })

    expect(payOn(failed, '2027-09-22').steps.slice(0, 2)).toEqual([
      { code: 'execution-year', year: 2, from: '2026-09-22' },
      { code: 'extension', reason: 'exam-failure', from: '2027-09-22', year: 2 },
    ])
    expect(payOn(disabled, '2027-09-22').steps).toContainEqual({
      code: 'disability-points',
      points: 15,
      percent: 66,
    })
  })

  it('says that an extension in another company began with that company', () => {
    const elsewhere = aContract({
      contractStart: '2027-10-11',
      contractMonths: 9,
      extension: {
        reason: 'exam-failure',
        originalStart: '2025-09-22',
        originalEnd: '2027-06-30',
        extendedEnd: '2028-06-30',
      },
    })

    // The first contract was of 21 months and nine days: two months short of the cycle.
    expect(payOn(elsewhere, '2027-10-11').steps.slice(0, 3)).toEqual([
      { code: 'credited-months', months: 2 },
      { code: 'execution-year', year: 2, from: '2026-07-22' },
      { code: 'extension', reason: 'exam-failure', from: '2027-10-11', year: 2 },
    ])
  })

  it('says what is missing for the fifteen points', () => {
    const topUp = {
      sameLevel: false,
      directlyRelated: false,
      previousYears: 0,
      previousRoute: 'apprenticeship',
    } as const
    const previousContract = {
      sameEmployer: false,
      diplomaObtained: false,
      lastRegulatoryPercent: 51,
      lastPaidPercent: 51,
    }
    const { steps } = payOn(aContract({ topUp, previousContract }), JUNE)

    expect(steps).toContainEqual({ code: 'succession-without-diploma' })
    expect(steps).toContainEqual({
      code: 'top-up-refused',
      missing: ['same-level', 'directly-related', 'one-year', 'diploma-obtained'],
    })
  })

  it('a year that is credited in part began with the contract', () => {
    expect(payOn(aContract({ contractMonths: 12 }), JUNE).steps.slice(0, 2)).toEqual([
      { code: 'credited-months', months: 12 },
      { code: 'execution-year', year: 2, from: '2025-09-22' },
    ])
    expect(payOn(aContract({ contractMonths: 21 }), JUNE).steps[1]).toEqual({
      code: 'execution-year',
      year: 1,
      from: '2025-09-22',
    })
  })

  it('names a licence, and Mayotte', () => {
    expect(codes({ oneYearProfessionalLicence: true }, JUNE)).toContain('professional-licence')
    expect(payOn(aContract({ territory: 'mayotte' }), JUNE).steps).toContainEqual({
      code: 'minimum-wage',
      from: '2026-06-01',
      territory: 'mayotte',
      hourly: 9.56,
      monthly: 1449.93,
    })
  })

  it('keeps quiet about what has no part in it', () => {
    expect(codes({}, JUNE)).toEqual(['execution-year', 'grid', 'minimum-wage', 'amount'])
  })

  it('leaves its input alone', () => {
    const input = Object.freeze({ ...aContract(), on: JUNE })
    const before = JSON.stringify(input)
    minimumPay(input)
    expect(JSON.stringify(input)).toBe(before)
  })
})
