import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import type { ImportedSkills } from '#protocol/importedSkills.ts'
import { lockCentre } from './centres.ts'
import type { Database } from './database.ts'

/** Whose skills are imported: all logbooks of one programme in one centre. */
export interface ProgrammePlace {
  readonly centreId: string
  readonly programme: string
}

/** What is imported in one place. */
export interface LatestImport {
  /** 0: nothing is. */
  readonly number: number
  readonly csv: string
  readonly content: Omit<ImportedSkills, 'at'>
  readonly at: Date
}

/** Where a logbook belongs, or `null`: there is none, or the person is of another centre. */
export async function findProgrammePlace(
  tx: Database,
  logbookId: LogbookId,
  personId: PersonId,
): Promise<ProgrammePlace | null> {
  const { rows } = await tx.query<ProgrammePlace>(
    `select l.centre_id as "centreId", l.programme
     from logbook l join person p on p.centre_id = l.centre_id
     where l.id = $1 and p.id = $2`,
    [logbookId, personId],
  )
  return rows[0] ?? null
}

/** Takes the place for this transaction: imports get their numbers one after the other. */
export async function lockImports(
  tx: Database,
  { centreId, programme }: ProgrammePlace,
): Promise<LatestImport | null> {
  await lockCentre(tx, centreId)
  const { rows } = await tx.query<LatestImport>(
    `select number, csv, content, at from skills_import
     where centre_id = $1 and programme = $2 order by number desc limit 1`,
    [centreId, programme],
  )
  return rows[0] ?? null
}

export interface NewImport extends LatestImport, ProgrammePlace {
  readonly personId: PersonId
}

export async function addImport(
  tx: Database,
  { centreId, programme, number, personId, at, csv, content }: NewImport,
): Promise<void> {
  await tx.query(
    `insert into skills_import (centre_id, programme, number, person_id, at, csv, content)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [centreId, programme, number, personId, at, csv, JSON.stringify(content)],
  )
}

/** The logbooks in which what is imported in a place is read. No order. */
export async function listLogbooksOf(
  db: Database,
  { centreId, programme }: ProgrammePlace,
): Promise<LogbookId[]> {
  const { rows } = await db.query<{ id: LogbookId }>(
    'select id from logbook where centre_id = $1 and programme = $2',
    [centreId, programme],
  )
  return rows.map(({ id }) => id)
}
