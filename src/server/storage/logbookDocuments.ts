import type { DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { State } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type { ReturnRow, Signature, Version, Written } from '#domain/logbookDocument.ts'
import type { Database } from './database.ts'
import type { DocumentFilter, StoredDocument } from './logbookStorage.ts'

/** An instant as all of ours are written: UTC, with milliseconds. */
const instant = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const text = `
  select d.logbook_id as "logbookId", d.id, d.kind, d.author, d.state, d.seq,
    d.shared_seq as "sharedSeq", d.draft, d.returns, v.versions, s.signatures
  from document d
  left join (
    select logbook_id, document_id, json_agg(json_build_object(
      'number', number, 'hash', hash, 'content', content::json, 'at', ${instant('at')}
    ) order by number) as versions
    from version
    where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or document_id = any($2))
    group by logbook_id, document_id
  ) v on v.logbook_id = d.logbook_id and v.document_id = d.id
  left join (
    select logbook_id, document_id, json_agg(json_build_object(
      'version', version, 'hash', hash, 'signer', signer, 'role', role, 'level', level,
      'via', via, 'at', ${instant('at')}, 'jws', jws, 'receipt', receipt, 'by', operation_id
    ) order by seq) as signatures
    from signature
    where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or document_id = any($2))
    group by logbook_id, document_id
  ) s on s.logbook_id = d.logbook_id and s.document_id = d.id
  where d.logbook_id = any($1::uuid[]) and ($2::uuid[] is null or d.id = any($2))
  order by d.seq`

/** The documents with their versions and signatures: one statement, however many there are. */
export async function loadDocuments(
  db: Database,
  { logbookIds, ids }: DocumentFilter,
): Promise<StoredDocument[]> {
  if (logbookIds.length === 0 || ids?.length === 0) return []
  const { rows } = await db.query<DocumentRow>(text, [logbookIds, ids])
  return rows.map(({ seq, sharedSeq, draft, versions, signatures, ...document }) => ({
    seq,
    sharedSeq,
    document: {
      ...document,
      ...draft,
      versions: versions ?? [],
      signatures: signatures ?? [],
    },
  }))
}

interface DocumentRow {
  readonly logbookId: LogbookId
  readonly id: DocumentId
  readonly kind: KindName
  readonly author: PersonId
  readonly state: State
  readonly seq: number
  readonly sharedSeq: number | null
  readonly draft: {
    readonly fields: Readonly<Record<string, Written>>
    readonly alternatives: Readonly<Record<string, readonly Written[]>>
  }
  readonly returns: readonly ReturnRow[]
  readonly versions: readonly Version[] | null
  readonly signatures: readonly Signature[] | null
}
