import { CHAIN_START } from '#domain/chain.ts'
import type { DeviceId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { partsOn, type Membership } from '#domain/membership.ts'
import type { ImportedSkills } from '#protocol/importedSkills.ts'
import type { LogbookFacts, SigningKey } from '#protocol/logbookFacts.ts'
import type { Database } from './database.ts'
import { groupBy } from './groupBy.ts'
import { frame, loadDocuments, loadTexts } from './logbookDocuments.ts'
import { listLinks } from './logbookOperations.ts'
import { grantNumber } from './logbooks.ts'
import type {
  DocumentFrame,
  KnownResult,
  ReadableLogbook,
  SettledPlace,
  Snapshot,
} from './logbookStorage.ts'

/** What one transaction sees, which has to be REPEATABLE READ. */
export const snapshotOf = (tx: Database): Snapshot => ({
  listReadable: (personId, day) => listReadable(tx, personId, day),
  findHeads: (places) => findHeads(tx, places),
  listFrames: (ids) => listFrames(tx, ids),
  loadDocuments: (filter) => loadDocuments(tx, filter),
  loadTexts: (filter, author) => loadTexts(tx, filter, author),
  readFacts: (ids) => readFacts(tx, ids),
  listSigningKeys: (since) => listSigningKeys(tx, since),
  listVerdicts: (deviceId, settled) => listVerdicts(tx, deviceId, settled),
  lastNumbers: (deviceId, ids) => lastNumbers(tx, deviceId, ids),
  listLinks: (id) => listLinks(tx, id),
})

/** The logbooks that a person may read on `day`. */
export async function listReadable(
  db: Database,
  personId: PersonId,
  day: string,
): Promise<ReadableLogbook[]> {
  const { rows } = await db.query<ReadableLogbook & Membership>(
    `select logbook.id, logbook.head as seq, logbook.chain, ${grantNumber} as "grantNumber",
       m.person_id as "personId", m.role, m.valid_from as "from", m.valid_until as until
     from member m join logbook on logbook.id = m.logbook_id
     where m.person_id = $1 and m.valid_from <= $2
       and (m.valid_until is null or m.valid_until >= $2)`,
    [personId, day],
  )
  return [...groupBy(rows, ({ id }) => id).values()].flatMap((memberships) => {
    const part = partsOn(memberships, day).get(personId)
    const [first] = memberships
    if (!part || !first) return []
    const { id, seq, chain, grantNumber } = first
    return [{ id, seq, chain, grantNumber, role: part.role }]
  })
}

/** The heads of the chain that the logbooks had at these numbers, `null` where it had none. */
async function findHeads(
  db: Database,
  places: readonly { readonly id: LogbookId; readonly seq: number }[],
): Promise<(id: LogbookId, seq: number) => string | null> {
  const { rows } = await db.query<{ logbook_id: LogbookId; seq: number; chain: string }>(
    `select o.logbook_id, o.seq, o.chain
     from unnest($1::uuid[], $2::bigint[]) as place (logbook_id, seq)
     join operation o on o.logbook_id = place.logbook_id and o.seq = place.seq
     where o.logbook_id = any($1::uuid[])
     union all
     select s.logbook_id, s.seq, s.chain
     from unnest($1::uuid[], $2::bigint[]) as place (logbook_id, seq)
     join settlement s on s.logbook_id = place.logbook_id and s.seq = place.seq
     where s.logbook_id = any($1::uuid[])`,
    [places.map(({ id }) => id), places.map(({ seq }) => seq)],
  )
  const heads = new Map(rows.map((row) => [`${row.logbook_id}/${row.seq}`, row.chain]))
  return (id, seq) => (seq === 0 ? CHAIN_START : (heads.get(`${id}/${seq}`) ?? null))
}

/** The frames of all documents of these logbooks, by logbook. */
async function listFrames(
  db: Database,
  logbookIds: readonly LogbookId[],
): Promise<Map<LogbookId, DocumentFrame[]>> {
  const { rows } = await db.query<DocumentFrame>(
    `select ${frame} from document where logbook_id = any($1::uuid[])`,
    [logbookIds],
  )
  return groupBy(rows, ({ logbookId }) => logbookId)
}

/** What the logbooks are beside their documents, with everybody who ever belonged to them. */
async function readFacts(
  db: Database,
  logbookIds: readonly LogbookId[],
): Promise<Map<LogbookId, LogbookFacts>> {
  if (logbookIds.length === 0) return new Map()
  const { rows: logbooks } = await db.query<FactsRow>(
    `select l.id, c.name as centre, l.company, l.programme, l.cohort, l.contract_start,
       l.contract_end, skills.at as skills_at, skills.content as skills
     from logbook l join centre c on c.id = l.centre_id
     left join lateral (
       select i.at, i.content from skills_import i
       where i.centre_id = l.centre_id and i.programme = l.programme
       order by i.number desc limit 1
     ) as skills on true
     where l.id = any($1::uuid[])`,
    [logbookIds],
  )
  const { rows: members } = await db.query<MemberRow>(
    `select m.logbook_id, m.person_id as "personId", p.name, m.role, m.valid_from as "from",
       m.valid_until as until
     from member m join person p on p.id = m.person_id
     where m.logbook_id = any($1::uuid[]) order by m.valid_from, m.role, m.person_id`,
    [logbookIds],
  )
  const membersOf = groupBy(members, ({ logbook_id }) => logbook_id)
  return new Map(
    logbooks.map((row) => {
      const { contract_start: start, contract_end: end, skills, skills_at: at, ...logbook } = row
      const facts = {
        ...logbook,
        contract: { start, end },
        members: (membersOf.get(logbook.id) ?? []).map(({ logbook_id: _, ...member }) => member),
        ...(skills && at && { skills: { at: at.toISOString(), ...skills } }),
      }
      return [logbook.id, facts]
    }),
  )
}

/** The keys that made a signature in a logbook for the first time after a number. */
async function listSigningKeys(
  db: Database,
  since: readonly { readonly id: LogbookId; readonly seq: number }[],
): Promise<Map<LogbookId, SigningKey[]>> {
  if (since.length === 0) return new Map()
  const { rows } = await db.query<{ logbook_id: LogbookId; key: SigningKey }>(
    `select k.logbook_id, k.key
     from unnest($1::uuid[], $2::bigint[]) as place (logbook_id, seq)
     join signing_key k on k.logbook_id = place.logbook_id and k.seq > place.seq
     where k.logbook_id = any($1::uuid[]) order by k.seq`,
    [since.map(({ id }) => id), since.map(({ seq }) => seq)],
  )
  const groups = groupBy(rows, ({ logbook_id }) => logbook_id)
  return new Map([...groups].map(([id, group]) => [id, group.map((row) => row.key)]))
}

/**
 * What became of this device’s operations after the numbers that it has settled, and of those
 * before them that a person settled since. Where a file brought one before the device did, only
 * what a person decided. A settled one has its last verdict, at the place of its settlement.
 */
async function listVerdicts(
  db: Database,
  deviceId: DeviceId,
  settled: readonly SettledPlace[],
): Promise<Map<LogbookId, KnownResult[]>> {
  const verdict = `o.logbook_id, o.id, o.n, coalesce(s.seq, o.seq) as seq,
    coalesce(s.verdict, o.verdict) as verdict,
    case when s.seq is null then o.code else s.code end as code, s.reason`
  const { rows } = await db.query<KnownResult & { logbook_id: LogbookId }>(
    `select ${verdict}
     from unnest($2::uuid[], $3::bigint[]) as settled (logbook_id, n)
     join operation o on o.logbook_id = settled.logbook_id and o.n > settled.n
     left join settlement s on s.logbook_id = o.logbook_id and s.operation_id = o.id
     where o.device_id = $1 and o.logbook_id = any($2::uuid[])
     union all
     select ${verdict}
     from unnest($2::uuid[], $3::bigint[], $4::bigint[]) as settled (logbook_id, n, seq)
     join settlement s on s.logbook_id = settled.logbook_id and s.seq > settled.seq
     join operation o on o.logbook_id = s.logbook_id and o.id = s.operation_id
       and o.n <= settled.n
     where o.device_id = $1 and s.logbook_id = any($2::uuid[])
     union all
     select o.logbook_id, o.id, r.n, s.seq, s.verdict, s.code, s.reason
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::bigint[])
       as settled (logbook_id, n, seq, last_n)
     join rescued r on r.logbook_id = settled.logbook_id and r.n <= settled.last_n
     join settlement s on s.logbook_id = r.logbook_id and s.operation_id = r.operation_id
       and (r.n > settled.n or s.seq > settled.seq)
     join operation o on o.logbook_id = r.logbook_id and o.id = r.operation_id
     where r.device_id = $1 and r.logbook_id = any($2::uuid[])
     order by n`,
    [
      deviceId,
      settled.map(({ id }) => id),
      settled.map(({ n }) => n),
      settled.map(({ seq }) => seq),
      settled.map(({ lastN }) => lastN),
    ],
  )
  const groups = groupBy(rows, ({ logbook_id }) => logbook_id)
  return new Map(
    [...groups].map(([id, group]) => [id, group.map(({ logbook_id: _, ...result }) => result)]),
  )
}

/** The device’s last number in each of these logbooks. */
async function lastNumbers(
  db: Database,
  deviceId: DeviceId,
  logbookIds: readonly LogbookId[],
): Promise<Map<LogbookId, number>> {
  const { rows } = await db.query<{ logbook_id: LogbookId; last_n: number }>(
    `select logbook_id, last_n from device_counter
     where logbook_id = any($1::uuid[]) and device_id = $2`,
    [logbookIds, deviceId],
  )
  return new Map(rows.map(({ logbook_id, last_n }) => [logbook_id, last_n]))
}

interface FactsRow extends Omit<LogbookFacts, 'id' | 'contract' | 'members' | 'skills'> {
  readonly id: LogbookId
  readonly contract_start: string
  readonly contract_end: string
  readonly skills: Omit<ImportedSkills, 'at'> | null
  readonly skills_at: Date | null
}

interface MemberRow {
  readonly logbook_id: LogbookId
  readonly personId: PersonId
  readonly name: string
  readonly role: Role
  readonly from: string
  readonly until: string | null
}
