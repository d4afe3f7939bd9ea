import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'

const { value } = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.constantFrom(null, true, false, 0, -0),
    fc.array(tie('value')),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value')),
  ),
}))

describe('canonical JSON', () => {
  it('is what the reference implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(value, (each) => {
        expect(canonicalJson(each)).toBe(canonicalize(each))
      }),
      { numRuns: 1_000 },
    )
  })

  it('sorts keys by UTF-16 code units: an emoji comes before U+FB33', () => {
    const keys = {
      '\u20ac': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '\u{1f600}': 5,
      '\u0080': 6,
      '\u00f6': 7,
    }
    expect(canonicalJson(keys)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    )
  })

  it.each<[string, Canonical]>([
    ['a fraction', 0.5],
    ['an integer that two machines could round', 2 ** 53],
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half of an emoji', '\ud83d'],
    ['half of an emoji in a name', { '\ude00': 1 }],
    ['a fraction deep inside', [{ a: [1.5] }]],
  ])('refuses %s', (_, each) => {
    expect(() => canonicalJson(each)).toThrow(TypeError)
  })
})
