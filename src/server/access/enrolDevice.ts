import type pg from 'pg'
import { inTransaction } from '#server/storage/database.ts'
import { keyIdOf, type PublicJwk } from './publicJwk.ts'

export interface NewDevice {
  readonly id: string
  readonly personId: string
  readonly label: string
  /** `null`: this device does not sign (yet). */
  readonly publicKey: PublicJwk | null
  readonly at: Date
}

export type Enrolment =
  | { readonly keyId: string | null; readonly isNew: boolean }
  /**
   * `device-taken`: the id is another person's. `key-taken`: the key is another device's.
   * `key-exists`: this device signs with another key already, and old signatures point to it.
   * `device-revoked`: somebody reported it lost.
   */
  | { readonly refused: 'device-taken' | 'key-taken' | 'key-exists' | 'device-revoked' }

/** Writes down a device of a person and the key it signs with. Twice the same is once. */
export function enrolDevice(pool: pg.Pool, device: NewDevice): Promise<Enrolment> {
  const { id, personId, label, publicKey, at } = device
  const keyId = publicKey && keyIdOf(publicKey)

  return inTransaction(pool, async (client) => {
    const inserted = await client.query(
      `insert into device (id, person_id, label, enrolled_at, last_seen_at)
       values ($1, $2, $3, $4, $4) on conflict (id) do nothing`,
      [id, personId, label, at],
    )
    const isNew = inserted.rowCount === 1
    const { rows } = await client.query<Row>(
      'select person_id, key_id, revoked_at from device where id = $1 for update',
      [id],
    )
    const row = rows[0]
    if (row?.person_id !== personId) return { refused: 'device-taken' }
    if (row.revoked_at) return { refused: 'device-revoked' }
    if (keyId === null || row.key_id === keyId) return { keyId: row.key_id, isNew }
    if (row.key_id !== null) return { refused: 'key-exists' }

    const taken = await client.query('select from device where key_id = $1', [keyId])
    if (taken.rowCount) {
      if (isNew) await client.query('delete from device where id = $1', [id])
      return { refused: 'key-taken' }
    }
    await client.query('update device set public_key = $2, key_id = $3 where id = $1', [
      id,
      publicKey,
      keyId,
    ])
    return { keyId, isNew }
  })
}

interface Row {
  readonly person_id: string
  readonly key_id: string | null
  readonly revoked_at: Date | null
}
