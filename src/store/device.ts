import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import type { DeviceRow, LogbookDb, OutboxRow } from './database.ts'

/** This browser as a device of this person; made on first use. */
export const ownDevice = (db: LogbookDb, newId: () => DeviceId): Promise<DeviceRow> =>
  db.transaction('rw', db.device, async () => {
    const known = await db.device.get('device')
    if (known) return known
    const device: DeviceRow = {
      key: 'device',
      id: newId(),
      registered: false,
      signingKey: null,
      keyId: null,
    }
    await db.device.put(device)
    return device
  })

export const saveDevice = async (db: LogbookDb, device: DeviceRow): Promise<void> => {
  await db.device.put(device)
}

/**
 * Another device writes under our id (this one was cloned): goes on as a new device. Its numbers
 * begin at 1 again; the operations keep their ids, so that none can happen twice.
 */
export const becomeNewDevice = (db: LogbookDb, id: DeviceId): Promise<void> =>
  db.transaction('rw', db.device, db.outbox, db.counters, async () => {
    await db.device.put({ key: 'device', id, registered: false, signingKey: null, keyId: null })
    const waiting = await db.outbox.where('status').anyOf('pending', 'sending').toArray()
    await db.counters.clear()
    const next = new Map<LogbookId, number>()
    for (const row of waiting.sort(byNumber)) {
      const n = (next.get(row.logbookId) ?? 0) + 1
      next.set(row.logbookId, n)
      await db.outbox.update(row.id, { n, status: 'pending' })
      await db.counters.put({ logbookId: row.logbookId, n })
    }
    // What the server settled under the old id can no longer be offered again by number.
    await db.outbox.where('status').equals('archived').delete()
  })

const byNumber = (a: OutboxRow, b: OutboxRow) => a.n - b.n
