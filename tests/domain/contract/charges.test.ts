import { describe, expect, it } from 'vitest'
import { chargesOf } from '#domain/contract/charges.ts'
import { masterLoad } from '#domain/contract/masterLimits.ts'
import { readContract } from '#domain/contract/readContract.ts'
import type { Content } from '#domain/operation.ts'

const master = {
  'couples/c1/company': 'Maison Perrier, Roanne',
  'couples/c1/master': 'Paul Durand',
}
const charges = (apprenticeId: string, more: Content = {}) =>
  chargesOf(
    readContract({
      ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
      ...master,
      ...more,
    }),
    apprenticeId,
  )
const of = { masterId: 'Paul Durand', apprenticeId: 'lea' }

describe('whom a master has', () => {
  it('one apprentice for the whole contract', () => {
    expect(charges('lea')).toEqual([
      { ...of, from: '2025-09-01', until: '2027-08-31', repeating: false },
    ])
  })

  it('nobody any more after a breach', () => {
    expect(charges('lea', { breachOn: '2026-03-31' })).toEqual([
      { ...of, from: '2025-09-01', until: '2026-03-31', repeating: false },
    ])
  })

  it('somebody who repeats only counts as such once the extension has begun (L6222-11)', () => {
    const extended = { extensionReason: 'exam-failure', extendedEnd: '2028-08-31' }
    expect(charges('lea', extended)).toEqual([
      { ...of, from: '2025-09-01', until: '2027-08-31', repeating: false },
      { ...of, from: '2027-09-01', until: '2028-08-31', repeating: true },
    ])
  })

  it('an extension for a disability makes nobody repeat', () => {
    const extended = { extensionReason: 'disability', extendedEnd: '2028-08-31' }
    expect(charges('lea', extended)).toEqual([
      { ...of, from: '2025-09-01', until: '2028-08-31', repeating: false },
    ])
  })

  it('with the third one lawful, if that one repeats elsewhere what failed before (R6223-6)', () => {
    const two = [...charges('lea'), ...charges('hugo')]
    const again = { prolongedStart: '2023-09-01', prolongedEnd: '2025-08-31' }
    const on = '2025-10-01'
    expect(charges('ines', again)).toEqual([
      { ...of, apprenticeId: 'ines', from: '2025-09-01', until: '2027-08-31', repeating: true },
    ])
    expect(masterLoad([...two, ...charges('ines', again)], 'Paul Durand', on).lawful).toBe(true)
    expect(masterLoad([...two, ...charges('ines')], 'Paul Durand', on).lawful).toBe(false)
  })
})
