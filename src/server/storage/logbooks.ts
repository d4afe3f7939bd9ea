import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { partsOn, type Membership, type Standing } from '#domain/membership.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { Database } from './database.ts'
import { GRANTS_MAX, type Head } from './logbookStorage.ts'

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

/**
 * After a restore from a backup: from `at` on, no device takes what it holds of any logbook for
 * ours. The same history may have gone on twice, with other people in it and other instants.
 */
export async function beginGeneration(tx: Database, at: Date): Promise<void> {
  await tx.query('update logbook set grant_number = $1::bigint + grant_number % $2::bigint', [
    Math.floor(at.getTime() / 1000) * GRANTS_MAX,
    GRANTS_MAX,
  ])
}

/**
 * Of the row `logbook`: its own changes and, by their number, the imports of the skills of its
 * programme. So an import is one row, and no transaction touches all the logbooks that read it.
 */
export const grantNumber = `logbook.grant_number + coalesce((select max(i.number)
  from skills_import i
  where i.centre_id = logbook.centre_id and i.programme = logbook.programme), 0)`

interface LockedLogbook extends Head {
  readonly grantNumber: number
  readonly programme: string
}

/**
 * Takes the logbook for this transaction and gives its head, or `null`: there is none. Everything
 * that writes in a logbook does this first, so that the order of `seq` is the order of commits.
 */
export async function lockLogbook(tx: Database, id: LogbookId): Promise<LockedLogbook | null> {
  const { rows } = await tx.query<LockedLogbook>({
    name: 'lock-logbook',
    text: `select head as seq, chain, programme, ${grantNumber} as "grantNumber"
        from logbook where id = $1 for update`,
    values: [id],
  })
  return rows[0] ?? null
}

export interface OwnLogbook {
  readonly id: LogbookId
  /** The apprentice. */
  readonly personId: PersonId
  readonly programme: string
  readonly cohort: string
}

/** The logbooks of a centre in which one of these people is the apprentice. No order. */
export async function findLogbooksOf(
  db: Database,
  centreId: string,
  apprentices: readonly PersonId[],
): Promise<OwnLogbook[]> {
  const { rows } = await db.query<OwnLogbook>(
    `select distinct l.id, m.person_id as "personId", l.programme, l.cohort
     from member m join logbook l on l.id = m.logbook_id
     where l.centre_id = $1 and m.role = 'apprentice' and m.person_id = any($2)`,
    [centreId, apprentices],
  )
  return rows
}

/** Sets the last day of a membership. The devices of all members then fetch the logbook anew. */
export async function endMember(
  tx: Database,
  { logbookId, personId, role, from, until }: NewMember,
): Promise<void> {
  await tx.query('update logbook set grant_number = grant_number + 1 where id = $1', [logbookId])
  await tx.query(
    `update member set valid_until = $5
     where logbook_id = $1 and person_id = $2 and role = $3 and valid_from = $4`,
    [logbookId, personId, role, from, until],
  )
}

/** Everybody who belongs, belonged or will belong to a logbook. */
export async function listMemberships(db: Database, id: LogbookId): Promise<Membership[]> {
  const { rows } = await db.query<Membership>(
    `select person_id as "personId", role, valid_from as "from", valid_until as until
     from member where logbook_id = $1`,
    [id],
  )
  return rows
}

/** Who may read and write in a logbook on `day` (ISO date), and as what; or who stands otherwise. */
export async function listMembers(
  db: Database,
  id: LogbookId,
  day: string,
  standings: readonly Standing[] = ['present'],
): Promise<ReadonlyMap<PersonId, Role>> {
  const parts = partsOn(await listMemberships(db, id), day)
  return new Map(
    [...parts].flatMap(([personId, { role, standing }]) =>
      standings.includes(standing) ? [[personId, role] as const] : [],
    ),
  )
}
