import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/civilDate.ts'
import {
  contractProblems,
  keptUntil,
  lastDay,
  phaseOn,
  phases,
  resumptionDueBy,
  type BreachGround,
  type Contract,
  type SuspensionReason,
} from '#domain/contract/contract.ts'

const aContract = (changes: Partial<Contract> = {}): Contract => ({
  start: '2025-09-22',
  end: '2027-09-21',
  extension: null,
  suspensions: [],
  breach: null,
  ...changes,
})
const paused = (
  from: string,
  until: string | null,
  reason: SuspensionReason = 'beyond-control',
) => ({
  from,
  until,
  reason,
})
const broken = (on: string, ground: BreachGround = 'agreement') => ({ on, ground })
const extended = (end: string, reason: 'exam-failure' | 'disability' | 'suspension') => ({
  end,
  reason,
})

describe('what state a contract is in', () => {
  const full = aContract({
    suspensions: [paused('2026-03-02', '2026-05-31')],
    extension: extended('2028-08-31', 'exam-failure'),
    breach: broken('2027-11-30'),
  })

  it.each([
    ['the eve of its first day', '2025-09-21', 'before'],
    ['its first day', '2025-09-22', 'running'],
    ['the eve of a suspension', '2026-03-01', 'running'],
    ['the first day of a suspension', '2026-03-02', 'suspended'],
    ['the last day of a suspension', '2026-05-31', 'suspended'],
    ['the day it resumes', '2026-06-01', 'running'],
    ['its last day as concluded', '2027-09-21', 'running'],
    ['the first day of the extension', '2027-09-22', 'extended'],
    ['the day of the breach', '2027-11-30', 'extended'],
    ['the day after the breach (L6222-18-2)', '2027-12-01', 'kept-by-centre'],
    ['six months after the breach', '2028-05-30', 'kept-by-centre'],
    ['a day later', '2028-05-31', 'over'],
  ])('%s', (_, day, phase) => {
    expect(phaseOn(full, day)).toBe(phase)
  })

  it('the phases in a row, one after the other', () => {
    expect(phases(full)).toEqual([
      { phase: 'running', start: '2025-09-22', end: '2026-03-01' },
      { phase: 'suspended', start: '2026-03-02', end: '2026-05-31' },
      { phase: 'running', start: '2026-06-01', end: '2027-09-21' },
      { phase: 'extended', start: '2027-09-22', end: '2027-11-30' },
      { phase: 'kept-by-centre', start: '2027-12-01', end: '2028-05-30' },
    ])
  })

  it('two suspensions without a day between are one phase', () => {
    const suspensions = [
      paused('2026-04-01', '2026-04-30'),
      paused('2026-03-02', '2026-03-31', 'own-choice'),
    ]
    expect(phases(aContract({ suspensions }))).toEqual([
      { phase: 'running', start: '2025-09-22', end: '2026-03-01' },
      { phase: 'suspended', start: '2026-03-02', end: '2026-04-30' },
      { phase: 'running', start: '2026-05-01', end: '2027-09-21' },
    ])
  })

  it('a suspension whose end nobody knows lasts to the last day', () => {
    const contract = aContract({ suspensions: [paused('2027-06-01', null)] })
    expect(phases(contract).at(-1)).toEqual({
      phase: 'suspended',
      start: '2027-06-01',
      end: '2027-09-21',
    })
    expect(phaseOn(contract, '2027-09-22')).toBe('over')
  })

  it('a suspension that a breach ends does not go on in the six months', () => {
    const contract = aContract({
      suspensions: [paused('2026-03-02', null, 'risk')],
      breach: broken('2026-03-17', 'resumption-refused'),
    })
    expect(phaseOn(contract, '2026-03-17')).toBe('suspended')
    expect(phaseOn(contract, '2026-03-18')).toBe('kept-by-centre')
  })

  it('every day is in the phase that covers it, and no day is in two', () => {
    const day = fc.integer({ min: 0, max: 1100 }).map((count) => addDays('2025-08-01', count))
    const span = fc.tuple(day, fc.option(day)).map(([from, until]) => paused(from, until))
    const contract = fc.record({
      suspensions: fc.array(span, { maxLength: 3 }),
      breach: fc.option(day.map((on) => broken(on > '2025-09-22' ? on : '2025-09-22'))),
      extension: fc.option(fc.constant(extended('2028-06-30', 'disability'))),
    })
    fc.assert(
      fc.property(contract, day, (changes, on) => {
        const whole = aContract(changes)
        const covering = phases(whole).filter(({ start, end }) => start <= on && on <= end)
        const phase = phaseOn(whole, on)
        const outside = phase === 'before' || phase === 'over'
        expect(covering.map((each) => each.phase)).toEqual(outside ? [] : [phase])
      }),
      { numRuns: 500 },
    )
  })
})

describe('the end of a contract', () => {
  it.each([
    ['as concluded', aContract(), '2027-09-21', null],
    [
      'extended',
      aContract({ extension: extended('2028-06-30', 'disability') }),
      '2028-06-30',
      null,
    ],
    ['broken', aContract({ breach: broken('2026-02-10') }), '2026-02-10', '2026-08-10'],
    [
      'broken on 31 August: to the end of February',
      aContract({ breach: broken('2026-08-31') }),
      '2026-08-31',
      '2027-02-28',
    ],
    [
      'broken on 29 August 2027: to a leap day',
      aContract({ breach: broken('2027-08-29') }),
      '2027-08-29',
      '2028-02-29',
    ],
    [
      'broken in the trial: the centre keeps all the same',
      aContract({ breach: broken('2025-10-10', 'trial') }),
      '2025-10-10',
      '2026-04-10',
    ],
    [
      'left with the diploma: nothing to keep for',
      aContract({ breach: broken('2027-07-31', 'diploma') }),
      '2027-07-31',
      null,
    ],
    [
      'excluded: the centre does not keep',
      aContract({ breach: broken('2026-03-31', 'exclusion') }),
      '2026-03-31',
      null,
    ],
  ])('%s (L6222-18-2)', (_, contract, last, kept) => {
    expect(lastDay(contract)).toBe(last)
    expect(keptUntil(contract)).toBe(kept)
  })

  it('after a suspension for risk, the authority answers within fifteen days (L6225-5)', () => {
    expect(resumptionDueBy(paused('2026-03-02', null, 'risk'))).toBe('2026-03-17')
    expect(resumptionDueBy(paused('2026-03-02', null))).toBeNull()
  })
})

describe('what contradicts itself is said', () => {
  it.each([
    ['nothing', {}, []],
    ['a day that is none', { end: '2027-09-31' }, ['not-a-date']],
    ['a suspension from no day', { suspensions: [paused('', null)] }, ['not-a-date']],
    ['a breach on no day', { breach: broken('2026-02-30') }, ['not-a-date']],
    ['an end before the start', { end: '2025-09-21' }, ['end-before-start']],
    ['one day is a contract', { end: '2025-09-22' }, []],
    [
      'an extension that extends nothing',
      { extension: extended('2027-09-21', 'disability') },
      ['extension-before-end'],
    ],
    ['an extension of a year', { extension: extended('2028-09-21', 'exam-failure') }, []],
    [
      'an extension of a year and a day (L6222-11)',
      { extension: extended('2028-09-22', 'exam-failure') },
      ['extension-over-one-year'],
    ],
    [
      'an extension for which nobody said why',
      { extension: { reason: null, end: '2028-06-30' } },
      ['extension-without-reason'],
    ],
    [
      'to the next cycle, without a suspension (R6222-10)',
      { extension: extended('2028-06-30', 'suspension') },
      ['extension-without-suspension'],
    ],
    [
      'to the next cycle, after one of one’s own choice',
      {
        extension: extended('2028-06-30', 'suspension'),
        suspensions: [paused('2026-03-02', '2026-05-31', 'own-choice')],
      },
      ['extension-without-suspension'],
    ],
    [
      'to the next cycle, longer than a year',
      {
        extension: extended('2028-10-31', 'suspension'),
        suspensions: [paused('2026-03-02', '2026-05-31')],
      },
      [],
    ],
    ['a breach before the start', { breach: broken('2025-09-21') }, ['breach-outside']],
    ['a breach on the last day', { breach: broken('2027-09-21') }, []],
    ['a breach after the end', { breach: broken('2027-09-22') }, ['breach-outside']],
    [
      'a suspension backwards',
      { suspensions: [paused('2026-05-31', '2026-03-02')] },
      ['suspension-ends-before-it-begins'],
    ],
    [
      'a suspension before the start',
      { suspensions: [paused('2025-09-01', '2025-10-01')] },
      ['suspension-outside'],
    ],
    [
      'a suspension beyond the end',
      { suspensions: [paused('2027-09-01', '2027-10-01')] },
      ['suspension-outside'],
    ],
    [
      'an open suspension after the end',
      { suspensions: [paused('2027-10-01', null)] },
      ['suspension-outside'],
    ],
    [
      'two suspensions that share a day',
      { suspensions: [paused('2026-03-02', '2026-03-31'), paused('2026-03-31', '2026-04-30')] },
      ['suspensions-overlap'],
    ],
    [
      'two suspensions one after the other',
      { suspensions: [paused('2026-04-01', '2026-04-30'), paused('2026-03-02', '2026-03-31')] },
      [],
    ],
    [
      'two that share a day, told the other way round',
      {
        suspensions: [paused('2026-03-31', '2026-04-30'), paused('2026-03-02', '2026-03-31')],
      },
      ['suspensions-overlap'],
    ],
    [
      'one in an open one, told the other way round',
      { suspensions: [paused('2026-04-01', '2026-04-30'), paused('2026-03-02', null)] },
      ['suspensions-overlap'],
    ],
    [
      'one in an open one',
      { suspensions: [paused('2026-03-02', null), paused('2026-04-01', '2026-04-30')] },
      ['suspensions-overlap'],
    ],
  ] as const)('%s', (_, changes, problems) => {
    expect(contractProblems(aContract(changes))).toEqual(problems)
  })
})
