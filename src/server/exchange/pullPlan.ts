import type { Held } from '#domain/chain.ts'
import type { DocumentId, LogbookId } from '#domain/identifiers.ts'
import { roles } from '#domain/kind.ts'
import { kinds } from '#domain/kinds.ts'
import type { Version } from '#domain/logbookDocument.ts'
import { project, type Reader } from '#domain/rights.ts'
import type { Cursor, Reset } from '#protocol/sync.ts'
import {
  GRANTS_MAX,
  type DocumentFrame,
  type DocumentText,
  type ReadableLogbook,
  type StoredDocument,
} from '#server/storage/logbookStorage.ts'

/** A role may change with a date, without a new grant: the device’s number says both. */
export const grantOf = ({
  grantNumber,
  role,
}: Pick<ReadableLogbook, 'grantNumber' | 'role'>): number =>
  grantNumber * roles.length + roles.indexOf(role)

/** Which restore from a backup a grant comes after: one of before says that we lost something. */
export const generationOf = (grant: number): number =>
  Math.floor(grant / (GRANTS_MAX * roles.length))

/**
 * Why the device’s copy of a logbook is not ours, or `null`: it is, up to its `seq`. Where we have
 * no operation of that number, the device knows more than we do: no chain is like its own.
 */
export function resetOf(
  book: ReadableLogbook,
  cursor: Cursor | undefined,
  headAt: (id: LogbookId, seq: number) => string | null,
): Reset | null {
  if (!cursor || cursor.grant === 0) return 'new'
  const chain = cursor.seq === book.seq ? book.chain : headAt(book.id, cursor.seq)
  const grant = grantOf(book)
  if (chain !== cursor.chain || generationOf(cursor.grant) !== generationOf(grant))
    return 'restored'
  return cursor.grant === grant ? null : 'grant'
}

/** Which documents of a logbook a device is missing. */
export interface Missing {
  /** In the order of their revisions. */
  readonly ids: readonly DocumentId[]
  /** All that the person may see of this logbook. */
  readonly held: readonly Held[]
  /** What was called off has no place in an answer: all the rest is sent anew, without it. */
  readonly isCalledOff: boolean
}

/** What of `frames` (all documents of the logbook) changed for `reader` after `since`. */
export function missingSince(
  frames: readonly DocumentFrame[],
  reader: Reader,
  since: number,
): Missing {
  const visible = frames.filter((frame) => isVisible(frame, reader))
  const held = visible.map((frame) => ({ id: frame.id, revision: revisionOf(frame, reader) }))
  const isCalledOff = frames.some(
    (frame) =>
      frame.state === 'discarded' &&
      !isVisible(frame, reader) &&
      isVisible({ ...frame, state: 'draft' }, reader) &&
      revisionOf(frame, reader) > since,
  )
  const ids = held
    .filter(({ revision }) => revision > since)
    .sort((one, other) => one.revision - other.revision)
    .map(({ id }) => id)
  return { ids, held, isCalledOff }
}

/** The same rule as for the document itself; it asks only whether there is a version. */
const isVisible = (
  { id, logbookId, kind, author, state, versions }: DocumentFrame,
  reader: Reader,
) => {
  const empty = { fields: {}, alternatives: {}, returns: [], signatures: [] }
  const document = { id, logbookId, kind, author, state, versions: versions > 0 ? [ANY] : [] }
  return project({ ...document, ...empty }, reader) !== null
}

const ANY: Version = { number: 1, hash: '', content: {}, at: '' }

/** The author sees every change, others those of what they see; 0: they have seen nothing yet. */
const revisionOf = (
  { author, seq, sharedSeq }: Pick<DocumentFrame, 'author' | 'seq' | 'sharedSeq'>,
  reader: Reader,
): number => (author === reader.personId ? seq : (sharedSeq ?? 0))

/** A document as a person may see it, with its revision, or `null`. */
export function seenBy({ document, seq, sharedSeq }: StoredDocument, reader: Reader) {
  const seen = project(document, reader)
  const frame = { author: document.author, seq, sharedSeq }
  return seen && { ...seen, revision: revisionOf(frame, reader) }
}

/** The same of a document that stays a text: its JSON with its revision, or `null`. */
export function seenTextOf(text: DocumentText, reader: Reader): SeenText | null {
  if (!isVisible(text, reader)) return null
  const { id, logbookId, kind, author, state, frozen } = text
  const revision = revisionOf(text, reader)
  const head = JSON.stringify({ id, revision, logbookId, kind, author, state })
  const json = `{${inner(head)},${inner(draftTextOf(text, reader))},${inner(frozen)}}`
  return { id, revision, json }
}

/** One document as it travels. */
export interface SeenText extends Held {
  readonly json: string
}

const NO_DRAFT = '{"fields":{},"alternatives":{}}'

function draftTextOf({ author, kind, draft }: DocumentText, reader: Reader): string {
  if (draft !== null && author === reader.personId) return draft
  if (draft === null || !kinds[kind].draftReaders.includes(reader.role)) return NO_DRAFT
  const { fields } = JSON.parse(draft) as { readonly fields: object }
  return JSON.stringify({ fields, alternatives: {} })
}

/** What stands between the braces of a JSON object. */
const inner = (json: string): string => json.trim().slice(1, -1)
