import pg from 'pg'
import { isBrokenConnection } from './outage.ts'

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

/** How long things may take, in milliseconds. What takes longer is given up and undone. */
export interface Patience {
  /** Until a connection is free. */
  readonly connection: number
  /** Until somebody else lets go of a row. */
  readonly lock: number
  /** One statement, its waiting for locks included. */
  readonly statement: number
  /** Between two statements of a transaction: then its connection is free again. */
  readonly idleTransaction: number
}

/** Less than a device waits for an answer (a minute), so that it hears that we are busy. */
const PATIENCE: Patience = {
  connection: 5_000,
  lock: 10_000,
  statement: 30_000,
  idleTransaction: 30_000,
}

/** How much longer than the database’s own bound a statement may be silent, in milliseconds. */
const SILENCE = 5_000

/** The longest a timer can wait, in milliseconds. */
const NO_LIMIT = 2 ** 31 - 1

/** A statement whose answer may take `silence` milliseconds, whatever its pool says. */
export const patiently = (
  text: string,
  values: unknown[] = [],
  silence = NO_LIMIT,
): pg.QueryConfig & { readonly query_timeout: number } => ({ text, values, query_timeout: silence })

export interface PoolOptions {
  /** Most connections at once. */
  readonly size?: number
  readonly patience?: Partial<Patience>
  /** Told when an idle connection breaks, for instance because PostgreSQL restarts. */
  readonly onError: (error: Error) => void
}

/**
 * Connections to the database at `url`. A broken idle connection is reported and replaced:
 * without a listener, `pg` would end the whole process.
 */
export function openPool(url: string, { size = 10, patience, onError }: PoolOptions): pg.Pool {
  const { connection, lock, statement, idleTransaction } = { ...PATIENCE, ...patience }
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    types,
    connectionTimeoutMillis: connection,
    idleTimeoutMillis: 30_000,
    application_name: 'livret',
    lock_timeout: lock,
    statement_timeout: statement,
    idle_in_transaction_session_timeout: idleTransaction,
    // A database whose machine vanished says nothing, not even that it gives up.
    query_timeout: statement + SILENCE,
    keepAlive: true,
    // What is asked without waiting for what was asked before travels with it.
    pipeline: true,
  })
  pool.on('error', onError)
  // One in use is watched by nobody, not even in the moment before we can: a database that dies as
  // it lets us in would end the process. Its next statement says that it is broken.
  pool.on('connect', (client) => client.on('error', () => undefined))
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
export const inTransaction = <Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
  { isolation = 'read committed', readOnly = false }: TransactionOptions = {},
): Promise<Result> =>
  transact(pool, async (client) => {
    await client.query(`begin isolation level ${isolation}${readOnly ? ' read only' : ''}`)
    const result = await work(client)
    await client.query('commit')
    return result
  })

/** What is written last in a transaction, and goes to the database with its end. */
export type WriteLast = (write: () => Promise<void>) => void

/**
 * The same with fewer ways to the database and back, which are most of a short transaction: what
 * `read` asks travels with the beginning, what is written last with the end. The error of that
 * writing is the transaction’s.
 */
export const inShortTransaction = <Read, Result>(
  pool: pg.Pool,
  read: (client: pg.PoolClient) => Promise<Read>,
  work: (client: pg.PoolClient, read: Read, last: WriteLast) => Promise<Result>,
): Promise<Result> =>
  transact(pool, async (client) => {
    // Only read: were there no beginning, nothing would be written either.
    const [, found] = await Promise.all([client.query(BEGIN), read(client)])
    let write: () => Promise<void> = () => Promise.resolve()
    const result = await work(client, found, (last) => {
      write = last
    })
    // Where the writing fails, the end undoes all.
    await Promise.all([write(), client.query('commit')])
    return result
  })

const BEGIN = 'begin isolation level read committed'

async function transact<Result>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    return await work(client)
  } catch (error) {
    // A connection in an unknown state must not serve the next request. Its end is a rollback too.
    if (error instanceof Error && isBrokenConnection(error)) broken = error
    else broken = await rollback(client)
    throw error
  } finally {
    client.release(broken)
  }
}

/** Why the connection is of no use any more, where it is not. */
async function rollback(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query(patiently('rollback', [], SILENCE))
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed')
  }
}
