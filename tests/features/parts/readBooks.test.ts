import { expect, it } from 'vitest'
import { readBooks } from '#features/parts/readBooks.ts'
import { findOutline } from '#programmes/outlines.ts'
import { addBook, someFacts } from '#tests/app/routes/aWorkspace.ts'
import { aDatabase } from '#tests/store/aDatabase.ts'
import { logbooks } from '#tests/support/builders.ts'

it('a logbook comes with the words of its programme, and without where nobody knows it', async () => {
  const db = aDatabase()
  await addBook(db, 'trainer', { ...someFacts(), programme: 'bts-mco' })
  const stranger = someFacts('secondApprentice', logbooks.elsewhere)
  await addBook(db, 'trainer', { ...stranger, programme: 'unheard-of' })
  expect(findOutline('bts-mco')).toBeNull()

  const books = await readBooks(db)

  expect(books.map(({ facts }) => facts.programme)).toEqual(['bts-mco', 'unheard-of'])
  expect(findOutline('bts-mco')?.shortTitle).toBe('BTS MCO')
  expect(findOutline('unheard-of')).toBeNull()
})
