import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '#server/storage/database.ts'

/** Who asks, as found by the cookie. */
export interface Session {
  readonly personId: string
  readonly centreId: string
  /** SHA-256 of the cookie's token: names the session, opens nothing. */
  readonly tokenHash: Buffer
}

const DAY = 86_400_000

/** Without a sign of life for so long, in milliseconds, one signs in again. */
const SESSION_IDLE = 90 * DAY

/** And after so long in any case, in milliseconds. */
export const SESSION_LIFE = 365 * DAY

/** Least time between two notes of a sign of life, in milliseconds: a session is read far more often. */
const NOTE_EVERY = 3_600_000

/** Opens a session and gives its token (256 random bits), which exists nowhere else but in this answer. */
export async function openSession(
  database: Database,
  { personId, label, at }: { personId: string; label: string; at: Date },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await database.query(
    `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, label)
     values ($1, $2, $3, $3, $4, $5)`,
    [hashOf(token), personId, at, new Date(at.getTime() + SESSION_IDLE), label],
  )
  return token
}

/** The session of `token` as of `at`, or `null`: unknown, closed and expired look the same. */
export async function findSession(
  database: Database,
  token: string,
  at: Date,
): Promise<Session | null> {
  const tokenHash = hashOf(token)
  const { rows } = await database.query<Row>({
    name: 'find-session',
    text: `select s.person_id, p.centre_id, s.created_at, s.last_seen_at
        from session s join person p on p.id = s.person_id
        where s.token_hash = $1 and s.expires_at > $2`,
    values: [tokenHash, at],
  })
  const row = rows[0]
  if (!row) return null
  if (at.getTime() - row.last_seen_at.getTime() > NOTE_EVERY) {
    const end = Math.min(at.getTime() + SESSION_IDLE, row.created_at.getTime() + SESSION_LIFE)
    await database.query(
      'update session set last_seen_at = $2, expires_at = $3 where token_hash = $1',
      [tokenHash, at, new Date(end)],
    )
  }
  return { personId: row.person_id, centreId: row.centre_id, tokenHash }
}

/** Closes the session of `token`, if there is one. */
export async function closeSession(database: Database, token: string): Promise<void> {
  await database.query('delete from session where token_hash = $1', [hashOf(token)])
}

interface Row {
  readonly person_id: string
  readonly centre_id: string
  readonly created_at: Date
  readonly last_seen_at: Date
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
