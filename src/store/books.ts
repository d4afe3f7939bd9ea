import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Actor } from '#domain/rights.ts'
import type { BookRow, LogbookDb } from './database.ts'
import { everything } from './tables.ts'

export const listBooks = (db: LogbookDb): Promise<BookRow[]> =>
  db.read(['books'], ({ books }) => books.list(everything))

/** A logbook of this device, or `undefined`. */
export const findBook = (db: LogbookDb, id: LogbookId): Promise<BookRow | undefined> =>
  db.read(['books'], ({ books }) => books.get(id))

/** The person as an actor of a logbook this device holds. */
export const actorIn = (book: BookRow, personId: PersonId, at: string): Actor => ({
  logbookId: book.id,
  personId,
  role: book.role,
  at,
})
