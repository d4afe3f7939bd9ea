/** Why the database did not do what it was asked, though nothing was wrong with what it was asked. */
export type Outage =
  /** Too much at once, or somebody else holds what is needed. */
  | 'busy'
  /** Nothing more can be written anywhere. */
  | 'no-room'
  /** It is not there, or not well. */
  | 'no-database'

/**
 * By SQLSTATE, the longest beginning that fits (PostgreSQL’s appendix A): connection, rollback by the
 * database, no space, stopped by an administrator, the disk, itself. All else is about a row.
 */
const outages: Readonly<Record<string, Outage>> = {
  '08': 'no-database',
  '25': 'no-database',
  '28': 'no-database',
  '3D': 'no-database',
  '40': 'busy',
  '53': 'busy',
  '53100': 'no-room',
  '55P03': 'busy',
  '57': 'no-database',
  '57014': 'busy',
  '58': 'no-database',
  XX: 'no-database',
}

/** By the name of the system’s error: what the network or the disk says. */
const systemOutages: Readonly<Record<string, Outage>> = {
  ENOSPC: 'no-room',
  EDQUOT: 'no-room',
  EMFILE: 'busy',
  ENFILE: 'busy',
  ECONNREFUSED: 'no-database',
  ECONNRESET: 'no-database',
  EPIPE: 'no-database',
  ETIMEDOUT: 'no-database',
  EHOSTUNREACH: 'no-database',
  ENETUNREACH: 'no-database',
  ENOTFOUND: 'no-database',
  EAI_AGAIN: 'no-database',
}

/** What is missing according to an error, or `null`: it is not about that. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null
  if (error.cause !== undefined) return outageOf(error.cause) ?? outageOfThis(error)
  return outageOfThis(error)
}

function outageOfThis(error: Error): Outage | null {
  if (error.message === NO_CONNECTION_FREE) return 'busy'
  if (isBrokenConnection(error)) return 'no-database'
  if (!('code' in error) || typeof error.code !== 'string') return null
  const { code } = error
  return outages[code] ?? systemOutages[code] ?? outages[code.slice(0, 2)] ?? null
}

/** `pg` gives what it says itself no code. */
const NO_CONNECTION_FREE = 'timeout exceeded when trying to connect'
const BROKEN =
  /^connection terminated|not queryable|^query read timeout$|^timeout expired$|^cannot use a pool after/iu

/** Whether the connection on which this happened is of no use any more. */
export const isBrokenConnection = ({ message }: Error): boolean => BROKEN.test(message)

/** Whether the database is there and does not let us in: to wait does not mend that. */
export const isTurnedAway = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:28|3D)/u.test(String(error.code))
