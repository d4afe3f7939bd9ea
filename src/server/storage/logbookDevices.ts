import type { DeviceId, PersonId } from '#domain/identifiers.ts'
import type { PublicKey, SigningKey } from '#protocol/logbookFacts.ts'
import type { Database } from './database.ts'

export interface Device {
  readonly id: DeviceId
  /** `null`: it does not sign. */
  readonly key: SigningKey | null
}

/** The device of this id if it is this person’s and still trusted, or `null`. */
export async function findDevice(
  db: Database,
  id: DeviceId,
  personId: PersonId,
): Promise<Device | null> {
  const { rows } = await db.query<{ key_id: string | null; public_key: PublicKey | null }>(
    `select key_id, public_key from device
     where id = $1 and person_id = $2 and revoked_at is null`,
    [id, personId],
  )
  const row = rows[0]
  if (!row) return null
  const { key_id: keyId, public_key: publicKey } = row
  return { id, key: keyId && publicKey ? { keyId, personId, device: id, publicKey } : null }
}

/** Least time between two notes of a sign of life without news, in milliseconds. */
const NOTE_EVERY = 60_000

/** Notes that a device was here, and how much it still holds, where it said so. */
export async function noteContact(
  db: Database,
  id: DeviceId,
  { at, pending }: { readonly at: Date; readonly pending: number | null },
): Promise<void> {
  await db.query(
    `update device set last_seen_at = $2, pending = coalesce($3, pending)
     where id = $1 and (last_seen_at < $4 or pending <> coalesce($3, pending))`,
    [id, at, pending, new Date(at.getTime() - NOTE_EVERY)],
  )
}
