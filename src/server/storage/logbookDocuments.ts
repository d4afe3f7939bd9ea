import type { PersonId } from '#domain/identifiers.ts'
import { kindNames, kinds } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Database } from './database.ts'
import type { DocumentFilter, DocumentText, StoredDocument } from './logbookStorage.ts'

/** Columns of `DocumentFrame`. */
export const frame = `logbook_id as "logbookId", id, kind, author, state, seq, shared_seq as "sharedSeq",
  versions`

/** Whole documents: one statement, however many there are. */
export async function loadDocuments(
  db: Database,
  { logbookIds, ids }: DocumentFilter,
): Promise<StoredDocument[]> {
  if (logbookIds.length === 0 || ids?.length === 0) return []
  const { rows } = await db.query<DocumentText & { readonly draft: string }>(
    `select ${frame}, draft::text as draft, frozen from document
     where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or id = any($2)) order by seq`,
    [logbookIds, ids],
  )
  return rows.map(readText)
}

/** A document of its texts. */
export function readText({
  seq,
  sharedSeq,
  draft,
  frozen,
  versions: _count,
  ...document
}: DocumentText & { readonly draft: string }): StoredDocument {
  const contents = { ...(JSON.parse(draft) as Draft), ...(JSON.parse(frozen) as Frozen) }
  return { seq, sharedSeq, document: { ...document, ...contents } }
}

type Draft = Pick<LogbookDocument, 'fields' | 'alternatives'>
type Frozen = Pick<LogbookDocument, 'returns' | 'versions' | 'signatures'>

/** Kinds of which others than the author read a draft. */
const shown = kindNames.filter((name) => kinds[name].draftReaders.length > 0)

/** Documents as texts. A draft that only its author may read does not even leave the database. */
export async function loadTexts(
  db: Database,
  { logbookIds, ids }: DocumentFilter,
  author: PersonId,
): Promise<DocumentText[]> {
  if (logbookIds.length === 0 || ids?.length === 0) return []
  const { rows } = await db.query<DocumentText>(
    `select ${frame}, frozen,
       case when author = $3 or kind = any($4::text[]) then draft::text end as draft
     from document
     where logbook_id = any($1::uuid[]) and ($2::uuid[] is null or id = any($2)) order by seq`,
    [logbookIds, ids, author, shown],
  )
  return rows
}

/** What of a document is frozen, as the text that rests beside it. */
export const frozenText = ({ returns, versions, signatures }: LogbookDocument): string =>
  JSON.stringify({ returns, versions, signatures } satisfies Frozen)
