import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Centre } from '#protocol/centre.ts'
import type { Database } from './database.ts'

export interface StoredCentre {
  readonly id: string
  readonly name: string
}

/** Takes the centre for this transaction: who comes into it comes one after the other. */
export async function lockCentre(tx: Database, id: string): Promise<void> {
  await tx.query('select from centre where id = $1 for update', [id])
}

/** Takes all centres, and gives the one of this name in any case, or `null`. In a transaction. */
export async function lockCentreNamed(tx: Database, name: string): Promise<StoredCentre | null> {
  await tx.query('lock table centre in share row exclusive mode')
  const { rows } = await tx.query<StoredCentre>(
    'select id, name from centre where lower(name) = lower($1) order by id limit 1 for update',
    [name],
  )
  return rows[0] ?? null
}

export async function addCentre(tx: Database, { id, name }: StoredCentre): Promise<void> {
  await tx.query('insert into centre (id, name) values ($1, $2)', [id, name])
}

/** On `day` (ISO date), of the row `coordinator`. */
const coordinates = (day: string) => `coordinator.valid_from <= ${day}
  and (coordinator.valid_until is null or coordinator.valid_until >= ${day})`

/** The centre that somebody of it coordinates on `day` (ISO date), or `null`. */
export async function findCoordinated(
  db: Database,
  personId: PersonId,
  day: string,
): Promise<StoredCentre | null> {
  const { rows } = await db.query<StoredCentre>(
    `select centre.id, centre.name
     from coordinator
     join centre on centre.id = coordinator.centre_id
     join person on person.id = coordinator.person_id and person.centre_id = centre.id
     where coordinator.person_id = $1 and ${coordinates('$2')} limit 1`,
    [personId, day],
  )
  return rows[0] ?? null
}

/** Who coordinates a centre on `day` (ISO date). No order. */
export async function listCoordinators(
  db: Database,
  centreId: string,
  day: string,
): Promise<PersonId[]> {
  const { rows } = await db.query<{ id: PersonId }>(
    `select distinct person_id as id from coordinator
     where centre_id = $1 and ${coordinates('$2')}`,
    [centreId, day],
  )
  return rows.map(({ id }) => id)
}

/** Somebody coordinates a centre from a day (ISO date) on. */
export async function addCoordinator(
  tx: Database,
  { centreId, personId, from }: { centreId: string; personId: PersonId; from: string },
): Promise<void> {
  await tx.query('insert into coordinator (centre_id, person_id, valid_from) values ($1, $2, $3)', [
    centreId,
    personId,
    from,
  ])
}

/** Somebody’s last day as coordinator of a centre (ISO date), of all times that are not over by then. */
export async function endCoordinator(
  tx: Database,
  { centreId, personId, until }: { centreId: string; personId: PersonId; until: string },
): Promise<void> {
  await tx.query(
    `update coordinator set valid_until = $3
     where centre_id = $1 and person_id = $2 and (valid_until is null or valid_until > $3)`,
    [centreId, personId, until],
  )
}

/** The people of a centre who follow or coordinate on `day` (ISO date), by name. */
export async function listTrainers(
  db: Database,
  centreId: string,
  day: string,
): Promise<Centre['trainers']> {
  const { rows } = await db.query<Centre['trainers'][number]>(
    `select person.name, person.email from person
     where person.centre_id = $1 and (
       exists (
         select from member join logbook on logbook.id = member.logbook_id
         where member.person_id = person.id and logbook.centre_id = $1
           and member.role in ('trainer', 'coordinator') and member.valid_from <= $2
           and (member.valid_until is null or member.valid_until >= $2))
       or exists (
         select from coordinator
         where coordinator.person_id = person.id and coordinator.centre_id = $1
           and ${coordinates('$2')}))
     order by person.name, person.id`,
    [centreId, day],
  )
  return rows
}

/** The logbooks of a centre that somebody neither writes nor coordinates on `day` or later. No order. */
export async function listUncoordinated(
  db: Database,
  { centreId, personId, day }: { centreId: string; personId: PersonId; day: string },
): Promise<LogbookId[]> {
  const { rows } = await db.query<{ id: LogbookId }>(
    `select id from logbook
     where centre_id = $1 and not exists (
       select from member
       where member.logbook_id = logbook.id and member.person_id = $2
         and member.role in ('apprentice', 'coordinator')
         and (member.valid_until is null or member.valid_until >= $3))`,
    [centreId, personId, day],
  )
  return rows.map(({ id }) => id)
}

export interface Led {
  readonly logbookId: LogbookId
  /** First day of this membership, ISO date. */
  readonly from: string
  /** Whether nobody else coordinates the logbook on that day. */
  readonly isAlone: boolean
}

/** What somebody coordinates in a centre on `day` (ISO date) or later, by membership. No order. */
export async function listLedBy(
  db: Database,
  { centreId, personId, day }: { centreId: string; personId: PersonId; day: string },
): Promise<Led[]> {
  const { rows } = await db.query<Led>(
    `select own.logbook_id as "logbookId", own.valid_from as from, not exists (
       select from member other
       where other.logbook_id = own.logbook_id and other.person_id <> $2
         and other.role = 'coordinator' and other.valid_from <= $3
         and (other.valid_until is null or other.valid_until >= $3)) as "isAlone"
     from member own join logbook on logbook.id = own.logbook_id
     where logbook.centre_id = $1 and own.person_id = $2 and own.role = 'coordinator'
       and (own.valid_until is null or own.valid_until >= $3)`,
    [centreId, personId, day],
  )
  return rows
}

/** Where a logbook belongs, or `null`: there is none, or the person is of another centre. */
export async function findOwnCentre(
  db: Database,
  logbookId: LogbookId,
  personId: PersonId,
): Promise<StoredCentre | null> {
  const { rows } = await db.query<StoredCentre>(
    `select centre.id, centre.name
     from logbook
     join centre on centre.id = logbook.centre_id
     join person on person.centre_id = centre.id
     where logbook.id = $1 and person.id = $2`,
    [logbookId, personId],
  )
  return rows[0] ?? null
}
