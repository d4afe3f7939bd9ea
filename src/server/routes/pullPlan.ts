import type { Held } from '#domain/chain.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { Version } from '#domain/logbookDocument.ts'
import { project, type Reader } from '#domain/rights.ts'
import type { DocumentFrame, ReadableLogbook } from '#server/storage/pullSnapshot.ts'

/** Most documents of one logbook in one answer: one apprentice’s years have a few hundred. */
const PAGE_MAX = 2_000

export interface BookQuestion {
  readonly book: ReadableLogbook
  /** Up to where the device’s copy is ours; `null`: it holds nothing that counts. */
  readonly since: number | null
  /** Of all documents of the logbook. */
  readonly frames: readonly DocumentFrame[]
  readonly reader: Reader
}

/** What to send of one logbook. */
export interface BookPlan {
  readonly book: ReadableLogbook
  readonly since: number | null
  /** In the order of their revisions. */
  readonly documentIds: readonly DocumentId[]
  /** All that the person may see of this logbook. */
  readonly held: readonly Held[]
  /** Where the cursor stands after this answer. */
  readonly seq: number
  readonly more: boolean
}

/** Which documents of a logbook a device is missing, one page of them. */
export function planBook({ book, since: asked, frames, reader }: BookQuestion): BookPlan {
  const visible = frames.filter((frame) => isVisible(frame, reader))
  const held = visible.map((frame) => ({ id: frame.id, revision: revisionOf(frame, reader) }))
  // What was taken back has no place in an answer: all the rest is sent anew, at once, without it.
  const isTakenBack = frames.some(
    (frame) =>
      frame.state === 'discarded' &&
      !isVisible(frame, reader) &&
      isVisible({ ...frame, state: 'draft' }, reader) &&
      revisionOf(frame, reader) > (asked ?? Infinity),
  )
  const since = isTakenBack ? null : asked

  const missing = held
    .filter(({ revision }) => revision > (since ?? 0))
    .sort((one, other) => one.revision - other.revision)
  const page = isTakenBack ? missing : missing.slice(0, PAGE_MAX)
  const more = missing.length > page.length
  const seq = more ? (page.at(-1)?.revision ?? book.seq) : book.seq
  return { book, since, held, seq, more, documentIds: page.map(({ id }) => id) }
}

/** The author sees every change, others those of what they see; 0: they have seen nothing yet. */
const revisionOf = ({ author, seq, sharedSeq }: DocumentFrame, reader: Reader): number =>
  author === reader.personId ? seq : (sharedSeq ?? 0)

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
