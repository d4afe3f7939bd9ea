import { addressOf } from '#domain/enrolment/enrolment.ts'
import type { PersonId } from '#domain/identifiers.ts'
import type { Database } from './database.ts'

/** Somebody as others know them: whoever has the address is this person. */
export interface KnownPerson {
  readonly id: PersonId
  readonly centreId: string
  readonly name: string
}

/** Those of these addresses, in any case, whom any centre knows; by address as `addressOf` gives it. */
export async function findByAddress(
  db: Database,
  addresses: readonly string[],
): Promise<Map<string, KnownPerson>> {
  const { rows } = await db.query<KnownPerson & { readonly address: string }>(
    `select id, centre_id as "centreId", name, lower(email) as address
     from person where lower(email) = any($1)`,
    [addresses.map(addressOf)],
  )
  return new Map(rows.map(({ address, ...person }) => [address, person]))
}

export interface NewPerson extends KnownPerson {
  readonly email: string
  readonly at: Date
}

/**
 * Adds people of a centre, or gives `false`: meanwhile one of the addresses came to be somebody’s,
 * and the transaction is to be undone. Always in the order of addresses, so that two centres that
 * add the same ones wait for each other and not in a circle.
 */
export async function addPeople(tx: Database, people: readonly NewPerson[]): Promise<boolean> {
  const byAddress = people
    .map((person) => ({ ...person, address: addressOf(person.email) }))
    .sort((one, other) => (one.address < other.address ? -1 : 1))
  for (const { id, centreId, name, address, at } of byAddress) {
    const { rowCount } = await tx.query(
      `insert into person (id, centre_id, name, email, created_at) values ($1, $2, $3, $4, $5)
       on conflict ((lower(email))) do nothing`,
      [id, centreId, name.trim(), address, at],
    )
    if (rowCount !== 1) return false
  }
  return true
}
