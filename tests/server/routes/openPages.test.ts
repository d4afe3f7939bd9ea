import { expect, it } from 'vitest'
import type { PersonId } from '#domain/identifiers.ts'
import { createOpenPages } from '#server/routes/openPages.ts'
import { nextId } from '#tests/support/builders.ts'

it('a server takes so many pages and no more, and one that closes twice makes room once', () => {
  const pages = createOpenPages()
  const open = () => pages.open(nextId<PersonId>())
  const first = open()
  for (let count = 1; count < 8_000; count += 1) expect(open()).not.toBeInstanceOf(Response)
  const refused = open()
  expect(refused instanceof Response && refused.status).toBe(429)

  if (first instanceof Response) throw new Error('the first was refused')
  first.close()
  first.close()
  expect(open()).not.toBeInstanceOf(Response)
  expect(open()).toBeInstanceOf(Response)
})
