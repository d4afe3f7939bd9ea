import { describe, expect, it } from 'vitest'
import {
  dispensesOf,
  type Candidate,
  type DispenseRule,
  type DispenseState,
} from '#domain/exams/dispenses.ts'
import { exams } from './diploma.ts'

/** As the programme sheet quotes them (JO n° 144 du 23 juin 2019). */
const rules: readonly DispenseRule[] = [
  { unit: 'U1', holders: ['other-bts', 'dut', 'level-5'], passed: null, source: 'JO 144' },
  {
    unit: 'U3',
    holders: ['other-bts', 'dut', 'licence'],
    passed: 'economics-law-management',
    source: 'JO 144',
  },
  // A wrong line: no rule can free from an exam of the trade.
  { unit: 'U4', holders: ['other-bts'], passed: null, source: 'a mistake' },
]
const nobody: Candidate = { holds: [], passed: [], requests: [] }
const asked = (unit: string, proofSeenOn: string | null) => ({
  requests: [{ unit, askedOn: '2026-10-20', proofSeenOn }],
})

describe('a dispense', () => {
  it.each<[string, string, Partial<Candidate>, DispenseState]>([
    ['U1', 'sheet: holders of another BTS may ask', { holds: ['other-bts'] }, 'may-ask'],
    ['U1', 'sheet: a national diploma of level 5', { holds: ['level-5'] }, 'may-ask'],
    [
      'U1',
      'sheet: a bachelor’s degree alone is not in the list',
      { holds: ['licence'] },
      'not-covered',
    ],
    ['U1', 'sheet: nobody without a diploma', {}, 'not-covered'],
    ['U1', 'sheet: on request', { holds: ['dut'], ...asked('U1', null) }, 'proof-missing'],
    [
      'U1',
      'arrêté of 2005: with its proof',
      { holds: ['dut'], ...asked('U1', '2026-10-21') },
      'ready',
    ],
    ['U1', 'a request without a diploma', asked('U1', '2026-10-21'), 'not-covered'],
    ['U3', 'sheet: only with economics, law, management', { holds: ['dut'] }, 'not-covered'],
    [
      'U3',
      'sheet: with economics, law, management',
      { holds: ['dut'], passed: ['economics-law-management'] },
      'may-ask',
    ],
    [
      'U3',
      'sheet: a licence with it as well',
      { holds: ['licence'], passed: ['economics-law-management'] },
      'may-ask',
    ],
    ['U2', 'the sheet does not quote it', { holds: ['other-bts'] }, 'not-covered'],
    ['U4', 'arrêté of 2005, art. 1: never the trade', { holds: ['other-bts'] }, 'professional'],
  ])('%s: %s', (unit, _, candidate, state) => {
    const all = dispensesOf(exams, rules, { ...nobody, ...candidate })
    expect(all.find((each) => each.unit === unit)?.state).toBe(state)
  })

  it('is told for every exam, with the rule that fits', () => {
    const all = dispensesOf(exams, rules, { ...nobody, holds: ['dut'] })
    expect(all.map(({ exam }) => exam)).toEqual(exams.map(({ code }) => code))
    expect(all[0]).toEqual({ exam: 'E1', unit: 'U1', state: 'may-ask', rule: rules[0] })
    expect(all[3]).toEqual({ exam: 'E4', unit: 'U4', state: 'professional', rule: null })
  })
})
