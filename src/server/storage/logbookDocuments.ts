import { canonicalJson, type Canonical } from '#domain/canonicalJson.ts'
import type { DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role, State } from '#domain/kind.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import type {
  EvidenceLevel,
  LogbookDocument,
  ReturnRow,
  Signature,
  Version,
  Written,
} from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { Database } from './database.ts'
import { groupBy } from './groupBy.ts'

/** A document as it rests here. */
export interface StoredDocument {
  readonly document: LogbookDocument
  /** Last change its author can see. */
  readonly seq: number
  /** Last change others can see; `null`: they can see nothing of it. */
  readonly sharedSeq: number | null
}

/** Of which logbooks, and which documents of them; `null`: all. */
export interface DocumentFilter {
  readonly logbookIds: readonly LogbookId[]
  readonly ids: readonly DocumentId[] | null
}

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

/** What a new signature row says beside the signature: set by the server when it comes in. */
export interface SignatureProof {
  readonly receipt: string
  readonly key: SigningKey | null
}

/**
 * Writes what an operation made of a document, as change number `seq` of its logbook, and gives
 * the document as it rests now. Versions and signatures are only ever added.
 */
export async function saveDocument(
  tx: Database,
  before: StoredDocument | null,
  after: LogbookDocument,
  seq: number,
  prove: (signature: Signature) => SignatureProof,
): Promise<StoredDocument> {
  const isShared = sharedFace(after) !== (before ? sharedFace(before.document) : null)
  const sharedSeq = isShared ? seq : (before?.sharedSeq ?? null)
  const { logbookId, id, kind, author, state, fields, alternatives, returns, versions } = after
  await tx.query(
    `insert into document
       (logbook_id, id, kind, author, state, seq, shared_seq, versions, draft, returns)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (logbook_id, id) do update set state = excluded.state, seq = excluded.seq,
       shared_seq = excluded.shared_seq, versions = excluded.versions, draft = excluded.draft,
       returns = excluded.returns`,
    [
      logbookId,
      id,
      kind,
      author,
      state,
      seq,
      sharedSeq,
      versions.length,
      { fields, alternatives },
      JSON.stringify(returns),
    ],
  )
  for (const version of versions.slice(before?.document.versions.length ?? 0)) {
    await addVersion(tx, after, version)
  }
  const known = before?.document.signatures ?? []
  const added: Signature[] = []
  for (const signature of after.signatures.slice(known.length)) {
    const proof = prove(signature)
    await addSignature(tx, after, signature, seq, proof)
    added.push({ ...signature, receipt: proof.receipt })
  }
  return { seq, sharedSeq, document: { ...after, signatures: [...known, ...added] } }
}

/** What others than the author can see at most, as a text that changes with it; `null`: nothing. */
function sharedFace(document: LogbookDocument): string | null {
  const { state, versions, signatures, returns } = document
  const hasDraftReaders = kinds[document.kind].draftReaders.length > 0
  if (state === 'discarded' || (versions.length === 0 && !hasDraftReaders)) return null
  const draft = hasDraftReaders ? document.fields : {}
  return JSON.stringify([state, versions.length, signatures.length, returns.length, draft])
}

async function addVersion(tx: Database, document: LogbookDocument, version: Version) {
  const { number, content, hash, at } = version
  await tx.query(
    `insert into version (logbook_id, document_id, number, content, hash, at)
     values ($1, $2, $3, $4, $5, $6)`,
    [document.logbookId, document.id, number, canonicalJson(content as Canonical), hash, at],
  )
}

async function addSignature(
  tx: Database,
  document: LogbookDocument,
  { version, hash, signer, role, level, via, at, jws, by }: Signature,
  seq: number,
  { receipt, key }: SignatureProof,
) {
  await tx.query(
    `insert into signature
       (logbook_id, document_id, version, hash, signer, role, level, via, at, jws, receipt,
        operation_id, signing_key, seq)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      document.logbookId,
      document.id,
      version,
      hash,
      signer,
      role,
      level,
      via,
      at,
      jws,
      receipt,
      by,
      key,
      seq,
    ],
  )
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
