import { describe, expect, it } from 'vitest'
import { paidLeave } from '#domain/absences/paidLeave.ts'

describe('paid leave earned', () => {
  it.each<[string, string, string, number, number, string]>([
    ['2025-09-01', '2025-09-30', '2000-01-01', 3, 0, 'L3141-3 and L3141-7: 2.5 days, rounded up'],
    ['2025-09-01', '2025-10-31', '2000-01-01', 5, 0, 'L3141-3: two months'],
    ['2025-09-22', '2025-10-20', '2000-01-01', 0, 0, 'less than a month'],
    ['2025-09-22', '2025-10-21', '2000-01-01', 3, 0, 'a month from date to date'],
    ['2025-09-01', '2026-05-31', '2000-01-01', 23, 0, 'L3141-3: nine months, 22.5 days'],
    ['2025-09-01', '2026-06-30', '2000-01-01', 3, 0, 'a new reference year from 1 June'],
    ['2024-01-01', '2026-05-31', '2000-01-01', 30, 0, 'L3141-3: 30 at most'],
    ['2025-09-01', '2026-05-31', '2004-05-01', 23, 7, 'L3164-9: under 21 on 30 April 2025'],
    ['2025-09-01', '2026-05-31', '2004-04-30', 23, 0, 'L3164-9: 21 on that very day'],
    ['2025-09-01', '2025-09-15', '2008-03-01', 0, 30, 'L3164-9: whatever was earned'],
  ])('%s to %s, born %s: %i paid, %i unpaid (%s)', (start, until, birthDate, paid, unpaid) => {
    expect(paidLeave({ start, until, birthDate })).toEqual({ paid, unpaid })
  })

  it('is none before the contract', () => {
    expect(
      paidLeave({ start: '2026-09-01', until: '2026-01-01', birthDate: '2000-01-01' }),
    ).toEqual({ paid: 0, unpaid: 0 })
  })
})
