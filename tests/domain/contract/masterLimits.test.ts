import { describe, expect, it } from 'vitest'
import { masterLoad, overloads, type Charge } from '#domain/contract/masterLimits.ts'

const charge = (
  apprenticeId: string,
  from = '2025-09-01',
  until: string | null = '2027-08-31',
  repeating = false,
): Charge => ({ masterId: 'paul', apprenticeId, from, until, repeating })
const again = (apprenticeId: string) => charge(apprenticeId, '2025-09-01', '2026-08-31', true)

describe('a master has two apprentices, and one who repeats (R6223-6)', () => {
  it.each([
    ['nobody', [], 0, 0, true],
    ['two', [charge('a'), charge('b')], 2, 0, true],
    ['three', [charge('a'), charge('b'), charge('c')], 3, 0, false],
    ['two and one who repeats', [charge('a'), charge('b'), again('c')], 3, 1, true],
    ['two and two who repeat', [charge('a'), charge('b'), again('c'), again('d')], 4, 2, false],
    ['one and two who repeat', [charge('a'), again('b'), again('c')], 3, 2, true],
    ['three who repeat', [again('a'), again('b'), again('c')], 3, 3, true],
    ['three and one who repeats', [charge('a'), charge('b'), charge('c'), again('d')], 4, 1, false],
    ['one who is told twice', [charge('a'), charge('a'), charge('b')], 2, 0, true],
    [
      'those of another master',
      [charge('a'), charge('b'), { ...charge('c'), masterId: 'ines' }],
      2,
      0,
      true,
    ],
    [
      'one who left',
      [charge('a'), charge('b'), charge('c', '2025-09-01', '2025-12-31')],
      2,
      0,
      true,
    ],
  ])('%s', (_, charges, apprentices, repeating, lawful) => {
    expect(masterLoad(charges, 'paul', '2026-01-05')).toEqual({ apprentices, repeating, lawful })
  })

  it('says on which days there are too many: a hand-over of one month', () => {
    const charges = [
      charge('a'),
      charge('b', '2025-09-01', '2026-06-30'),
      charge('c', '2026-06-01', null),
      { ...charge('d'), masterId: 'ines' },
    ]
    expect(overloads(charges, { start: '2025-09-01', end: '2027-08-31' })).toEqual([
      {
        masterId: 'paul',
        days: { start: '2026-06-01', end: '2026-06-30' },
        apprentices: 3,
        repeating: 0,
        lawful: false,
      },
    ])
  })
})
