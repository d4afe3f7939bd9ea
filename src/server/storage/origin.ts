import pg from 'pg'
import { inTransaction, patiently } from './database.ts'
import { beginGeneration } from './logbooks.ts'

/**
 * Where the database was put back, by whatever means, begins a new generation, so that devices look for
 * what it lost and offer it again. Resolves to whether it was.
 */
export async function recogniseOrigin(pool: pg.Pool, at: Date): Promise<boolean> {
  const identity = await readIdentity(pool)
  if (identity === null) return false
  return inTransaction(pool, async (tx) => {
    // Of servers that start together, one begins the generation, and the others find it begun.
    const { rows } = await tx.query<{ identity: string }>(
      patiently('select identity from origin for update'),
    )
    const [known] = rows
    if (known?.identity === identity) return false
    if (known) await beginGeneration(tx, at)
    await tx.query(
      `insert into origin (identity) values ($1)
       on conflict (only_row) do update set identity = excluded.identity`,
      [identity],
    )
    return known !== undefined
  })
}

/** `insufficient_privilege`, as PostgreSQL numbers it. */
const NOT_ALLOWED = '42501'

/**
 * PostgreSQL’s own marks of a database: of the cluster, of the database in it, and of the timeline,
 * which another one begins after a recovery to a point in time or a failover. A dump that is put back
 * has other marks. A disk that was put back as it was does not. `null`: whoever keeps the database for
 * us does not let us see them.
 */
async function readIdentity(pool: pg.Pool): Promise<string | null> {
  try {
    const { rows } = await pool.query<{ identity: string }>(
      `select concat_ws('/', system_identifier, timeline_id, oid) as identity
       from pg_control_system(), pg_control_checkpoint(), pg_database
       where datname = current_database()`,
    )
    return rows[0]?.identity ?? null
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NOT_ALLOWED) return null
    throw error
  }
}
