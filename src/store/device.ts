import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import type { DeviceRow, LogbookDb, OutboxRow } from './database.ts'

/** This browser as a device of this person; made on first use. */
export const ownDevice = (db: LogbookDb, newId: () => DeviceId): Promise<DeviceRow> =>
  db.transaction('rw', db.device, async () => {
    const known = await db.device.get('device')
    if (known) return known
    const device = blank(newId())
    await db.device.put(device)
    return device
  })

const blank = (id: DeviceId): DeviceRow => ({
  key: 'device',
  id,
  registered: false,
  signingKey: null,
  keyId: null,
})

/**
 * Gives the device its key, unless it has one: two tabs that make a key at the same moment keep
 * the same one, and what either signs can be checked. The server has to be told of a new key.
 * Returns the device as it is now; `null`: it became another one meanwhile.
 */
export const keepKey = (
  db: LogbookDb,
  id: DeviceId,
  key: Pick<DeviceRow, 'signingKey' | 'keyId'>,
): Promise<DeviceRow | null> =>
  db.transaction('rw', db.device, async () => {
    const device = await db.device.get('device')
    if (device?.id !== id) return null
    if (device.signingKey) return device
    const keyed = { ...device, ...key, registered: false }
    await db.device.put(keyed)
    return keyed
  })

/** The server knows the device as it is in `told`. */
export const markRegistered = (db: LogbookDb, told: DeviceRow): Promise<void> =>
  db.transaction('rw', db.device, async () => {
    const device = await db.device.get('device')
    if (device?.id !== told.id || device.keyId !== told.keyId) return
    await db.device.put({ ...device, registered: true })
  })

/**
 * Another device writes under our id (this one was cloned): goes on as a new device. Its numbers
 * begin at 1 again; the operations keep their ids, so that none can happen twice. What the server
 * settled under the old id keeps its order before them, at 0 and below: it can no longer be
 * offered again by number. A signature that was not sent yet loses its JWS, which names the old
 * device: the server takes it as one of the session.
 */
export const becomeNewDevice = (db: LogbookDb, id: DeviceId): Promise<void> =>
  db.transaction('rw', db.device, db.outbox, db.counters, async () => {
    await db.device.put(blank(id))
    const last = new Map((await db.counters.toArray()).map((row) => [row.logbookId, row.n]))
    await db.counters.clear()
    const next = new Map<LogbookId, number>()
    for (const row of (await db.outbox.toArray()).sort(byNumber)) {
      const { logbookId } = row
      if (row.status === 'settled' || row.status === 'archived') {
        await db.outbox.update(row.id, { n: row.n - (last.get(logbookId) ?? 0) })
        continue
      }
      const n = (next.get(logbookId) ?? 0) + 1
      next.set(logbookId, n)
      const status = row.status === 'quarantined' ? row.status : 'pending'
      const { operation } = row
      const kept = operation.type === 'sign' ? { ...operation, jws: null } : operation
      await db.outbox.update(row.id, { n, status, operation: kept })
      await db.counters.put({ logbookId, n })
    }
  })

const byNumber = (a: OutboxRow, b: OutboxRow) => a.n - b.n
