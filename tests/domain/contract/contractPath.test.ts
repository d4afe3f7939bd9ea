import { describe, expect, it } from 'vitest'
import { contractPath } from '#domain/contract/contractPath.ts'

const span = { start: '2025-12-08', end: '2027-08-31' }
const contract = { start: '2025-12-08', end: '2027-08-31' }

describe('from when on somebody comes to the centre', () => {
  it.each([
    ['no contract: with the logbook', [], '2025-12-08'],
    ['with the first contract', [contract], '2025-12-08'],
    [
      'in the centre without a contract before (L6222-12-1)',
      [{ ...contract, centreStart: '2025-09-22' }],
      '2025-09-22',
    ],
    [
      'with the company, where the centre begins after it',
      [{ ...contract, centreStart: '2025-12-15' }],
      '2025-12-08',
    ],
    [
      'with the first contract, not with the second',
      [contract, { ...contract, centreStart: '2025-09-22' }],
      '2025-12-08',
    ],
  ])('%s', (_, contracts, entersOn) => {
    expect(contractPath(contracts, span).entersOn).toBe(entersOn)
  })
})

describe('when nobody waits in a company', () => {
  it('between two contracts, to the day', () => {
    const first = { ...contract, breachOn: '2026-03-31' }
    const second = { ...contract, start: '2026-04-20' }
    expect(contractPath([first, second], span).withoutCompany).toEqual([
      { start: '2026-04-01', end: '2026-04-19' },
    ])
  })

  it('in a suspension, and after it again', () => {
    const paused = {
      ...contract,
      'suspensions/s1/from': '2026-03-02',
      'suspensions/s1/until': '2026-03-31',
    }
    expect(contractPath([paused], span).withoutCompany).toEqual([
      { start: '2026-03-02', end: '2026-03-31' },
    ])
  })
})
