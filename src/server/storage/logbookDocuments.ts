import type { DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role, State } from '#domain/kind.ts'
import type { KindName } from '#domain/kinds.ts'
import type {
  EvidenceLevel,
  ReturnRow,
  Signature,
  Version,
  Written,
} from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import type { Database } from './database.ts'
import { groupBy } from './groupBy.ts'
import type { DocumentFilter, StoredDocument } from './logbookStorage.ts'

/** The documents with their versions and signatures: three statements, however many there are. */
export async function loadDocuments(
  db: Database,
  { logbookIds, ids }: DocumentFilter,
): Promise<StoredDocument[]> {
  if (logbookIds.length === 0 || ids?.length === 0) return []
  const parameters = [logbookIds, ids]
  const { rows: documents } = await db.query<DocumentRow>(
    `select logbook_id, id, kind, author, state, seq, shared_seq, draft, returns from document
     where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or id = any($2)) order by seq`,
    parameters,
  )
  const { rows: versions } = await db.query<VersionRow>(
    `select logbook_id, document_id, number, content, hash, at from version
     where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or document_id = any($2))
     order by number`,
    parameters,
  )
  const { rows: signatures } = await db.query<SignatureRow>(
    `select logbook_id, document_id, version, hash, signer, role, level, via, at, jws, receipt,
       operation_id
     from signature
     where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or document_id = any($2))
     order by seq`,
    parameters,
  )
  const versionsOf = groupBy(versions, keyOf)
  const signaturesOf = groupBy(signatures, keyOf)
  return documents.map((row) => {
    const key = keyOf({ logbook_id: row.logbook_id, document_id: row.id })
    return {
      seq: row.seq,
      sharedSeq: row.shared_seq,
      document: {
        id: row.id,
        logbookId: row.logbook_id,
        kind: row.kind,
        author: row.author,
        state: row.state,
        ...row.draft,
        returns: row.returns,
        versions: (versionsOf.get(key) ?? []).map(toVersion),
        signatures: (signaturesOf.get(key) ?? []).map(toSignature),
      },
    }
  })
}

interface OfDocument {
  readonly logbook_id: string
  readonly document_id: string
}

const keyOf = (row: OfDocument) => `${row.logbook_id}/${row.document_id}`

const toVersion = ({ number, content, hash, at }: VersionRow): Version => ({
  number,
  hash,
  content: JSON.parse(content) as Content,
  at: at.toISOString(),
})

const toSignature = (row: SignatureRow): Signature => ({
  version: row.version,
  hash: row.hash,
  signer: row.signer,
  role: row.role,
  level: row.level,
  via: row.via,
  at: row.at.toISOString(),
  jws: row.jws,
  receipt: row.receipt,
  by: row.operation_id,
})

interface DocumentRow {
  readonly logbook_id: LogbookId
  readonly id: DocumentId
  readonly kind: KindName
  readonly author: PersonId
  readonly state: State
  readonly seq: number
  readonly shared_seq: number | null
  readonly draft: {
    readonly fields: Readonly<Record<string, Written>>
    readonly alternatives: Readonly<Record<string, readonly Written[]>>
  }
  readonly returns: readonly ReturnRow[]
}

interface VersionRow {
  readonly logbook_id: LogbookId
  readonly document_id: DocumentId
  readonly number: number
  readonly content: string
  readonly hash: string
  readonly at: Date
}

interface SignatureRow {
  readonly logbook_id: LogbookId
  readonly document_id: DocumentId
  readonly version: number
  readonly hash: string
  readonly signer: PersonId
  readonly role: Role
  readonly level: EvidenceLevel
  readonly via: PersonId | null
  readonly at: Date
  readonly jws: string | null
  readonly receipt: string
  readonly operation_id: OperationId
}
