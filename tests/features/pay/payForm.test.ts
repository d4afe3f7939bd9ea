import { describe, expect, it } from 'vitest'
import { emptyPayForm, payCases, readPayForm, type PayForm } from '#features/pay/payForm.ts'

const form = (change: Partial<PayForm> = {}): PayForm => ({
  ...emptyPayForm('2026-11-25'),
  birthDate: '2006-05-14',
  start: '2025-09-01',
  ...change,
})

const problemsOf = (change: Partial<PayForm>) => {
  const read = readPayForm(form(change))
  return 'problems' in read ? read.problems : {}
}

describe('what was typed', () => {
  it('is read as it stands, and no case that is not ticked slips in', () => {
    const typed = form({ minimum: '2000', lastDue: '80', extendedEnd: '2028-01-01' })
    expect(readPayForm(typed)).toEqual({
      input: {
        birthDate: '2006-05-14',
        contractStart: '2025-09-01',
        contractMonths: 24,
        cycleMonths: 24,
        on: '2026-11-25',
        territory: 'metropole',
      },
      concludedOn: '',
      socialSecurityValue: null,
    })
  })

  it.each([
    ['2 150,50', 2150.5],
    ['2\u202f150,50\u00a0€', 2150.5],
    ['1900', 1900],
  ])('an amount as people write it (%s) is that amount', (minimum, euros) => {
    expect(readPayForm(form({ cases: ['minimum'], minimum }))).toMatchObject({
      input: { conventionalMinimum: euros },
    })
  })

  it.each(['', '-3', '1e3', 'deux mille', '1,2,3', '12.5.1'])(
    'an amount that is none (%o) is asked for again, and is not taken for 0',
    (minimum) => {
      expect(problemsOf({ cases: ['minimum'], minimum })).toEqual({ minimum: 'amount' })
    },
  )

  it('half a month is no length', () => {
    expect(problemsOf({ months: '11,5', cycle: '' })).toEqual({ months: 'number', cycle: 'number' })
  })

  it('the day of conclusion may be left empty, and is asked for again where it is none', () => {
    expect(readPayForm(form({ concludedOn: '2025-02-28' }))).toMatchObject({
      concludedOn: '2025-02-28',
    })
    expect(problemsOf({ concludedOn: '2025-02-30' })).toEqual({ concludedOn: 'day' })
  })

  it('a day that is none is asked for again', () => {
    expect(problemsOf({ birthDate: '2006-02-30', start: '', on: '' })).toEqual({
      birthDate: 'day',
      start: 'day',
      on: 'day',
    })
  })

  it('every question of a ticked case is asked', () => {
    expect(Object.keys(problemsOf({ cases: payCases })).sort()).toEqual(
      [
        ...['benefits', 'company', 'diploma', 'extendedEnd', 'lastDue', 'lastPaid', 'level'],
        ...['link'],
        ...['minimum', 'reason', 'route', 'years'],
      ].sort(),
    )
  })

  it('an extension begins after the last day of the contract as it was concluded', () => {
    const extended = form({ cases: ['extension'], reason: 'disability', extendedEnd: '2028-08-31' })
    expect(readPayForm(extended)).toMatchObject({
      input: { extension: { originalEnd: '2027-08-31', extendedEnd: '2028-08-31' } },
    })
  })
})
