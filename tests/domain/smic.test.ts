import { describe, expect, it } from 'vitest'
import { smicOn, smicsOf } from '#domain/smic.ts'

describe('the SMIC of a day (domain notes, §3.3)', () => {
  it.each([
    ['2023-01-01', 1127, 170_928],
    ['2023-04-30', 1127, 170_928],
    ['2023-05-01', 1152, 174_720],
    ['2023-12-31', 1152, 174_720],
    ['2024-01-01', 1165, 176_692],
    ['2024-10-31', 1165, 176_692],
    ['2024-11-01', 1188, 180_180],
    ['2025-12-31', 1188, 180_180],
    // Not × 151.67, which gives 1 823.07.
    ['2026-01-01', 1202, 182_303],
    ['2026-05-31', 1202, 182_303],
    ['2026-06-01', 1231, 186_702],
    ['2031-01-01', 1231, 186_702],
  ])('%s', (day, hourlyCents, monthlyCents) => {
    expect(smicOn(day, 'metropole')).toMatchObject({ hourlyCents, monthlyCents })
  })

  it.each([
    ['2024-11-01', 898, 136_197],
    ['2026-01-01', 933, 141_505],
    ['2026-06-01', 956, 144_993],
  ])('in Mayotte on %s', (day, hourlyCents, monthlyCents) => {
    expect(smicOn(day, 'mayotte')).toEqual({ from: day, hourlyCents, monthlyCents })
  })

  it('is unknown before the first one, not zero', () => {
    expect(smicOn('2022-12-31', 'metropole')).toBeNull()
    expect(smicOn('2024-10-31', 'mayotte')).toBeNull()
  })

  it.each(['metropole', 'mayotte'] as const)(
    'only ever rises (%s), and begins on a first',
    (where) => {
      const smics = smicsOf(where)
      expect(smics.map(({ from }) => from)).toEqual(smics.map(({ from }) => from).sort())
      smics.forEach(({ hourlyCents, from }, index) => {
        expect(hourlyCents).toBeGreaterThan(smics[index - 1]?.hourlyCents ?? 0)
        // A contribution threshold is that of a month: no SMIC may change within one.
        expect(from.slice(8)).toBe('01')
      })
    },
  )
})
