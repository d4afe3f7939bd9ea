import { randomInt, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type pg from 'pg'
import { inTransaction } from '#server/storage/database.ts'

/** How long a code can be used, in milliseconds. */
const CODE_LIFE = 10 * 60_000

/** How often one may try to type one code. */
const CODE_TRIES = 5

export interface NewCode {
  /** Six digits. Only for the person's mail box. */
  readonly code: string
  /** Whose it is, or `null` where nobody has this address: then nothing is sent. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null
}

/**
 * Makes a code for `email` (lower case) under `requestId`, and ends the earlier ones of that
 * address: there is one live code. An address nobody has costs the same work and leaves the
 * same row.
 */
export async function createCode(
  pool: pg.Pool,
  { requestId, email, at }: { requestId: string; email: string; at: Date },
): Promise<NewCode> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const codeHash = await hashOf(code, requestId)
  const person = await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ id: string; name: string; email: string }>(
      'select id, name, email from person where lower(email) = $1',
      [email],
    )
    await client.query(
      'update sign_in_code set used_at = $2 where email = $1 and used_at is null',
      [email, at],
    )
    await client.query(
      `insert into sign_in_code (request_id, email, person_id, code_hash, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [requestId, email, rows[0]?.id ?? null, codeHash, at, new Date(at.getTime() + CODE_LIFE)],
    )
    return rows[0] ?? null
  })
  return { code, person }
}

export type CodeVerdict =
  | { readonly personId: string }
  /** `expired-code`: too late, typed too often, used, replaced or never made. */
  | { readonly refused: 'wrong-code' | 'expired-code' }

/**
 * Tries `code` once. The try is counted before anything is compared, so that a hundred tries at
 * once are a hundred tries. A code that is right is used up.
 */
export async function useCode(
  pool: pg.Pool,
  { requestId, code, at }: { requestId: string; code: string; at: Date },
): Promise<CodeVerdict> {
  const { rows } = await pool.query<{ code_hash: Buffer; person_id: string | null }>(
    `update sign_in_code set tries = tries + 1
     where request_id = $1 and used_at is null and expires_at > $2 and tries < $3
     returning code_hash, person_id`,
    [requestId, at, CODE_TRIES],
  )
  const row = rows[0]
  if (!row) return { refused: 'expired-code' }

  const isRight = timingSafeEqual(row.code_hash, await hashOf(code, requestId))
  if (!isRight || row.person_id === null) return { refused: 'wrong-code' }

  const used = await pool.query(
    'update sign_in_code set used_at = $2 where request_id = $1 and used_at is null',
    [requestId, at],
  )
  return used.rowCount === 1 ? { personId: row.person_id } : { refused: 'expired-code' }
}

const derive = promisify<string, string, number, Buffer>(scrypt)

/** Slow on purpose: a million codes must not be tried in the ten minutes after a leak. */
const hashOf = (code: string, requestId: string): Promise<Buffer> => derive(code, requestId, 32)
