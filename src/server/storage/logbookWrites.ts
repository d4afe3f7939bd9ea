import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Database } from './database.ts'
import { frozenText } from './logbookDocuments.ts'
import { outageOf } from './outage.ts'
import { Unstorable, type Changes } from './logbookStorage.ts'
import { POKE_CHANNEL } from './pokeListener.ts'

/**
 * Writes all that a push changes in one logbook in one statement, however much it is: every
 * statement is a way to the database and back. Throws `Unstorable` where the database does not
 * take what somebody wrote.
 */
export async function writeChanges(
  tx: Database,
  logbookId: LogbookId,
  changes: Changes,
  origin: string,
): Promise<void> {
  await writeAll(async () => {
    const isAbout = changes.documents.length > 0
    await tx.query({
      name: isAbout ? 'write-push' : 'write-history',
      text: isAbout ? `with ${contentsRows(HISTORY_VALUES)}, ${history}` : `with ${history}`,
      values: [
        logbookId,
        ...historyValues(logbookId, changes, origin),
        ...(isAbout ? contentsValues(changes) : []),
      ],
    })
  })
}

/** Runs `write`, and tells what is the words’ own fault from what is the database’s. */
export async function writeAll(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    throw outageOf(error) ? error : new Unstorable('a row was refused', { cause: error })
  }
}

/** Parts of one statement; `before`: how many values stand before theirs, beside the logbook’s id. */
const contentsRows = (before: number): string =>
  `
  document_row as (
    insert into document
      (logbook_id, id, kind, author, state, seq, shared_seq, versions, draft, frozen)
    select $1, id, kind, author, state, seq, shared_seq, versions, draft::jsonb, frozen
    from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::bigint[], $7::bigint[],
      $8::int[], $9::text[], $10::text[])
      as row (id, kind, author, state, seq, shared_seq, versions, draft, frozen)
    on conflict (logbook_id, id) do update set state = excluded.state, seq = excluded.seq,
      shared_seq = excluded.shared_seq, versions = excluded.versions, draft = excluded.draft,
      frozen = excluded.frozen
  ), version_row as (
    insert into version (logbook_id, document_id, number, content, hash, at)
    select $1, row.* from unnest($11::uuid[], $12::int[], $13::text[], $14::text[],
      $15::timestamptz[]) as row
  ), key_row as (
    insert into signing_key (logbook_id, key_id, key, seq)
    select $1, key->>'keyId', key, seq
    from unnest($27::jsonb[], $28::bigint[]) as row (key, seq) where key is not null
    on conflict do nothing
  ), signature_row as (
  insert into signature
    (logbook_id, document_id, version, hash, signer, role, level, via, at, jws, receipt,
     operation_id, signing_key, seq)
  select $1, document_id, version, hash, signer, role, level, via, at, jws, receipt,
    operation_id, signing_key, seq
  from unnest($16::uuid[], $17::int[], $18::text[], $19::uuid[], $20::text[], $21::text[],
    $22::uuid[], $23::timestamptz[], $24::text[], $25::text[], $26::uuid[], $27::jsonb[],
    $28::bigint[])
    as row (document_id, version, hash, signer, role, level, via, at, jws, receipt,
      operation_id, signing_key, seq)
  )`.replace(/\$(\d+)/gu, (_, n) => (n === '1' ? '$1' : `$${Number(n) + before}`))

/** Writes what became of documents, with their new versions and signatures, in one statement. */
export async function writeContents(
  tx: Database,
  logbookId: LogbookId,
  contents: Pick<Changes, 'documents' | 'versions' | 'signatures'>,
): Promise<void> {
  await tx.query({
    name: 'write-contents',
    text: `with ${contentsRows(0)} select`,
    values: [logbookId, ...contentsValues(contents)],
  })
}

const contentsValues = ({
  documents,
  versions,
  signatures,
}: Pick<Changes, 'documents' | 'versions' | 'signatures'>): unknown[] => [
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
  documents.map(({ document }) => frozenText(document)),
  versions.map(({ documentId }) => documentId),
  versions.map(({ version }) => version.number),
  versions.map(({ version }) => canonicalJson(version.content as Canonical)),
  versions.map(({ version }) => version.hash),
  versions.map(({ version }) => version.at),
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
]

/** The word to the other processes is heard when, and only when, this commits. */
const history = `
  operation_row as (
    insert into operation
      (logbook_id, seq, id, device_id, n, actor, body, hash, verdict, code, at, chain)
    select $1, row.* from unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::int[], $6::uuid[],
      $7::text[], $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::text[]) as row
  ), counter_row as (
    insert into device_counter (logbook_id, device_id, last_n, pending) values ($1, $13, $14, $15)
    on conflict (logbook_id, device_id) do update
      set last_n = excluded.last_n, pending = excluded.pending
  )
  update logbook set head = $16, chain = $17 where id = $1
  returning case when $18::text is null then null else pg_notify('${POKE_CHANNEL}', $18) end`

const HISTORY_VALUES = 17

const historyValues = (
  logbookId: LogbookId,
  { operations, counter, head }: Changes,
  origin: string,
): unknown[] => [
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
  counter.deviceId,
  counter.lastN,
  counter.pending,
  head.seq,
  head.chain,
  operations.length > 0 ? `${logbookId} ${origin}` : null,
]
