import type { DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Database } from './database.ts'

export interface StoredFile {
  readonly sha256: string
  readonly size: number
  readonly mime: string
}

/** Notes that a person brought a file into a logbook; `false`: it was there from this person. */
export async function keepFile(
  tx: Database,
  file: StoredFile,
  { logbookId, personId, at }: { logbookId: LogbookId; personId: PersonId; at: Date },
): Promise<boolean> {
  await tx.query(
    `insert into file (sha256, size, mime, stored_at) values ($1, $2, $3, $4)
     on conflict (sha256) do nothing`,
    [file.sha256, file.size, file.mime, at],
  )
  const { rowCount } = await tx.query(
    `insert into file_reference (logbook_id, sha256, person_id) values ($1, $2, $3)
     on conflict do nothing`,
    [logbookId, file.sha256, personId],
  )
  return rowCount === 1
}

export async function findFile(db: Database, sha256: string): Promise<StoredFile | null> {
  const { rows } = await db.query<StoredFile>(
    'select sha256, size, mime from file where sha256 = $1',
    [sha256],
  )
  return rows[0] ?? null
}

/** Who brought this file into this logbook. */
export async function listBringers(
  db: Database,
  logbookId: LogbookId,
  sha256: string,
): Promise<PersonId[]> {
  const { rows } = await db.query<{ person_id: PersonId }>(
    'select person_id from file_reference where logbook_id = $1 and sha256 = $2',
    [logbookId, sha256],
  )
  return rows.map(({ person_id }) => person_id)
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
