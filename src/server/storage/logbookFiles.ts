import type { DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Database } from './database.ts'
import { lockLogbook } from './logbooks.ts'
import { POKE_CHANNEL } from './pokeListener.ts'

export interface StoredFile {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}

/** A file as one person brought it into one logbook. */
export interface FilePlace {
  readonly logbookId: LogbookId
  readonly personId: PersonId
  readonly sha256: string
}

/** Most bytes of files that one person may bring into one logbook, and that all may together. */
export interface FileQuotas {
  readonly person: number
  readonly logbook: number
}

/**
 * Whether `size` bytes more still fit into a logbook, for one person and for all together. What is
 * on its way counts; this very file does not count twice.
 */
export async function hasRoom(
  db: Database,
  { logbookId, personId, sha256 }: FilePlace,
  size: number,
  quotas: FileQuotas,
): Promise<boolean> {
  const { rows } = await db.query<{ person: number; logbook: number }>(
    `select coalesce(sum(size) filter (where person_id = $2), 0)::bigint as person,
       coalesce(sum(size), 0)::bigint as logbook
     from (
       select person_id, size from file_reference join file using (sha256)
       where logbook_id = $1 and (person_id, sha256) <> ($2, $3)
       union all
       select person_id, size from upload
       where logbook_id = $1 and (person_id, sha256) <> ($2, $3)
     ) as taken`,
    [logbookId, personId, sha256],
  )
  const { person = 0, logbook = 0 } = rows[0] ?? {}
  return person + size <= quotas.person && logbook + size <= quotas.logbook
}

/**
 * Notes that a person brought a file into a logbook, and tells those who follow it. `known`: it was
 * there from this person; `full`: it would be too much, and nothing was noted. In a transaction,
 * which has the logbook for itself from here on.
 */
export async function keepFile(
  tx: Database,
  place: FilePlace,
  { size, mime, at, quotas }: Omit<StoredFile, 'sha256'> & { at: Date; quotas: FileQuotas },
): Promise<'new' | 'known' | 'full'> {
  const { logbookId, personId, sha256 } = place
  await lockLogbook(tx, logbookId)
  const isKnown = await isBrought(tx, place)
  if (!isKnown && !(await hasRoom(tx, place, size, quotas))) return 'full'
  await tx.query(
    `insert into file (sha256, size, mime, stored_at) values ($1, $2, $3, $4)
     on conflict (sha256) do nothing`,
    [sha256, size, mime, at],
  )
  await tx.query(
    `insert into file_reference (logbook_id, sha256, person_id) values ($1, $2, $3)
     on conflict do nothing`,
    [logbookId, sha256, personId],
  )
  // Somebody may be waiting for it, to see it or to sign.
  await tx.query(`select pg_notify('${POKE_CHANNEL}', $1)`, [logbookId])
  return isKnown ? 'known' : 'new'
}

export async function findFile(db: Database, sha256: string): Promise<StoredFile | null> {
  const { rows } = await db.query<StoredFile>(
    'select sha256, size, mime from file where sha256 = $1',
    [sha256],
  )
  return rows[0] ?? null
}

/** Whether this person brought this file into this logbook. */
export async function isBrought(
  db: Database,
  { logbookId, personId, sha256 }: FilePlace,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'select from file_reference where logbook_id = $1 and sha256 = $2 and person_id = $3',
    [logbookId, sha256, personId],
  )
  return rowCount === 1
}

/** Those of `hashes` that somebody brought into this logbook. */
export async function listBrought(
  db: Database,
  logbookId: LogbookId,
  hashes: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ sha256: string }>(
    'select distinct sha256 from file_reference where logbook_id = $1 and sha256 = any($2)',
    [logbookId, hashes],
  )
  return new Set(rows.map(({ sha256 }) => sha256))
}

/** The MIME types of those of `hashes` that somebody brought into this logbook. */
export async function findTypes(
  db: Database,
  logbookId: LogbookId,
  hashes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<Omit<StoredFile, 'size'>>(
    `select distinct sha256, mime from file_reference join file using (sha256)
     where logbook_id = $1 and sha256 = any($2)`,
    [logbookId, hashes],
  )
  return new Map(rows.map(({ sha256, mime }) => [sha256, mime]))
}

/** The documents of a logbook in whose draft or versions this hash stands somewhere. */
export async function findNaming(
  db: Database,
  logbookId: LogbookId,
  sha256: string,
): Promise<DocumentId[]> {
  const { rows } = await db.query<{ id: DocumentId }>(
    `select id from document where logbook_id = $1 and strpos(draft::text, $2) > 0
     union
     select document_id from version where logbook_id = $1 and strpos(content, $2) > 0`,
    [logbookId, sha256],
  )
  return rows.map(({ id }) => id)
}
