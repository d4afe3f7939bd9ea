import type pg from 'pg'
import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import { rescueDeviceId } from '#domain/rescue.ts'
import { inTransaction, type Database } from './database.ts'
import { loadDocuments } from './logbookDocuments.ts'
import { findTypes } from './logbookFiles.ts'
import { lockLogbook } from './logbooks.ts'
import { writeAll, writeChanges } from './logbookWrites.ts'
import { readAhead } from './postgresStorage.ts'
import type { RescueChanges, RescueStorage } from './rescueStorage.ts'

/** What comes in files, as PostgreSQL keeps it. `origin` names this process, see `createPostgresStorage`. */
export const createPostgresRescue = (pool: pg.Pool, origin: string): RescueStorage => ({
  inRescueLogbook: (id, ahead, work) =>
    inTransaction(pool, async (tx) => {
      const locked = await lockLogbook(tx, id)
      if (!locked) return null
      const { seq, chain, programme } = locked
      return work({
        head: { seq, chain },
        programme,
        ...(await readAhead(tx, id, ahead)),
        lastRescued: await lastNumber(tx, id, rescueDeviceId(ahead.deviceId)),
        loadDocuments: (ids) => loadDocuments(tx, { logbookIds: [id], ids }),
        findFiles: (hashes) => findTypes(tx, id, hashes),
        write: async (changes) => {
          await writeChanges(tx, id, changes, origin)
          await writeAll(() => writeRescued(tx, id, changes))
        },
      })
    }),
})

async function lastNumber(tx: Database, id: LogbookId, deviceId: DeviceId): Promise<number> {
  const { rows } = await tx.query<{ readonly last_n: number }>(
    'select last_n from device_counter where logbook_id = $1 and device_id = $2',
    [id, deviceId],
  )
  return rows[0]?.last_n ?? 0
}

async function writeRescued(
  tx: Database,
  id: LogbookId,
  { rescued, origin: { deviceId, owner, broughtBy, seal } }: RescueChanges,
): Promise<void> {
  await tx.query(
    `insert into rescued (logbook_id, operation_id, n, device_id, owner, brought_by, seal)
     select $1, row.*, $4, $5, $6, $7 from unnest($2::uuid[], $3::int[]) as row`,
    [
      ...[id, rescued.map((each) => each.id), rescued.map((each) => each.n)],
      ...[deviceId, owner, broughtBy, seal],
    ],
  )
}
