import type { LogbookDb } from './database.ts'

/** Whether an error says that the device has no more room for this app. */
export function isQuota(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  // Some browsers say it by the name, some in words, and Dexie wraps both.
  const { name, message, inner } = error as { name?: unknown; message?: unknown; inner?: unknown }
  return /quota/iu.test(`${String(name)} ${String(message)}`) || isQuota(inner)
}

/** How much is freed at once when a write finds no room, in bytes: more than any one write needs. */
const AT_ONCE = 20_000_000

/** Does `write`; if there was no room for it, once more after pictures made some. */
export async function withRoom<Result>(
  db: LogbookDb,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write()
  } catch (error) {
    if (!isQuota(error)) throw error
    const { freeSpace } = await import('./freeSpace.ts')
    if ((await freeSpace(db, AT_ONCE)) === 0) throw error
    return write()
  }
}
