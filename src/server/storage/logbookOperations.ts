import type { Link, Verdict } from '#domain/chain.ts'
import type { DeviceId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Result } from '#protocol/sync.ts'
import type { Database } from './database.ts'

/** One operation as it was received, and what became of it. */
export interface KeptOperation {
  readonly id: OperationId
  readonly deviceId: DeviceId
  readonly n: number
  readonly actor: PersonId
  /** JSON text. */
  readonly body: string
  readonly hash: string
  readonly seq: number
  readonly verdict: Verdict
  readonly code: string | null
  readonly at: string
  /** Head of the chain after this operation. */
  readonly chain: string
}

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

export async function moveCounter(
  tx: Database,
  logbookId: LogbookId,
  { deviceId, lastN, pending }: { deviceId: DeviceId; lastN: number; pending: number },
): Promise<void> {
  await tx.query(
    `insert into device_counter (logbook_id, device_id, last_n, pending) values ($1, $2, $3, $4)
     on conflict (logbook_id, device_id) do update
       set last_n = excluded.last_n, pending = excluded.pending`,
    [logbookId, deviceId, lastN, pending],
  )
}

/** Keeps what was sent, whatever its verdict. */
export async function keepOperation(
  tx: Database,
  logbookId: LogbookId,
  operation: KeptOperation,
): Promise<void> {
  const { seq, id, deviceId, n, actor, body, hash, verdict, code, at, chain } = operation
  await tx.query(
    `insert into operation
       (logbook_id, seq, id, device_id, n, actor, body, hash, verdict, code, at, chain)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [logbookId, seq, id, deviceId, n, actor, body, hash, verdict, code, at, chain],
  )
}

/** The whole history of a logbook, in order, without its words. */
export async function listLinks(db: Database, logbookId: LogbookId): Promise<Link[]> {
  const { rows } = await db.query<Link>(
    'select seq, hash, verdict from operation where logbook_id = $1 order by seq',
    [logbookId],
  )
  return rows
}
