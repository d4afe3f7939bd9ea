import { loadOutline } from '#programmes/outlines.ts'
import { listBooks } from '#store/books.ts'
import type { BookRow, LogbookDb } from '#store/database.ts'

/**
 * The logbooks this device holds, once `findOutline` knows their programmes. A programme that
 * cannot be loaded hides no logbook: its codes are shown as they are.
 *
 * In a live query it has to be the last read: what follows a load is not watched.
 */
export async function readBooks(db: LogbookDb): Promise<BookRow[]> {
  const books = await listBooks(db)
  await Promise.allSettled(books.map(({ facts }) => loadOutline(facts.programme)))
  return books
}
