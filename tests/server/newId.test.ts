import { expect, it } from 'vitest'
import { version, validate } from 'uuid'
import { newId } from '#server/newId.ts'

it('an id is a UUIDv7 that sorts by the time it was made', () => {
  const times = [0, 1, 255, 65_536, 1_795_176_000_000].map((time) => new Date(time))
  const ids = times.map(newId)

  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  expect(newId(times[0])).not.toBe(newId(times[0]))
})
