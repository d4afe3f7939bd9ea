import { loadOutline } from '#programmes/outlines.ts'
import { listBooks } from '#store/books.ts'
import type { BookRow, LogbookDb } from '#store/database.ts'
import { loadPart } from '#ui/loadPart.ts'

/** The logbooks this device holds, once `findOutline` knows their programmes. */
export async function readBooks(db: LogbookDb): Promise<BookRow[]> {
  const books = await listBooks(db)
  await Promise.all(books.map(({ facts }) => loadPart(() => loadOutline(facts.programme))))
  return books
}
