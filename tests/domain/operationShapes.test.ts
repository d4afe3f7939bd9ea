import { describe, expect, it } from 'vitest'
import { inNewestShape, isKnownShape, newestShapeOf, type Raise } from '#domain/operationShapes.ts'

/** Two releases that never were: one names the text otherwise, one puts it in a list. */
const steps: readonly Raise[] = [
  ({ text, ...older }) => ({ ...older, told: text }),
  ({ told, ...older }) => ({ ...older, words: [told] }),
]

describe('what an old phone wrote', () => {
  it.each([
    ['a year ago', { v: 1, type: 'patch', text: 'Salon' }],
    ['one release ago', { v: 2, type: 'patch', told: 'Salon' }],
    ['today', { v: 3, type: 'patch', words: ['Salon'] }],
  ])('%s says the same in the shape of today', (_, written) => {
    expect(inNewestShape(written, steps)).toEqual({ v: 3, type: 'patch', words: ['Salon'] })
  })

  it('stays as it is where it rests: it was hashed like that', () => {
    const written = Object.freeze({ v: 1, type: 'patch', text: 'Salon' })
    inNewestShape(written, steps)
    expect(written).toEqual({ v: 1, type: 'patch', text: 'Salon' })
  })

  it.each([
    [1, true],
    [newestShapeOf(steps), true],
    [newestShapeOf(steps) + 1, false],
    [0, false],
    [1.5, false],
    [Number.NaN, false],
  ])('shape %s is known: %s', (v, known) => {
    expect(isKnownShape(v, steps)).toBe(known)
  })
})
