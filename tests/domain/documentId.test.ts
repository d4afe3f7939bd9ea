import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentIdOf } from '#domain/documentId.ts'
import { kindNames } from '#domain/kinds.ts'
import { entryId, logbooks } from '#tests/support/builders.ts'

describe('the id of a week’s entry', () => {
  // Devices that are offline for months must still agree with it.
  it.each([
    ['2025-W45', '99f9848d-aaee-82d9-ae64-f00217c9e71d'],
    ['2026-W01', 'b4f5c151-5517-88c2-a29a-4948685d9473'],
  ])('is for ever the same for %s', (week, id) => {
    expect(entryId(week)).toBe(id)
  })

  it('is another one in another logbook, for another kind and for another week', () => {
    const ids = Object.values(logbooks).flatMap((logbook) =>
      kindNames.flatMap((kind) =>
        [['2025-W45'], ['2025-W46'], ['2025-W45', ''], ['2025', 'W45']].map((parts) =>
          documentIdOf(logbook, kind, parts),
        ),
      ),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is always a UUID of version 8', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(documentIdOf(logbooks.here, 'entry', parts)).toMatch(
          /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u,
        )
      }),
      { numRuns: 200 },
    )
  })
})
