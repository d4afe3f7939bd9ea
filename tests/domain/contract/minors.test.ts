import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/civilDate.ts'
import { guardianUntil, isMinor } from '#domain/contract/minors.ts'

describe('a guardian reads and signs until the eighteenth birthday (Code civil, art. 414)', () => {
  it.each([
    ['an ordinary birthday', '2008-10-06', '2026-10-05'],
    ['born on a first', '2008-02-01', '2026-01-31'],
    ['born on New Year’s Day', '2008-01-01', '2025-12-31'],
    ['born on 29 February', '2008-02-29', '2026-02-27'],
    ['born on 1 March', '2008-03-01', '2026-02-28'],
  ])('%s', (_, birthDate, last) => {
    expect(guardianUntil(birthDate)).toBe(last)
    expect(isMinor(birthDate, last)).toBe(true)
    expect(isMinor(birthDate, addDays(last, 1))).toBe(false)
  })
})
