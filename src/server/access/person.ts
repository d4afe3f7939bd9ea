import type { Database } from '#server/storage/database.ts'

/** What somebody may know of himself. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: string
}

/** The person of this id, or `null`. */
export async function findPerson(database: Database, id: string): Promise<Person | null> {
  const { rows } = await database.query<Person>(
    'select id, name, email, language from person where id = $1',
    [id],
  )
  return rows[0] ?? null
}
