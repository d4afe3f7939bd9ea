import type { DeviceId } from '#domain/identifiers.ts'
import type { EmptiedDevice } from '#protocol/devices.ts'
import type { DeviceRow, LogbookDb, ProgressRow, Tables } from './database.ts'
import { unsealed } from './outbox.ts'
import { moveProgress } from './progress.ts'
import { replayAgain } from './replay.ts'
import { putSent, takeSent } from './sent.ts'
import { everything } from './tables.ts'

/** This browser as a device of this person; made on first use. */
export const ownDevice = async (db: LogbookDb, newId: () => DeviceId): Promise<DeviceRow> =>
  (await findOwnDevice(db)) ?? makeDevice(db, newId)

/** This browser as a device of this person, if it is one already. */
export const findOwnDevice = (db: LogbookDb): Promise<DeviceRow | undefined> =>
  db.read(['device'], ({ device }) => device.get('device'))

const makeDevice = (db: LogbookDb, newId: () => DeviceId): Promise<DeviceRow> =>
  db.write(['device'], async ({ device: table }) => {
    const known = await table.get('device')
    if (known) return known
    const device = blank(newId())
    await table.put(device)
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
  db.write(['device'], async ({ device: table }) => {
    const device = await table.get('device')
    if (device?.id !== id) return null
    if (device.signingKey) return device
    const keyed = { ...device, ...key, registered: false }
    await table.put(keyed)
    return keyed
  })

/** Whether this device never held anything of its person. */
export const isFresh = (db: LogbookDb): Promise<boolean> =>
  db.read(['progress'], async ({ progress }) => (await progress.count(everything)) === 0)

/**
 * The server knows the device as it is in `told`. `emptied`: what it says that this browser lost.
 */
export const markRegistered = (
  db: LogbookDb,
  told: DeviceRow,
  emptied: EmptiedDevice | null,
): Promise<void> =>
  db.write(['device'], async ({ device: table }) => {
    const device = await table.get('device')
    if (device?.id !== told.id || device.keyId !== told.keyId) return
    await table.put({ ...device, registered: true, ...(emptied ? { emptied } : {}) })
  })

/** What this browser lost and its person was not told yet, or `null`. */
export const findEmptied = async (db: LogbookDb): Promise<EmptiedDevice | null> =>
  (await findOwnDevice(db))?.emptied ?? null

/** The person knows of it. */
export const noticeEmptied = (db: LogbookDb): Promise<void> =>
  db.write(['device'], async ({ device: table }) => {
    const device = await table.get('device')
    if (device) await table.put({ ...device, emptied: undefined })
  })

/**
 * Another device writes under our id (this one was cloned): goes on as a new device. Its numbers
 * begin at 1 again; the operations keep their ids, so that none can happen twice. What the server
 * settled under the old id keeps its order before them, at 0 and below: it can no longer be
 * offered again by number. A signature that was not sent yet loses its JWS, which names the old
 * device: the server takes it as one of the session.
 */
export const becomeNewDevice = (db: LogbookDb, id: DeviceId): Promise<void> =>
  db.write(
    ['device', 'packs', 'shown', 'outbox', 'sent', 'progress'],
    async ({ device, ...tx }) => {
      await device.put(blank(id))
      for (const progress of await tx.progress.list(everything)) await renumber(tx, progress)
    },
  )

async function renumber(
  tx: Tables<'packs' | 'shown' | 'outbox' | 'sent' | 'progress'>,
  progress: ProgressRow,
): Promise<void> {
  const { logbookId, last, archived } = progress
  const prefix = [logbookId]
  const sent = await takeSent(tx, logbookId, -Infinity)
  await putSent(
    tx,
    sent.map((row) => ({ ...row, n: row.n - last })),
  )
  const waiting = await tx.outbox.list({ prefix })
  await tx.outbox.removeAll({ prefix })
  const anew = waiting.map((row, index) => ({ ...unsealed(row), n: index + 1 }))
  await tx.outbox.putAll(anew)
  // Requests have carried these ids: what they name does not change any more.
  const count = anew.length
  await moveProgress(tx, progress, {
    last: count,
    taken: count,
    settled: 0,
    archived: archived - last,
  })
  const shown = await tx.shown.list({ index: 'logbook', prefix })
  await replayAgain(
    tx,
    logbookId,
    shown.map(({ kind, id }) => ({ kind, documentId: id })),
  )
}
