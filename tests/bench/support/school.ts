import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { newId } from '#server/newId.ts'
import { aDevice, type BenchDevice } from './schoolYear.ts'

/** Somebody with a session and one device. */
export interface Member {
  readonly personId: PersonId
  readonly device: BenchDevice
  /** Value of its session’s cookie. */
  readonly token: string
}

export interface SchoolBook {
  readonly id: LogbookId
  /** The apprentice, then masters. */
  readonly members: readonly Member[]
}

const AT = '2026-06-30T12:00:00.000Z'

/** Logbooks in which nobody has written yet, with so many members each; one statement to a table. */
export async function openSchool(
  pool: pg.Pool,
  sizes: readonly { readonly members: number }[],
): Promise<SchoolBook[]> {
  const centreId = newId(new Date())
  await pool.query('insert into centre (id, name) values ($1, $2)', [centreId, 'Campus'])
  const books = sizes.map(({ members }) => ({
    id: newId(new Date()) as LogbookId,
    members: Array.from({ length: members }, aMember),
  }))
  await writePeople(pool, centreId, books)
  return books
}

const aMember = (): Member => {
  const personId = newId(new Date()) as PersonId
  return { personId, device: aDevice(personId), token: randomBytes(32).toString('base64url') }
}

async function writePeople(
  pool: pg.Pool,
  centreId: string,
  books: readonly SchoolBook[],
): Promise<void> {
  const members = books.flatMap(({ id, members: own }) =>
    own.map((member, index) => ({ id, role: index === 0 ? 'apprentice' : 'master', ...member })),
  )
  const people = members.map(({ personId }) => personId)
  await pool.query(
    `insert into person (id, centre_id, name, email, created_at)
     select id, $2, 'Camille Roux', id || '@example.fr', $3 from unnest($1::uuid[]) as row (id)`,
    [people, centreId, AT],
  )
  await pool.query(
    `insert into session (token_hash, person_id, created_at, last_seen_at, expires_at, label)
     select hash, person, now(), now(), now() + interval '30 days', 'bench'
     from unnest($1::bytea[], $2::uuid[]) as row (hash, person)`,
    [members.map(({ token }) => createHash('sha256').update(token).digest()), people],
  )
  await pool.query(
    `insert into device (id, person_id, public_key, key_id, label, enrolled_at, last_seen_at)
     select id, person, key, key_id, 'bench', now(), now()
     from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::text[]) as row (id, person, key, key_id)`,
    [
      members.map(({ device }) => device.id),
      people,
      members.map(({ device }) => JSON.stringify(device.key.publicKey)),
      members.map(({ device }) => device.key.keyId),
    ],
  )
  await pool.query(
    `insert into logbook
       (id, centre_id, programme, cohort, company, contract_start, contract_end, created_at)
     select id, $2, 'bts-ndrc', '2025-2027', $3, '2025-09-01', '2027-08-31', $4
     from unnest($1::uuid[]) as row (id)`,
    [
      books.map(({ id }) => id),
      centreId,
      JSON.stringify({ name: 'Loire Habitat', city: 'Saint-Étienne', activity: 'Immobilier' }),
      AT,
    ],
  )
  await pool.query(
    `insert into member (logbook_id, person_id, role, valid_from)
     select row.*, '2025-09-01' from unnest($1::uuid[], $2::uuid[], $3::text[]) as row`,
    [members.map(({ id }) => id), people, members.map(({ role }) => role)],
  )
}
