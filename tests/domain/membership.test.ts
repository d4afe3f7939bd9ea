import { describe, expect, it } from 'vitest'
import { partsOn, type Membership } from '#domain/membership.ts'
import { personId } from '#tests/support/builders.ts'

const master = personId('master')
const member = (change: Partial<Membership>): Membership => ({
  personId: master,
  role: 'master',
  from: '2025-09-01',
  until: '2026-08-31',
  ...change,
})
const partOn = (day: string, ...memberships: Membership[]) => partsOn(memberships, day).get(master)

describe('somebody’s part in a logbook', () => {
  it.each([
    ['2025-08-31', undefined],
    ['2025-09-01', 'present'],
    ['2026-08-31', 'present'],
    ['2026-09-01', 'late'],
    ['2026-09-30', 'late'],
    ['2026-10-01', 'past'],
  ])(
    'begins and ends with a day, and leaves time for a phone without a network: %s',
    (day, standing) => {
      expect(partOn(day, member({}))?.standing).toBe(standing)
    },
  )

  it('without an end has none', () => {
    expect(partOn('2099-12-31', member({ until: null }))).toEqual({
      role: 'master',
      standing: 'present',
    })
  })

  it('that ended gives way to one that goes on, whatever the roles are', () => {
    const ended = member({ role: 'apprentice', until: '2025-12-31' })
    const now = member({ role: 'guardian', from: '2026-01-01' })
    expect(partOn('2026-01-15', ended, now)).toEqual({ role: 'guardian', standing: 'present' })
    expect(partOn('2026-01-15', now, ended)).toEqual({ role: 'guardian', standing: 'present' })
  })

  it('of two that go on is the one with more to do', () => {
    const two = [member({ role: 'coordinator' }), member({ role: 'trainer' })]
    expect(partOn('2026-01-15', ...two)?.role).toBe('trainer')
    expect(partOn('2026-01-15', ...two.reverse())?.role).toBe('trainer')
  })
})
