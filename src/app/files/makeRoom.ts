import type { LogbookDb } from '#store/database.ts'
import { freeSpace } from '#store/freeSpace.ts'

/** So much room lets a person take photos and record without a thought, in bytes: six large photos. */
const COMFORT = 20_000_000
/** So much one photo or memo needs, in bytes, with all that is written beside it. */
const ENOUGH = 3_000_000

/**
 * Whether there is room for another file on this device, before anybody takes one. Where it is getting
 * tight, pictures that the server has make room first. A browser that does not say how much there
 * is has room: the write itself will tell.
 */
export async function makeRoom(
  db: LogbookDb,
  storage: Partial<Pick<StorageManager, 'estimate'>> = (navigator as Partial<Navigator>).storage ??
    {},
): Promise<boolean> {
  const { quota, usage } = (await storage.estimate?.().catch(() => null)) ?? {}
  if (quota === undefined || usage === undefined) return true
  const free = quota - usage
  if (free >= COMFORT) return true
  // Browsers count what was freed only later.
  return free + (await freeSpace(db, COMFORT - free)) >= ENOUGH
}
