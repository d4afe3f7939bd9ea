import type { Link } from '#domain/chain.ts'
import type { DeviceId, LogbookId, OperationId } from '#domain/identifiers.ts'
import type { Result } from '#protocol/sync.ts'
import type { Database } from './database.ts'

/** What became of those of `ids` that came before, whichever device sent them. */
export async function findResults(
  tx: Database,
  logbookId: LogbookId,
  ids: readonly OperationId[],
): Promise<Map<OperationId, Result>> {
  const { rows } = await tx.query<Result>(
    `select id, n, seq, verdict, code from operation
     where logbook_id = $1 and id = any($2::uuid[])`,
    [logbookId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** The device’s last number in this logbook; 0 before its first operation. */
export async function lastNumber(
  tx: Database,
  logbookId: LogbookId,
  deviceId: DeviceId,
): Promise<number> {
  const { rows } = await tx.query<{ last_n: number }>(
    'select last_n from device_counter where logbook_id = $1 and device_id = $2',
    [logbookId, deviceId],
  )
  return rows[0]?.last_n ?? 0
}

/** The whole history of a logbook, in order, without its words. */
export async function listLinks(db: Database, logbookId: LogbookId): Promise<Link[]> {
  const { rows } = await db.query<Link>(
    'select seq, hash, verdict from operation where logbook_id = $1 order by seq',
    [logbookId],
  )
  return rows
}
