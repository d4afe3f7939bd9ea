import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { neededAverage, resultOf, whatIf, type Mark, type Verdict } from '#domain/exams/result.ts'
import { everywhere, exams, marksOf } from './diploma.ts'

type Given = Parameters<typeof marksOf>[0]

const dispensed: Mark = { type: 'dispensed' }
const absent: Mark = { type: 'absent', excused: false }
const excused: Mark = { type: 'absent', excused: true }
const kept = (value: number): Mark => ({ type: 'kept', value })

describe('the result', () => {
  it.each<[string, Given, number | null, Verdict]>([
    ['no mark yet', {}, null, 'incomplete'],
    ['10 everywhere: 210 points of 21', everywhere(10), 10, 'passed'],
    ['a hundredth less', { ...everywhere(10), E1: 9.99 }, 9.99, 'failed'],
    ['20 everywhere', everywhere(20), 20, 'passed'],
    ['0 everywhere', everywhere(0), 0, 'failed'],
    [
      'D643-22: a low mark is made up for (5 × 14 for 3 × 4)',
      { ...everywhere(10), E1: 4, E4: 14 },
      10.09,
      'passed',
    ],
    ['D643-22: no mark eliminates by itself', { ...everywhere(12), E2: 0 }, 10.28, 'passed'],
    ['the coefficient counts: E4 for five', { ...everywhere(10), E4: 9 }, 9.76, 'failed'],
    ['E5 in two parts of two each', { ...everywhere(10), 'E5.1': 6, 'E5.2': 14 }, 10, 'passed'],
    ['one part of E5 is to come', { E1: 12, 'E5.1': 6 }, 9.6, 'incomplete'],
    ['a mark for E5 as a whole is none', { ...everywhere(10), 'E5.1': 6, E5: 20 }, 9.61, 'failed'],
    [
      'référentiel: optional, points above 10 only',
      { ...everywhere(9.9), EF1: 13 },
      10.04,
      'passed',
    ],
    [
      'référentiel: an optional mark below 10 costs nothing',
      { ...everywhere(10), EF1: 3 },
      10,
      'passed',
    ],
    ['D643-24: absence at a compulsory exam', { ...everywhere(18), E3: absent }, 18, 'absent'],
    ['D643-24: force majeure is a zero', { ...everywhere(12), E3: excused }, 10.28, 'passed'],
    ['D643-24: and may cost the diploma', { ...everywhere(11), E4: excused }, 8.38, 'failed'],
    [
      'D643-24: absence at the optional one costs nothing',
      { ...everywhere(10), EF1: absent },
      10,
      'passed',
    ],
    ['absent at E5 as a whole', { ...everywhere(18), E5: absent }, 18, 'absent'],
    [
      'a dispensed exam does not count',
      { ...everywhere(10), E1: dispensed, E2: 11 },
      10.16,
      'passed',
    ],
    [
      'dispensed from three, failed by the rest',
      { ...everywhere(9), E1: dispensed, E3: dispensed },
      9,
      'failed',
    ],
    ['D643-15: a kept mark counts', { ...everywhere(9.5), E4: kept(12.1) }, 10.11, 'passed'],
    [
      'D643-15: E5 kept as a whole',
      { ...everywhere(9.9), 'E5.1': 2, E5: kept(11) },
      10.1,
      'passed',
    ],
    ['half marks add up exactly', { ...everywhere(10.1), E1: 9.4 }, 10, 'passed'],
  ])('%s', (_, given, average, verdict) => {
    const result = resultOf(exams, marksOf(given))
    expect({ average: result.average, verdict: result.verdict }).toEqual({ average, verdict })
  })

  it('has 21 coefficients, and fewer where an exam is dispensed', () => {
    expect(resultOf(exams, {}).coefficientsInAll).toBe(21)
    const result = resultOf(exams, marksOf({ E1: dispensed, E4: 12 }))
    expect(result).toMatchObject({ coefficientsInAll: 18, coefficients: 5, points: 60 })
  })

  it('shows the two parts of E5, and never one mark for both', () => {
    const { lines } = resultOf(exams, marksOf({ 'E5.1': 8, 'E5.2': 13 }))
    expect(lines.filter(({ exam }) => exam === 'E5')).toEqual([
      {
        ...{ code: 'E5.1', exam: 'E5', coefficient: 2, points: 16 },
        mark: { type: 'mark', value: 8 },
      },
      {
        ...{ code: 'E5.2', exam: 'E5', coefficient: 2, points: 26 },
        mark: { type: 'mark', value: 13 },
      },
    ])
    expect(lines.map(({ code }) => code)).not.toContain('EF1')
  })

  it('names the units of at least 10, which may be kept (D643-15)', () => {
    const given = { E1: 10, E2: 9.99, E4: 15, 'E5.1': 8, 'E5.2': 12, E6: dispensed }
    expect(resultOf(exams, marksOf(given)).acquiredUnits).toEqual(['U1', 'U4', 'U5'])
    expect(resultOf(exams, marksOf({ 'E5.1': 18 })).acquiredUnits).toEqual([])
  })

  it.each([-0.01, 20.01, Number.NaN])('a mark of %d is a mistake', (value) => {
    expect(() => resultOf(exams, marksOf({ E1: value }))).toThrow(RangeError)
  })

  it('coefficients with decimals add up exactly', () => {
    const halves = [
      { code: 'A', unit: 'UA', coefficient: 1.5, professional: false, parts: [] },
      { code: 'B', unit: 'UB', coefficient: 1.5, professional: false, parts: [] },
      { code: 'C', unit: 'UC', coefficient: 3, professional: false, parts: [] },
    ]
    const marks = marksOf({ A: 11.3, B: 10.7, C: 9 })
    expect(resultOf(halves, marks)).toMatchObject({ points: 60, average: 10, verdict: 'passed' })
  })
})

describe('what if', () => {
  it('leaves the marks alone, and may take the place of one', () => {
    const marks = marksOf({ ...everywhere(10), E1: 7 })
    expect(whatIf(exams, marks, marksOf({ E1: 10 })).verdict).toBe('passed')
    expect(resultOf(exams, marks).verdict).toBe('failed')
  })

  it.each<[string, Given, number | null]>([
    ['nothing yet: 10 everywhere', {}, 10],
    ['E4 with 12 of five: the rest needs less', { E4: 12 }, 9.38],
    ['E4 with 8 of five: the rest needs more, rounded up', { E4: 8 }, 10.63],
    ['only E6 is to come', { ...everywhere(10), E1: 8, E6: undefined }, 12],
    ['20 in all that is to come would do', { ...everywhere(10), E1: 0, E6: undefined }, 20],
    ['not even 20 would do', { ...everywhere(10), E1: 0, E2: 9.9, E6: undefined }, null],
    ['nothing is missing any more', { E1: 20, E2: 20, E3: 20, E4: 20 }, 0],
    ['points of the optional one help', { ...everywhere(10), E1: 8, EF1: 13, E6: undefined }, 11],
    ['all marks are there', everywhere(8), null],
    ['absent without an excuse', { E1: absent }, null],
  ])('needed: %s', (_, given, expected) => {
    expect(neededAverage(exams, marksOf(given))).toBe(expected)
  })
})

describe('whatever the marks', () => {
  const aMark = fc.integer({ min: 0, max: 2000 }).map((hundredths) => hundredths / 100)
  const codes = ['E1', 'E2', 'E3', 'E4', 'E5.1', 'E5.2', 'E6', 'EF1']
  const someMarks = fc
    .array(fc.option(aMark), { minLength: codes.length, maxLength: codes.length })
    .map((values) =>
      marksOf(
        Object.fromEntries(
          codes.flatMap((code, index) => {
            const value = values[index]
            return typeof value === 'number' ? [[code, value]] : []
          }),
        ),
      ),
    )

  it('a better mark never makes a worse result', () => {
    fc.assert(
      fc.property(someMarks, fc.constantFrom(...codes), aMark, (marks, code, more) => {
        const known = marks[code]
        if (known?.type !== 'mark') return
        const better = marksOf({ [code]: Math.max(known.value, more) })
        const [before, after] = [resultOf(exams, marks), whatIf(exams, marks, better)]
        expect(after.average ?? 0).toBeGreaterThanOrEqual(before.average ?? 0)
        expect(before.verdict === 'passed' && after.verdict !== 'passed').toBe(false)
      }),
    )
  })

  it('with the needed average everywhere the diploma is passed, with a hundredth less it is not', () => {
    fc.assert(
      fc.property(someMarks, (marks) => {
        const needed = neededAverage(exams, marks)
        const open = codes.filter((code) => code !== 'EF1' && !marks[code])
        const all = (value: number) =>
          whatIf(exams, marks, marksOf(Object.fromEntries(open.map((code) => [code, value]))))
        if (open.length === 0) return
        if (needed === null) expect(all(20).verdict).toBe('failed')
        else {
          expect(all(needed).verdict).toBe('passed')
          const less = Math.round(needed * 100 - 1) / 100
          if (less >= 0) expect(all(less).verdict).toBe('failed')
        }
      }),
    )
  })

  it('an average of 10 or more, and nothing else, is passed', () => {
    fc.assert(
      fc.property(fc.array(aMark, { minLength: 7, maxLength: 7 }), (values) => {
        const given = codes
          .slice(0, 7)
          .map((code, index): [string, number] => [code, values[index] ?? 0])
        const { average, verdict } = resultOf(exams, marksOf(Object.fromEntries(given)))
        expect(verdict).toBe((average ?? 0) >= 10 ? 'passed' : 'failed')
      }),
    )
  })
})
