import type { Database } from './database.ts'
import type { FilePlace } from './logbookFiles.ts'

/** One piece of a file. */
export interface Piece {
  /** Where in the file it begins, in bytes. */
  readonly start: number
  readonly bytes: Buffer
  /** Bytes of the whole file. */
  readonly size: number
  readonly at: Date
}

/** How many bytes of a file have arrived, from its beginning on and without a hole. */
export async function findReceived(
  db: Database,
  { logbookId, personId, sha256 }: FilePlace,
): Promise<number> {
  const { rows } = await db.query<{ received: number }>(
    'select received from upload where logbook_id = $1 and person_id = $2 and sha256 = $3',
    [logbookId, personId, sha256],
  )
  return rows[0]?.received ?? 0
}

/**
 * Adds the next piece and gives how many bytes have arrived. A piece that is not the next one
 * changes nothing: the number then says which one is. In a transaction.
 */
export async function addPiece(
  tx: Database,
  { logbookId, personId, sha256 }: FilePlace,
  { start, bytes, size, at }: Piece,
): Promise<number> {
  const key = [logbookId, personId, sha256]
  await tx.query(
    `insert into upload (logbook_id, person_id, sha256, size, received, at)
     values ($1, $2, $3, $4, 0, $5) on conflict do nothing`,
    [...key, size, at],
  )
  const { rows } = await tx.query<{ received: number; size: number }>(
    `select received, size from upload
     where logbook_id = $1 and person_id = $2 and sha256 = $3 for update`,
    key,
  )
  const { received = 0, size: announced = size } = rows[0] ?? {}
  if (start !== received || announced !== size || start + bytes.length > size) return received
  if (bytes.length === 0) return received
  await tx.query(
    `insert into upload_piece (logbook_id, person_id, sha256, start, bytes)
     values ($1, $2, $3, $4, $5)`,
    [...key, start, bytes],
  )
  await tx.query(
    `update upload set received = $4, at = $5
     where logbook_id = $1 and person_id = $2 and sha256 = $3`,
    [...key, start + bytes.length, at],
  )
  return start + bytes.length
}

/** All pieces together, in order. */
export async function readPieces(
  db: Database,
  { logbookId, personId, sha256 }: FilePlace,
): Promise<Buffer> {
  const { rows } = await db.query<{ bytes: Buffer }>(
    `select bytes from upload_piece
     where logbook_id = $1 and person_id = $2 and sha256 = $3 order by start`,
    [logbookId, personId, sha256],
  )
  return Buffer.concat(rows.map(({ bytes }) => bytes))
}

/** Forgets what arrived of a file: it is stored, or begins anew. */
export async function dropUpload(
  db: Database,
  { logbookId, personId, sha256 }: FilePlace,
): Promise<void> {
  await db.query('delete from upload where logbook_id = $1 and person_id = $2 and sha256 = $3', [
    logbookId,
    personId,
    sha256,
  ])
}

/** Forgets files of which nothing has arrived since `before`. Returns how many. */
export async function sweepUploads(db: Database, before: Date): Promise<number> {
  const { rowCount } = await db.query('delete from upload where at < $1', [before])
  return rowCount ?? 0
}
