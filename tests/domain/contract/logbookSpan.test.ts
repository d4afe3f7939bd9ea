import { describe, expect, it } from 'vitest'
import { logbookSpan } from '#domain/contract/logbookSpan.ts'
import type { Path } from '#domain/calendar/alternation.ts'
import type { Content } from '#domain/operation.ts'

const own = { start: '2025-09-01', end: '2027-08-31' }
const contract = (set: Content): Content => ({ start: own.start, end: own.end, ...set })

describe('how long a logbook has something to tell', () => {
  it.each<[string, readonly Content[], Path, Partial<typeof own>]>([
    ['as it was opened, where nothing else is known', [], {}, {}],
    ['as its contract says', [contract({})], {}, {}],
    [
      'until the end of an extension after a failed exam (art. L6222-11)',
      [contract({ extendedEnd: '2028-08-31' })],
      {},
      { end: '2028-08-31' },
    ],
    [
      'until the end of a year that was added, whoever pays it',
      [contract({})],
      { extraYears: [{ start: '2027-09-13', end: '2028-06-30' }] },
      { end: '2028-06-30' },
    ],
    [
      'not longer than a shorter contract',
      [contract({ end: '2027-02-28' })],
      {},
      { end: '2027-02-28' },
    ],
    [
      'until the end of the second of two contracts',
      [contract({ end: '2026-03-31' }), contract({ start: '2026-05-04', end: '2027-12-31' })],
      {},
      { end: '2027-12-31' },
    ],
    [
      'beyond a breach, after which the centre goes on for six months (art. L6222-18-2)',
      [contract({ breachOn: '2026-02-10' })],
      {},
      {},
    ],
    [
      'until a shortened training ends, where no contract is copied',
      [],
      { leavesOn: '2026-12-18' },
      { end: '2026-12-18' },
    ],
    [
      'until the contract ends, where training ends before it',
      [contract({})],
      { leavesOn: '2027-06-30' },
      {},
    ],
    [
      'not beyond its own end, where training would leave later',
      [],
      { leavesOn: '2029-01-31' },
      {},
    ],
    [
      'from a contract that began before',
      [contract({ start: '2025-08-18' })],
      {},
      { start: '2025-08-18' },
    ],
    ['without an end that nobody has typed', [contract({ end: '' })], {}, {}],
    [
      'never for a thousand years, because of one wrong digit',
      [contract({ end: '2927-08-31' })],
      {},
      {},
    ],
    [
      'with the longest path there is: four years, extended by one (art. L6222-7-1, L6222-11)',
      [contract({ end: '2029-08-31', extendedEnd: '2030-08-31' })],
      {},
      { end: '2030-08-31' },
    ],
  ])('%s', (_, contracts, path, expected) => {
    expect(logbookSpan(own, contracts, path)).toEqual({ ...own, ...expected })
  })
})
