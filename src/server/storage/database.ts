import pg from 'pg'

/** A pool, or the one connection of a transaction: whatever a statement can be sent to. */
export type Database = Pick<pg.Pool, 'query'>

/** `int8` as a number (no counter of ours passes 2^53), `date` as `YYYY-MM-DD`, the rest as `pg` does. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format): unknown => {
    if (oid === pg.types.builtins.INT8) return Number
    if (oid === pg.types.builtins.DATE) return String
    return pg.types.getTypeParser(oid, format)
  },
}

export interface PoolOptions {
  /** Most connections at once. */
  readonly size?: number
  /** Told when an idle connection breaks, for instance because PostgreSQL restarts. */
  readonly onError: (error: Error) => void
}

/**
 * Connections to the database at `url`. A broken idle connection is reported and replaced:
 * without a listener, `pg` would end the whole process.
 */
export function openPool(url: string, { size = 10, onError }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    application_name: 'livret',
  })
  pool.on('error', onError)
  return pool
}

export interface TransactionOptions {
  /** `read committed` unless told. */
  readonly isolation?: 'read committed' | 'repeatable read' | 'serializable'
  readonly readOnly?: boolean
}

/**
 * Runs `work` in one transaction on one connection: committed when it resolves, undone when it
 * throws. A refusal returned as a value commits; throw to undo.
 */
export async function inTransaction<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
  { isolation = 'read committed', readOnly = false }: TransactionOptions = {},
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error): void => {
    broken = error
  }
  client.on('error', onError)
  try {
    await client.query(`begin isolation level ${isolation}${readOnly ? ' read only' : ''}`)
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    try {
      await client.query('rollback')
    } catch (rollbackError) {
      // A connection in an unknown state must not serve the next request.
      broken = rollbackError instanceof Error ? rollbackError : new Error('rollback failed')
    }
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
