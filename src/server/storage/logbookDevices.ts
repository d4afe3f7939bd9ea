import type { DeviceId, PersonId } from '#domain/identifiers.ts'
import type { OwnDevice } from '#protocol/devices.ts'
import type { PublicKey, SigningKey } from '#protocol/logbookFacts.ts'
import type { Database } from './database.ts'

export interface Device {
  readonly id: DeviceId
  /** `null`: it does not sign. */
  readonly key: SigningKey | null
  readonly lastSeenAt: Date
  /** How many operations it held at its last contact. */
  readonly pending: number
}

/** The device of this id if it is this person’s and still trusted, or `null`. */
export async function findDevice(
  db: Database,
  id: DeviceId,
  personId: PersonId,
): Promise<Device | null> {
  const { rows } = await db.query<DeviceRow>({
    name: 'find-device',
    text: `select key_id, public_key, last_seen_at, pending from device
        where id = $1 and person_id = $2 and revoked_at is null`,
    values: [id, personId],
  })
  const row = rows[0]
  if (!row) return null
  const { key_id: keyId, public_key: publicKey, last_seen_at: lastSeenAt, pending } = row
  const key = keyId && publicKey ? { keyId, personId, device: id, publicKey } : null
  return { id, key, lastSeenAt, pending }
}

/** A device whoever owns it, also one that was reported lost. */
export interface KnownDevice {
  readonly owner: PersonId
  /** It was not reported lost. */
  readonly isTrusted: boolean
  /** `null`: it does not sign. */
  readonly key: SigningKey | null
}

/** What is known of the device of this id, or `null`. */
export async function findAnyDevice(db: Database, id: DeviceId): Promise<KnownDevice | null> {
  const { rows } = await db.query<
    Pick<DeviceRow, 'key_id' | 'public_key'> & { owner: PersonId; isTrusted: boolean }
  >(
    `select key_id, public_key, person_id as owner, revoked_at is null as "isTrusted"
     from device where id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const { key_id: keyId, public_key: publicKey, owner, isTrusted } = row
  const key = keyId && publicKey ? { keyId, personId: owner, device: id, publicKey } : null
  return { owner, isTrusted, key }
}

/** All devices of a person that were not reported lost, the one heard last first. */
export async function listDevices(db: Database, personId: PersonId): Promise<OwnDevice[]> {
  const { rows } = await db.query<OwnDeviceRow>(
    `select id, label, last_seen_at, pending, emptied_at from device
     where person_id = $1 and revoked_at is null order by last_seen_at desc, id`,
    [personId],
  )
  return rows.map(({ id, label, last_seen_at: seen, pending, emptied_at: emptied }) => ({
    ...{ id, label, pending },
    lastSeenAt: seen.toISOString(),
    emptiedAt: emptied?.toISOString() ?? null,
  }))
}

interface OwnDeviceRow {
  readonly id: DeviceId
  readonly label: string
  readonly last_seen_at: Date
  readonly pending: number
  readonly emptied_at: Date | null
}

/** Notes that a browser came back as another device, without what it had kept. */
export const markEmptied = async (db: Database, id: DeviceId, at: Date): Promise<void> => {
  await db.query('update device set emptied_at = $2 where id = $1 and emptied_at is null', [id, at])
}

/** Least time between two notes of a sign of life without news, in milliseconds. */
const NOTE_EVERY = 600_000

/**
 * Notes that a device was here, and how much it still holds, where it said so. Mostly there is
 * nothing to note: a write for each look would be most of what the disk does.
 */
export async function noteContact(
  db: Database,
  device: Device,
  { at, pending }: { readonly at: Date; readonly pending: number | null },
): Promise<void> {
  const isNews = pending !== null && pending !== device.pending
  if (!isNews && at.getTime() - device.lastSeenAt.getTime() < NOTE_EVERY) return
  await db.query(
    'update device set last_seen_at = $2, pending = coalesce($3, pending) where id = $1',
    [device.id, at, pending],
  )
}

interface DeviceRow {
  readonly key_id: string | null
  readonly public_key: PublicKey | null
  readonly last_seen_at: Date
  readonly pending: number
}
