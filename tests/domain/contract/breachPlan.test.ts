import { describe, expect, it } from 'vitest'
import { checkBreach } from '#domain/contract/breach.ts'
import { breachPlanOf } from '#domain/contract/breachPlan.ts'
import { breachDays } from '#domain/contract/breachSteps.ts'
import { readContract } from '#domain/contract/readContract.ts'
import type { Content } from '#domain/operation.ts'

const days = {
  breachWrittenOn: '2026-03-10',
  mediatorAskedOn: '2026-03-10',
  companyToldOn: '2026-03-16',
  diplomaOn: '2026-03-01',
  excludedOn: '2026-03-02',
}
const record = (more: Content) =>
  readContract({
    ...{ birthDate: '2005-03-10', start: '2025-09-01', end: '2027-08-31', cycleMonths: 24 },
    ...more,
  })
const ended = (breachGround: string, more: Content = {}) =>
  record({ breachGround, breachOn: '2026-03-31', ...days, ...more })
const on = '2026-03-31'
const companyDays = ['2025-08-28', '2025-09-01', '2025-09-02']

/** What each ground needs, and nothing that belongs to another: Code du travail, see `checkBreach`. */
const rows: readonly (readonly [string, object])[] = [
  ['trial', { writtenOn: '2026-03-10', companyDays: ['2025-09-01', '2025-09-02'] }],
  ['agreement', { writtenOn: '2026-03-10', guardian: 'missing' }],
  ['serious-fault', { writtenOn: '2026-03-10' }],
  ['force-majeure', { writtenOn: '2026-03-10' }],
  ['unfitness', { writtenOn: '2026-03-10' }],
  ['death-of-master', { writtenOn: '2026-03-10' }],
  [
    'apprentice',
    { mediatorAskedOn: '2026-03-10', companyToldOn: '2026-03-16', guardian: 'missing' },
  ],
  ['diploma', { companyToldOn: '2026-03-16', obtainedOn: '2026-03-01' }],
  ['exclusion', { writtenOn: '2026-03-10', excludedOn: '2026-03-02' }],
  ['resumption-refused', { notifiedOn: '2026-03-10' }],
]

describe('the end of a contract as it was written down', () => {
  it.each(rows)('%s: each day comes to the rule that asks for it', (ground, needs) => {
    expect(breachPlanOf(ended(ground), companyDays)).toEqual({ plan: { ground, on, ...needs } })
  })

  it('is none while the contract goes on', () => {
    expect(breachPlanOf(record({}), companyDays)).toBeNull()
  })

  it.each(Object.entries(breachDays))(
    '%s without its days: says which are missing',
    (ground, all) => {
      const nothing = Object.fromEntries(Object.keys(days).map((day) => [day, null]))
      expect(breachPlanOf(ended(ground, nothing), companyDays)).toEqual({ missing: all })
    },
  )

  it('a mediator does not sign an agreement for the guardian of a minor', () => {
    const minor = { birthDate: '2009-02-14' }
    const problems = (breachGround: string, guardianWord: string) => {
      const found = breachPlanOf(ended(breachGround, { ...minor, guardianWord }), companyDays)
      if (!found || !('plan' in found)) throw new Error('there is no plan')
      return checkBreach(found.plan, minor.birthDate).problems
    }
    expect(problems('agreement', 'mediator')).toEqual([{ code: 'guardian-missing' }])
    expect(problems('agreement', 'signed')).toEqual([])
    expect(problems('apprentice', 'mediator')).toEqual([])
    expect(problems('apprentice', 'missing')).toEqual([{ code: 'guardian-missing' }])
  })

  it('where the calendar is not known, nobody says that the trial period is over', () => {
    const found = breachPlanOf(ended('trial'), null)
    expect(found).toEqual({
      plan: { ground: 'trial', on, writtenOn: '2026-03-10', companyDays: [] },
    })
  })
})
