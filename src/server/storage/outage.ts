/**
 * SQLSTATE classes that are nobody’s operation’s fault: connection, rollback by the database,
 * no space, stopped by an administrator, the disk. The whole push is undone and sent again.
 */
const OUTAGES = new Set(['08', '25', '40', '53', '57', '58'])

/** Whether an error says that the database is not there, rather than that it refuses a row. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (!('code' in error) || typeof error.code !== 'string') return isBrokenConnection(error)
  return OUTAGES.has(error.code.slice(0, 2)) || /^E[A-Z]+$/u.test(error.code)
}

/** `pg` gives a lost connection no code. */
const isBrokenConnection = (error: Error) =>
  /^connection terminated|not queryable/iu.test(error.message)
