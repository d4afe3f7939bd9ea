import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Database } from './database.ts'
import { outageOf } from './outage.ts'
import { Unstorable, type Changes } from './logbookStorage.ts'
import { POKE_CHANNEL } from './pokeListener.ts'

/**
 * Writes all that a push changes in one logbook, in as many statements as there are tables,
 * however much it is. Throws `Unstorable` where the database does not take what somebody wrote.
 */
export async function writeChanges(
  tx: Database,
  logbookId: LogbookId,
  changes: Changes,
): Promise<void> {
  try {
    await writeDocuments(tx, logbookId, changes)
    await writeVersions(tx, logbookId, changes)
    await writeSignatures(tx, logbookId, changes)
    await writeOperations(tx, logbookId, changes)
    await moveOn(tx, logbookId, changes)
  } catch (error) {
    throw outageOf(error) ? error : new Unstorable('a row was refused', { cause: error })
  }
}

async function writeDocuments(tx: Database, logbookId: LogbookId, { documents }: Changes) {
  if (documents.length === 0) return
  await tx.query(
    `insert into document
       (logbook_id, id, kind, author, state, seq, shared_seq, versions, draft, returns)
     select $1, id, kind, author, state, seq, shared_seq, versions, draft::jsonb, returns::jsonb
     from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[],
       $8::int[], $9::text[], $10::text[])
       as row (id, kind, author, state, seq, shared_seq, versions, draft, returns)
     on conflict (logbook_id, id) do update set state = excluded.state, seq = excluded.seq,
       shared_seq = excluded.shared_seq, versions = excluded.versions, draft = excluded.draft,
       returns = excluded.returns`,
    [
      logbookId,
      documents.map(({ document }) => document.id),
      documents.map(({ document }) => document.kind),
      documents.map(({ document }) => document.author),
      documents.map(({ document }) => document.state),
      documents.map(({ seq }) => seq),
      documents.map(({ sharedSeq }) => sharedSeq),
      documents.map(({ document }) => document.versions.length),
      documents.map(({ document: { fields, alternatives } }) =>
        JSON.stringify({ fields, alternatives }),
      ),
      documents.map(({ document }) => JSON.stringify(document.returns)),
    ],
  )
}

async function writeVersions(tx: Database, logbookId: LogbookId, { versions }: Changes) {
  if (versions.length === 0) return
  await tx.query(
    `insert into version (logbook_id, document_id, number, content, hash, at)
     select $1, row.* from unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::timestamptz[])
       as row`,
    [
      logbookId,
      versions.map(({ documentId }) => documentId),
      versions.map(({ version }) => version.number),
      versions.map(({ version }) => canonicalJson(version.content as Canonical)),
      versions.map(({ version }) => version.hash),
      versions.map(({ version }) => version.at),
    ],
  )
}

async function writeSignatures(tx: Database, logbookId: LogbookId, { signatures }: Changes) {
  if (signatures.length === 0) return
  await tx.query(
    `insert into signature
       (logbook_id, document_id, version, hash, signer, role, level, via, at, jws, receipt,
        operation_id, signing_key, seq)
     select $1, document_id, version, hash, signer, role, level, via, at, jws, receipt,
       operation_id, signing_key::jsonb, seq
     from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::uuid[],
       $9::timestamptz[], $10::text[], $11::text[], $12::uuid[], $13::text[], $14::bigint[])
       as row (document_id, version, hash, signer, role, level, via, at, jws, receipt,
         operation_id, signing_key, seq)`,
    [
      logbookId,
      signatures.map(({ documentId }) => documentId),
      signatures.map(({ signature }) => signature.version),
      signatures.map(({ signature }) => signature.hash),
      signatures.map(({ signature }) => signature.signer),
      signatures.map(({ signature }) => signature.role),
      signatures.map(({ signature }) => signature.level),
      signatures.map(({ signature }) => signature.via),
      signatures.map(({ signature }) => signature.at),
      signatures.map(({ signature }) => signature.jws),
      signatures.map(({ proof }) => proof.receipt),
      signatures.map(({ signature }) => signature.by),
      signatures.map(({ proof }) => proof.key && JSON.stringify(proof.key)),
      signatures.map(({ seq }) => seq),
    ],
  )
}

async function writeOperations(tx: Database, logbookId: LogbookId, { operations }: Changes) {
  if (operations.length === 0) return
  await tx.query(
    `insert into operation
       (logbook_id, seq, id, device_id, n, actor, body, hash, verdict, code, at, chain)
     select $1, row.* from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[],
       $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::text[]) as row`,
    [
      logbookId,
      operations.map(({ seq }) => seq),
      operations.map(({ id }) => id),
      operations.map(({ deviceId }) => deviceId),
      operations.map(({ n }) => n),
      operations.map(({ actor }) => actor),
      operations.map(({ body }) => body),
      operations.map(({ hash }) => hash),
      operations.map(({ verdict }) => verdict),
      operations.map(({ code }) => code),
      operations.map(({ at }) => at),
      operations.map(({ chain }) => chain),
    ],
  )
}

async function moveOn(tx: Database, logbookId: LogbookId, { head, counter, operations }: Changes) {
  await tx.query(
    `insert into device_counter (logbook_id, device_id, last_n, pending) values ($1, $2, $3, $4)
     on conflict (logbook_id, device_id) do update
       set last_n = excluded.last_n, pending = excluded.pending`,
    [logbookId, counter.deviceId, counter.lastN, counter.pending],
  )
  if (operations.length === 0) return
  await tx.query('update logbook set head = $2, chain = $3 where id = $1', [
    logbookId,
    head.seq,
    head.chain,
  ])
  // Heard by every process when, and only when, this commits.
  await tx.query(`select pg_notify('${POKE_CHANNEL}', $1)`, [logbookId])
}
