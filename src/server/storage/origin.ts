import type pg from 'pg'
import { inTransaction, patiently } from './database.ts'
import { beginGeneration } from './logbooks.ts'

/**
 * PostgreSQL’s own marks of a database: of the cluster, of the database in it, and of the timeline,
 * which another one begins after a recovery to a point in time or a failover. A dump that is put
 * back has other marks. A disk that was put back as it was does not.
 */
const IDENTITY = `select concat_ws('/', system_identifier, timeline_id, oid) as identity
  from pg_control_system(), pg_control_checkpoint(), pg_database
  where datname = current_database()`

/**
 * Where the database was put back, by whatever means, begins a new generation, so that
 * devices look for what it lost and offer it again. Resolves to whether it was.
 */
export const recogniseOrigin = (pool: pg.Pool, at: Date): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    // Of servers that start together, one begins the generation, and the others find it begun.
    const { rows } = await tx.query<{ identity: string; is_here: boolean }>(
      patiently(`select identity, identity = (${IDENTITY}) as is_here from origin for update`),
    )
    const [known] = rows
    if (known?.is_here) return false
    if (known) await beginGeneration(tx, at)
    await tx.query(
      `insert into origin (identity) ${IDENTITY}
       on conflict (only_row) do update set identity = excluded.identity`,
    )
    return known !== undefined
  })
