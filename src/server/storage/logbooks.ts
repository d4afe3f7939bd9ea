import { roles, type Role } from '#domain/kind.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { Database } from './database.ts'

export interface NewLogbook {
  readonly id: LogbookId
  readonly centreId: string
  /** Id of a programme of `src/programmes`. */
  readonly programme: string
  readonly cohort: string
  readonly company: LogbookFacts['company']
  /** First and last day of the apprenticeship contract, ISO dates. */
  readonly contract: LogbookFacts['contract']
  readonly at: Date
}

/** Opens a logbook without members and without documents. */
export async function createLogbook(tx: Database, logbook: NewLogbook): Promise<void> {
  const { id, centreId, programme, cohort, company, contract, at } = logbook
  await tx.query(
    `insert into logbook
       (id, centre_id, programme, cohort, company, contract_start, contract_end, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, centreId, programme, cohort, company, contract.start, contract.end, at],
  )
}

export interface NewMember {
  readonly logbookId: LogbookId
  readonly personId: PersonId
  readonly role: Role
  /** First and last day, ISO dates; `null`: no end (the apprentice has none). */
  readonly from: string
  readonly until: string | null
}

/** Lets somebody into a logbook. The devices of all its members then fetch it anew. */
export async function addMember(tx: Database, member: NewMember): Promise<void> {
  const { logbookId, personId, role, from, until } = member
  await tx.query('update logbook set grant_number = grant_number + 1 where id = $1', [logbookId])
  await tx.query(
    `insert into member (logbook_id, person_id, role, valid_from, valid_until)
     values ($1, $2, $3, $4, $5)`,
    [logbookId, personId, role, from, until],
  )
}

/** Where a logbook’s history stands. */
export interface Head {
  readonly seq: number
  readonly chain: string
}

/**
 * Takes the logbook for this transaction and gives its head, or `null`: there is none. Everything
 * that writes in a logbook does this first, so that the order of `seq` is the order of commits.
 */
export async function lockLogbook(tx: Database, id: LogbookId): Promise<Head | null> {
  const { rows } = await tx.query<Head>(
    'select head as seq, chain from logbook where id = $1 for update',
    [id],
  )
  return rows[0] ?? null
}

export async function moveHead(tx: Database, id: LogbookId, { seq, chain }: Head): Promise<void> {
  await tx.query('update logbook set head = $2, chain = $3 where id = $1', [id, seq, chain])
}

/** Who belongs to a logbook on `day` (ISO date), and as what. */
export async function listMembers(
  db: Database,
  id: LogbookId,
  day: string,
): Promise<ReadonlyMap<PersonId, Role>> {
  const { rows } = await db.query<{ person_id: PersonId; role: Role }>(
    `select person_id, role from member
     where logbook_id = $1 and valid_from <= $2 and (valid_until is null or valid_until >= $2)`,
    [id, day],
  )
  const members = new Map<PersonId, Role>()
  for (const { person_id, role } of rows) {
    members.set(person_id, firstRole(members.get(person_id), role))
  }
  return members
}

/** Somebody who is two things in one logbook acts as the one that comes first in `roles`. */
export const firstRole = (one: Role | undefined, other: Role): Role =>
  one !== undefined && roles.indexOf(one) < roles.indexOf(other) ? one : other
