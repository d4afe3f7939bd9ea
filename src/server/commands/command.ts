import pg from 'pg'
import type { Configuration } from '#server/configuration.ts'
import { findMadeHome } from '#server/embedded/clusterHome.ts'
import { startOwnDatabase } from '#server/embedded/ownDatabase.ts'
import { findRunningCluster } from '#server/embedded/startCluster.ts'
import { StartRefused } from '#server/httpServer.ts'
import { openPool } from '#server/storage/database.ts'
import { migrate, MigrationRefused } from '#server/storage/migrate.ts'

/** Why a command did nothing; the message is for whoever typed it. */
export class CommandRefused extends Error {}

/** Stands, in what the servers of a database are told, for a process that has no open pages. */
export const COMMAND = 'command'

export interface CommandOptions {
  /** What was typed behind the name of the command. */
  readonly words: readonly string[]
  /** Where it was typed. Absolute. */
  readonly from: string
  readonly configuration: Configuration
  readonly now: () => Date
  readonly newId: (at: Date) => string
  /** One French line for the reader of the terminal. */
  readonly say: (line: string) => void
  /** The same, for what went wrong. */
  readonly complain: (line: string) => void
  readonly signal: AbortSignal
}

/** `invalid_catalog_name`, as PostgreSQL numbers it. */
const NO_DATABASE = '3D000'

/** What has to be given back at the end, in the reverse order. */
export type Undo = (() => Promise<void>)[]

/**
 * Runs a command and resolves to its exit code: a refusal is said as it is, everything else after
 * `failed`.
 */
export async function told(
  options: CommandOptions,
  failed: string,
  work: (options: CommandOptions, undo: Undo) => Promise<void>,
): Promise<number> {
  const undo: Undo = []
  try {
    await work(options, undo)
    return 0
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === NO_DATABASE) {
      options.complain('Cette base de données n’existe pas, ou pas encore. Rien n’a été touché.')
      return 1
    }
    const isSentence = [CommandRefused, MigrationRefused, StartRefused].some(
      (refusal) => error instanceof refusal,
    )
    const reason = error instanceof Error ? error.message : ''
    options.complain(isSentence ? reason : `${failed}, rien n’en reste\u00a0: ${reason}`)
    return 1
  } finally {
    for (const step of undo.reverse()) await step().catch(() => undefined)
  }
}

/** The database that is there: a private one that runs is used beside its server, others are started. */
export async function findSource(
  { configuration, say }: CommandOptions,
  undo: Undo,
): Promise<string> {
  const { databaseUrl, dataFolder } = configuration
  if (databaseUrl !== null) return databaseUrl
  if ((await findMadeHome(dataFolder)) === null)
    throw new CommandRefused(`Il n’y a pas de base de données dans ${dataFolder}.`)
  try {
    return (await startOwnDatabase({ dataFolder, say }, undo)).url('livret')
  } catch (error) {
    const running =
      error instanceof StartRefused ? await findRunningCluster(dataFolder, 'livret') : null
    if (running === null) throw error
    return running
  }
}

/** The same for a command that writes in it: brought up to date, and let go at the end. */
export async function openSource(options: CommandOptions, undo: Undo): Promise<pg.Pool> {
  const pool = openPool(await findSource(options, undo), { size: 1, onError: () => undefined })
  undo.push(() => pool.end())
  await migrate(pool)
  return pool
}
