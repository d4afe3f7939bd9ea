import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import type { BookRow, LogbookDb } from './database.ts'

export const listBooks = (db: LogbookDb): Promise<BookRow[]> => db.books.toArray()

export const findBook = (db: LogbookDb, id: LogbookId): Promise<BookRow | undefined> =>
  db.books.get(id)

/** The person as an actor of a logbook this device holds. */
export const actorIn = (book: BookRow, personId: PersonId, at: string): Actor => ({
  logbookId: book.id,
  personId,
  role: book.role,
  at,
})
