import type pg from 'pg'
import type { LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { PublicKey } from '#protocol/logbookFacts.ts'
import { inTransaction, type Database } from './database.ts'
import type { HeldCount, HeldOperation, HeldStorage, SettlementChanges } from './heldStorage.ts'
import { loadDocuments } from './logbookDocuments.ts'
import { findTypes } from './logbookFiles.ts'
import { listMemberships, lockLogbook } from './logbooks.ts'
import { writeAll, writeContents } from './logbookWrites.ts'
import { POKE_CHANNEL } from './pokeListener.ts'

/** What was put aside, as PostgreSQL keeps it. `origin` names this process, see `createPostgresStorage`. */
export const createPostgresHeld = (pool: pg.Pool, origin: string): HeldStorage => ({
  inHeldLogbook: (id, operationId, work) =>
    inTransaction(pool, async (tx) => {
      const locked = await lockLogbook(tx, id)
      if (!locked) return null
      const { seq, chain, programme } = locked
      return work({
        head: { seq, chain },
        programme,
        memberships: await listMemberships(tx, id),
        held: await findHeld(tx, id, operationId),
        documents: [],
        loadDocuments: (ids) => loadDocuments(tx, { logbookIds: [id], ids }),
        findFiles: (hashes) => findTypes(tx, id, hashes),
        write: (changes) => writeAll(() => writeSettlement(tx, id, changes, origin)),
      })
    }),
  readHeld: (id, most, work) =>
    inTransaction(
      pool,
      async (tx) => {
        const memberships = await listMemberships(tx, id)
        if (memberships.length === 0) return null
        return work({
          memberships,
          ...(await listHeld(tx, id, most)),
          loadDocuments: (ids) => loadDocuments(tx, { logbookIds: [id], ids }),
        })
      },
      { isolation: 'repeatable read', readOnly: true },
    ),
  countHeld: (personId) => countHeld(pool, personId),
})

const columns = `o.id, coalesce(r.device_id, o.device_id) as device_id, o.actor, a.name as actor_name, o.body, o.hash, o.code, o.at,
  coalesce(r.owner, d.person_id) as owner, w.name as owner_name,
  r.brought_by, b.name as brought_name, d.key_id, d.public_key,
  r.device_id is not null and exists (
    select from operation e
    left join settlement es on es.logbook_id = e.logbook_id and es.operation_id = e.id
    where e.logbook_id = o.logbook_id and e.device_id = o.device_id and e.seq < o.seq
      and e.verdict = 'held' and e.code is distinct from 'files-missing' and es.seq is null) as behind`

const people = `left join rescued r on r.logbook_id = o.logbook_id and r.operation_id = o.id
  left join device d on d.id = coalesce(r.device_id, o.device_id)
  left join person b on b.id = r.brought_by
  left join person a on a.id = o.actor left join person w on w.id = coalesce(r.owner, d.person_id)
  left join settlement s on s.logbook_id = o.logbook_id and s.operation_id = o.id`

async function findHeld(
  tx: Database,
  logbookId: LogbookId,
  operationId: OperationId,
): Promise<HeldOperation | null> {
  const { rows } = await tx.query<HeldRow & { readonly settled: boolean }>(
    `select ${columns}, s.seq is not null as settled
     from operation o ${people}
     where o.logbook_id = $1 and o.id = $2 and ${isPutAside}`,
    [logbookId, operationId],
  )
  const [row] = rows
  return row ? readRow(row, row.settled) : null
}

async function listHeld(
  tx: Database,
  logbookId: LogbookId,
  most: number,
): Promise<{ held: HeldOperation[]; total: number }> {
  const { rows } = await tx.query<HeldRow & { readonly total: number }>(
    `select ${columns}, count(*) over () as total
     from operation o ${people}
     where o.logbook_id = $1 and ${isPutAside} and s.seq is null
     order by o.seq limit $2`,
    [logbookId, most],
  )
  return { held: rows.map((row) => readRow(row, false)), total: rows[0]?.total ?? 0 }
}

async function countHeld(db: Database, personId: PersonId): Promise<HeldCount[]> {
  const { rows } = await db.query<HeldCount>(
    `select m.logbook_id as id, o.count,
       json_agg(json_build_object('personId', m.person_id, 'role', m.role,
         'from', m.valid_from, 'until', m.valid_until)) as memberships
     from member m cross join lateral (
       select count(*) as count from operation o
       left join settlement s on s.logbook_id = o.logbook_id and s.operation_id = o.id
       where o.logbook_id = m.logbook_id and ${isPutAside} and s.seq is null) o
     where m.person_id = $1 and o.count > 0
     group by m.logbook_id, o.count`,
    [personId],
  )
  return rows
}

interface HeldRow {
  readonly id: OperationId
  readonly device_id: HeldOperation['deviceId']
  readonly actor: PersonId
  readonly actor_name: string | null
  readonly owner: PersonId | null
  readonly owner_name: string | null
  readonly body: string
  readonly hash: string
  readonly brought_by: PersonId | null
  readonly brought_name: string | null
  readonly behind: boolean
  readonly code: string | null
  readonly at: Date
  readonly key_id: string | null
  readonly public_key: PublicKey | null
}

function readRow(row: HeldRow, isSettled: boolean): HeldOperation {
  const { id, device_id: deviceId, body, hash, key_id: keyId, public_key: publicKey } = row
  const actor = { personId: row.actor, name: row.actor_name ?? '' }
  const owner = row.owner ? { personId: row.owner, name: row.owner_name ?? '' } : actor
  const key =
    keyId && publicKey ? { keyId, personId: owner.personId, device: deviceId, publicKey } : null
  const by = row.brought_by
  return {
    ...{ id, deviceId, body, hash, actor, owner, key, isSettled, isBehind: row.behind },
    broughtBy: by ? { personId: by, name: row.brought_name ?? '' } : null,
    code: row.code ?? '',
    at: row.at.toISOString(),
  }
}

/** Put aside for a person. A signature that came before its photos is brought again with them. */
const isPutAside = `o.verdict = 'held' and o.code is distinct from 'files-missing'`

/** The word to the other processes is heard when, and only when, this commits. */
const settlementText = `
  with settlement_row as (
    insert into settlement
      (logbook_id, seq, operation_id, settler, decision, reason, verdict, code, hash, at, chain)
    values ($1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $3)
  )
  update logbook set head = $2, chain = $3 where id = $1
  returning pg_notify('${POKE_CHANNEL}', $12)`

async function writeSettlement(
  tx: Database,
  logbookId: LogbookId,
  { settlement, ...contents }: SettlementChanges,
  origin: string,
): Promise<void> {
  if (contents.documents.length > 0) await writeContents(tx, logbookId, contents)
  const { seq, chain, operationId, settler, decision, reason, verdict, code, hash, at } = settlement
  await tx.query({
    name: 'write-settlement',
    text: settlementText,
    values: [
      ...[logbookId, seq, chain, operationId, settler, decision, reason, verdict, code, hash, at],
      `${logbookId} ${origin}`,
    ],
  })
}
