import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { addDays, addMonths, ageOn, daysBetween } from '#domain/civilDate.ts'
import { benefitInKind, contributionBase, minimumPay, payCurve } from '#domain/pay.ts'
import { lastDayOf, type PayContract } from '#domain/pay/payInput.ts'
import { toCents } from '#domain/money.ts'

/** In milliseconds: a shared machine may be twenty times slower than a free one. */
vi.setConfig({ testTimeout: 120_000 })

const day = (first: string, last: string) =>
  fc.integer({ min: 0, max: daysBetween(first, last) }).map((count) => addDays(first, count))
/** As often at the end of a month or on a leap day as elsewhere. */
const tricky = fc.constantFrom('2024-02-29', '2025-08-31', '2025-09-01', '2025-11-30', '2026-01-31')
const start = fc.oneof(day('2023-01-01', '2026-12-31'), tricky)
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const percent = fc.constantFrom(27, 43, 51, 53.75, 61, 78, 90, 100, 110)

const aBirth = (contractStart: string) =>
  fc.oneof(
    day(addMonths(contractStart, -30 * 12), addMonths(contractStart, -15 * 12)),
    // On a first, on a leap day, on the very day and its eve.
    fc
      .constantFrom('2008-02-29', '2004-02-29', '2008-02-01', '2005-03-01')
      .filter((birthDate) => ageOn(birthDate, contractStart) >= 15),
    fc.constantFrom(18, 21, 26).map((age) => addMonths(contractStart, -age * 12)),
    fc.constantFrom(18, 21, 26).map((age) => addDays(addMonths(contractStart, -age * 12), 1)),
  )

const extensionOf = (originalEnd: string) =>
  fc.record({
    reason: fc.constantFrom('exam-failure' as const, 'disability' as const, 'suspension' as const),
    originalEnd: fc.constant(originalEnd),
    extendedEnd: fc.integer({ min: 1, max: 365 }).map((count) => addDays(originalEnd, count)),
  })

/** A contract that is in order, with everything that may move its pay. */
const aContract: fc.Arbitrary<PayContract> = start.chain((contractStart) =>
  fc.integer({ min: 1, max: 48 }).chain((contractMonths) =>
    fc.record({
      contractStart: fc.constant(contractStart),
      contractMonths: fc.constant(contractMonths),
      birthDate: aBirth(contractStart),
      cycleMonths: fc.constantFrom(12, 24, 36, contractMonths),
      territory: optional(fc.constantFrom('metropole' as const, 'mayotte' as const)),
      conventionalMinimum: optional(fc.constantFrom(0, 1500, 1850, 2100.5)),
      previousContract: optional(
        fc.record({
          sameEmployer: fc.boolean(),
          diplomaObtained: fc.boolean(),
          lastRegulatoryPercent: percent,
          lastPaidPercent: percent,
        }),
      ),
      topUp: optional(
        fc.record({
          sameLevel: fc.boolean(),
          directlyRelated: fc.boolean(),
          previousYears: fc.integer({ min: 0, max: 5 }),
          previousRoute: fc.constantFrom('apprenticeship' as const, 'school' as const),
        }),
      ),
      extension: optional(extensionOf(addDays(addMonths(contractStart, contractMonths), -1))),
      oneYearProfessionalLicence: optional(fc.boolean()),
    }),
  ),
)

function always(check: (contract: PayContract) => void, numRuns = 300): void {
  fc.assert(fc.property(aContract, check), { numRuns })
}

/** What is paid on each day from the first to the last, `null` where no SMIC is known. */
function everyDay(contract: PayContract): { day: string; cents: number | null }[] {
  const days = daysBetween(contract.contractStart, lastDayOf(contract)) + 1
  return Array.from({ length: days }, (_, index) => {
    const on = addDays(contract.contractStart, index)
    const pay = minimumPay({ ...contract, on })
    if ('refused' in pay) {
      expect(pay.refused, on).toBe('before-first-minimum-wage')
      return { day: on, cents: null }
    }
    return { day: on, cents: toCents(pay.monthlyGross) }
  })
}

describe('whatever the contract', () => {
  it('the curve says of every day what the minimum pay says', () => {
    always((contract) => {
      const curve = payCurve(contract)
      const known = everyDay(contract).filter(({ cents }) => cents !== null)
      if ('refused' in curve) {
        expect(known).toEqual([])
        return
      }
      const shown = curve.flatMap(({ from, until, monthlyGross }) =>
        Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => ({
          day: addDays(from, index),
          cents: toCents(monthlyGross),
        })),
      )
      expect(shown).toEqual(known)
      expect(curve.every(({ reasons }) => reasons.length > 0)).toBe(true)
    }, 25)
  })

  /**
   * Within one contract the law lets it fall nowhere: birthdays, years, SMIC and extensions only
   * raise it. It may fall from one contract to the next: see the table of `minimumPay` («without
   * the diploma») and the last test here.
   */
  it('the pay never falls within a contract', () => {
    always((contract) => {
      const curve = payCurve(contract)
      if ('refused' in curve) return
      curve.forEach(({ monthlyGross, from }, index) => {
        expect(monthlyGross, from).toBeGreaterThanOrEqual(curve[index - 1]?.monthlyGross ?? 0)
      })
    })
  })

  it('fifteen points never lead above the whole base', () => {
    always((contract) => {
      const on = lastDayOf(contract)
      const before = { ...contract, topUp: undefined, extension: undefined }
      const pay = minimumPay({ ...contract, on })
      const plain = minimumPay({ ...before, on: lastDayOf(before) })
      if ('refused' in pay || 'refused' in plain) return
      const paid = contract.previousContract?.lastPaidPercent ?? 0
      const due = contract.previousContract?.lastRegulatoryPercent ?? 0
      // What a former contract gave may be more than the SMIC; points do not add to that.
      expect(pay.percent).toBeLessThanOrEqual(Math.max(100, paid, due))
      if (Math.max(paid, due) <= 100) {
        expect(pay.monthlyGross).toBeLessThanOrEqual(pay.baseMonthly)
      }
    })
  })

  it('the pay is never below the grid of the day, nor below what it is without its advantages', () => {
    always((contract) => {
      const on = contract.contractStart
      const pay = minimumPay({ ...contract, on })
      const plain = minimumPay({
        ...contract,
        on,
        previousContract: undefined,
        topUp: undefined,
        conventionalMinimum: undefined,
        oneYearProfessionalLicence: contract.oneYearProfessionalLicence,
      })
      if ('refused' in pay || 'refused' in plain) return
      expect(pay.monthlyGross).toBeGreaterThanOrEqual(plain.monthlyGross)
    })
  })

  it('the last line of the reckoning is the answer', () => {
    always((contract) => {
      const pay = minimumPay({ ...contract, on: lastDayOf(contract) })
      if ('refused' in pay) return
      const { percent: rate, baseMonthly, monthlyGross } = pay
      expect(pay.steps.at(-1)).toEqual({ code: 'amount', percent: rate, baseMonthly, monthlyGross })
      expect(Math.abs((baseMonthly * rate) / 100 - monthlyGross)).toBeLessThanOrEqual(0.005_001)
    })
  })

  it('what is exempt and what is not are the pay', () => {
    const gross = fc.integer({ min: 0, max: 500_000 }).map((cents) => cents / 100)
    fc.assert(
      fc.property(day('2019-01-01', '2026-12-31'), gross, (concludedOn, monthlyGross) => {
        const base = contributionBase({ concludedOn, monthlyGross, month: '2026-06' })
        if ('refused' in base) throw new Error(base.refused)
        const sum = toCents(base.exempt) + toCents(base.contributionBase)
        expect(sum).toBe(toCents(monthlyGross))
        expect(base.exempt).toBeLessThanOrEqual(base.threshold)
        expect(base.csgCrdsBase).toBeLessThanOrEqual(base.contributionBase)
      }),
    )
  })

  it('benefits in kind leave a quarter of the pay, to a cent', () => {
    const amount = fc.integer({ min: 0, max: 500_000 }).map((cents) => cents / 100)
    fc.assert(
      fc.property(amount, amount, (monthlyGross, socialSecurityValue) => {
        const benefit = benefitInKind({ monthlyGross, socialSecurityValue })
        if ('refused' in benefit) throw new Error(benefit.refused)
        const { deduction, minimumCash } = benefit
        expect(toCents(deduction) + toCents(minimumCash)).toBe(toCents(monthlyGross))
        expect(toCents(minimumCash)).toBeGreaterThanOrEqual(toCents(monthlyGross) / 4 - 1)
        expect(deduction).toBeLessThanOrEqual(socialSecurityValue)
      }),
    )
  })
})

describe('between two contracts the law lets the pay fall', () => {
  it('another company, whose agreement is lower, owes less from its first day on', () => {
    const cycle = { birthDate: '2003-01-15', cycleMonths: 24 }
    const first = { ...cycle, contractStart: '2025-09-22', contractMonths: 24 }
    const second = { ...cycle, contractStart: '2026-02-16', contractMonths: 20 }

    expect(minimumPay({ ...first, conventionalMinimum: 2100, on: '2026-02-10' })).toMatchObject({
      base: 'SMC',
      monthlyGross: 1113,
    })
    expect(minimumPay({ ...second, on: '2026-02-16' })).toMatchObject({
      base: 'SMIC',
      monthlyGross: 966.21,
    })
  })
})
