import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readElements } from '#protocol/ebml.ts'
import { aWebm, element } from '#tests/support/sounds.ts'

const read = (bytes: Uint8Array) =>
  readElements(bytes, 0, bytes.length).map(({ id, inside, end, isOpen }) => [
    id,
    inside,
    end,
    isOpen,
  ])

it('elements are found with their bounds, short sizes and long ones', () => {
  const short = Buffer.from('4282847765626d', 'hex')
  const long = element('ec', Buffer.alloc(300))
  expect(read(Buffer.concat([short, long]))).toEqual([
    ['4282', 3, 7, false],
    ['ec', 16, 316, false],
  ])
})

it('an element that does not say its size reaches to the end', () => {
  const [, segment] = readElements(aWebm(), 0, aWebm().length)
  expect(segment).toMatchObject({ id: '18538067', isOpen: true, end: aWebm().length })
})

it('whatever the bytes, every element lies within what was asked for, one behind the other', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), fc.nat(20), fc.nat(120), (bytes, from, to) => {
      const end = Math.min(to, bytes.length)
      let before = from
      for (const found of readElements(bytes, from, end)) {
        expect(found.start).toBeGreaterThanOrEqual(before)
        expect(found.inside).toBeGreaterThan(found.start)
        expect(found.end).toBeGreaterThanOrEqual(found.inside)
        expect(found.end).toBeLessThanOrEqual(end)
        before = found.end
      }
    }),
    { numRuns: 2_000 },
  )
})
