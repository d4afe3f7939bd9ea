import { describe, expect, it } from 'vitest'
import { endProblem, entryProblem } from '#domain/enrolment/memberChanges.ts'
import { mayManageMembers } from '#domain/enrolment/mayManageMembers.ts'
import type { Role } from '#domain/kind.ts'
import type { Membership } from '#domain/membership.ts'
import { personId, type PersonName } from '#tests/support/builders.ts'

const TODAY = '2026-01-15'
const part = (
  who: PersonName,
  role: Role,
  from = '2025-09-01',
  until: string | null = null,
): Membership => ({ personId: personId(who), role, from, until })

const book: readonly Membership[] = [
  part('apprentice', 'apprentice'),
  part('master', 'master', '2025-09-01', '2025-12-31'),
  part('trainer', 'trainer'),
  part('coordinator', 'coordinator'),
]

describe('who comes into a logbook', () => {
  it.each<[string, Membership, string | null]>([
    ['another master', part('secondMaster', 'master', '2026-01-01'), null],
    ['the trainer, as a coordinator beside', part('trainer', 'coordinator'), null],
    ['an auditor for a day', part('auditor', 'auditor', TODAY, TODAY), null],
    ['a master who was there before', part('master', 'master', '2026-01-01'), null],
    ['a second apprentice', part('secondApprentice', 'apprentice'), 'second-apprentice'],
    ['the apprentice, who would sign', part('apprentice', 'master'), 'same-person'],
    [
      'over before it begins',
      part('auditor', 'auditor', TODAY, '2026-01-14'),
      'ends-before-it-starts',
    ],
    ['the same again', part('trainer', 'trainer'), 'already-member'],
    ['one day of both', part('master', 'master', '2025-12-31'), 'already-member'],
    ['days around', part('master', 'master', '2025-01-01'), 'already-member'],
    [
      'the days before, up to the first',
      part('trainer', 'trainer', '2025-08-01', '2025-09-01'),
      'already-member',
    ],
    ['the days before', part('trainer', 'trainer', '2025-08-01', '2025-08-31'), null],
  ])('%s', (_, entry, problem) => {
    expect(entryProblem(book, entry)).toBe(problem)
  })
})

describe('who goes', () => {
  const second = part('secondCoordinator', 'coordinator')
  it.each<[string, readonly Membership[], Membership, string | null]>([
    ['a trainer today', book, part('trainer', 'trainer', '2025-09-01', TODAY), null],
    [
      'a trainer since yesterday',
      book,
      part('trainer', 'trainer', '2025-09-01', '2026-01-14'),
      null,
    ],
    ['a master who comes back', book, part('master', 'master'), null],
    ['nobody', book, part('auditor', 'auditor'), 'not-found'],
    ['somebody of another first day', book, part('trainer', 'trainer', '2025-09-02'), 'not-found'],
    [
      'the apprentice',
      book,
      part('apprentice', 'apprentice', '2025-09-01', TODAY),
      'apprentice-stays',
    ],
    [
      'before coming',
      book,
      part('trainer', 'trainer', '2025-09-01', '2025-08-31'),
      'ends-before-it-starts',
    ],
    [
      'the only coordinator',
      book,
      part('coordinator', 'coordinator', '2025-09-01', '2027-08-31'),
      'last-coordinator',
    ],
    [
      'one of two',
      [...book, second],
      part('coordinator', 'coordinator', '2025-09-01', TODAY),
      null,
    ],
    [
      'one whose successor is not there yet',
      [...book, { ...second, from: '2026-03-01' }],
      part('coordinator', 'coordinator', '2025-09-01', '2026-02-27'),
      'last-coordinator',
    ],
    [
      'one on the day before the successor comes',
      [...book, { ...second, from: '2026-03-01' }],
      part('coordinator', 'coordinator', '2025-09-01', '2026-02-28'),
      null,
    ],
    [
      'the last of two, whose other one leaves in a week',
      [...book, { ...second, until: '2026-01-22' }],
      part('coordinator', 'coordinator', '2025-09-01', '2026-01-16'),
      'last-coordinator',
    ],
    [
      'a coordinator who stays longer than before',
      [part('coordinator', 'coordinator', '2025-09-01', TODAY)],
      part('coordinator', 'coordinator', '2025-09-01', '2026-02-01'),
      null,
    ],
    [
      'a part that would reach into the next one',
      [...book, part('master', 'master', '2026-01-01')],
      part('master', 'master', '2025-09-01', '2026-01-01'),
      'already-member',
    ],
  ])('%s', (_, memberships, end, problem) => {
    expect(endProblem(memberships, end, TODAY)).toBe(problem)
  })
})

it('people are let in and out by who coordinates the logbook on that day, and by nobody else', () => {
  const may = (who: PersonName, day: string) => mayManageMembers(book, personId(who), day)
  expect(may('coordinator', TODAY)).toBe(true)
  expect(may('coordinator', '2025-08-31')).toBe(false)
  for (const who of ['apprentice', 'master', 'trainer', 'guardian'] as const) {
    expect(may(who, '2025-10-01')).toBe(false)
  }
  const ended = [part('coordinator', 'coordinator', '2025-09-01', '2026-01-14')]
  expect(mayManageMembers(ended, personId('coordinator'), TODAY)).toBe(false)
  const both = [...book, part('trainer', 'coordinator')]
  expect(mayManageMembers(both, personId('trainer'), TODAY)).toBe(true)
})
