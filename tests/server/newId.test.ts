import { expect, it } from 'vitest'
import { newId } from '#server/newId.ts'

it('an id is a UUIDv7 that sorts by the time it was made', () => {
  const times = [0, 1, 255, 65_536, 1_795_176_000_000].map((time) => new Date(time))
  const ids = times.map(newId)

  const shape = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u
  expect(ids.filter((id) => !shape.test(id))).toEqual([])
  expect(ids.at(-1)).toMatch(/^01a1f8d3-ea00/u)
  expect([...ids].sort()).toEqual(ids)
  expect(newId(times[0])).not.toBe(newId(times[0]))
})
