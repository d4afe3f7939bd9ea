import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { DocumentId, LogbookId, PersonId } from '#domain/identifiers.ts'
import type { Reader } from '#domain/rights.ts'
import type {
  BookPart,
  Cursor,
  PullPart,
  PullRequest,
  Result,
  RevokedPart,
} from '#protocol/sync.ts'
import { groupBy } from '#server/storage/groupBy.ts'
import type {
  DocumentText,
  KnownResult,
  ReadableLogbook,
  Snapshot,
} from '#server/storage/logbookStorage.ts'
import { grantOf, missingSince, resetOf, seenTextOf, type Missing } from './pullPlan.ts'

export interface PullQuestion extends Pick<PullRequest, 'deviceId' | 'books' | 'check'> {
  readonly personId: PersonId
  /** ISO date. */
  readonly day: string
}

/** So many logbooks are read at a time: the first of them leave while the next are read. */
const TOGETHER = 6

/**
 * What is new for one person in all logbooks, as one moment saw it: parts as JSON (`pullPartSchema`),
 * one after the other to `emit`. A logbook in which nothing is new for the device is left out,
 * unless it asks for a check. `emit` says whether it takes more; if not, the device asks again for
 * the rest.
 */
export async function answerPull(
  snapshot: Snapshot,
  question: PullQuestion,
  emit: (json: string) => boolean,
): Promise<void> {
  const books = await planBooks(snapshot, question)
  for (let at = 0; at < books.length; at += TOGETHER) {
    const group = books.slice(at, at + TOGETHER)
    for (const part of await readParts(snapshot, question, group)) {
      if (emit(part)) continue
      emit(endOf(true))
      return
    }
  }
  emit(endOf(false))
}

const endOf = (more: boolean) => JSON.stringify({ type: 'end', more } satisfies PullPart)

interface BookPlan {
  readonly book: ReadableLogbook
  readonly reset: BookPart['reset']
  readonly lastN: number
  /** `null`: the logbook is sent whole. */
  readonly missing: Missing | null
}

type Planned = BookPlan | RevokedPart

async function planBooks(snapshot: Snapshot, question: PullQuestion): Promise<Planned[]> {
  const { personId, day, deviceId, books, check } = question
  const readable = await snapshot.listReadable(personId, day)
  const named = Object.keys(books) as LogbookId[]
  const ids = new Set<LogbookId>([...readable.map(({ id }) => id), ...named])
  const numbers = await snapshot.lastNumbers(deviceId, [...ids])
  const lastN = (id: LogbookId) => numbers.get(id) ?? 0

  const behind = readable.flatMap(({ id, seq }) => {
    const cursor = books[id]
    return cursor && cursor.seq !== seq ? [{ id, seq: cursor.seq }] : []
  })
  const headAt = behind.length > 0 ? await snapshot.findHeads(behind) : () => null
  const asked = readable.map((book) => ({
    book,
    cursor: books[book.id],
    reset: resetOf(book, books[book.id], (id, seq) => (seq === 0 ? CHAIN_START : headAt(id, seq))),
  }))
  const open = asked.filter(
    ({ book, cursor, reset }) =>
      check || reset !== null || cursor?.seq !== book.seq || cursor.settled !== lastN(book.id),
  )
  const kept = open.filter(({ reset }) => reset === null).map(({ book }) => book.id)
  const frames = kept.length > 0 ? await snapshot.listFrames(kept) : new Map<LogbookId, never[]>()

  const plans = open.map(({ book, cursor, reset }): BookPlan => {
    const plan = { book, lastN: lastN(book.id) }
    if (reset) return { ...plan, reset, missing: null }
    const reader = { personId, role: book.role }
    const missing = missingSince(frames.get(book.id) ?? [], reader, cursor?.seq ?? 0)
    if (missing.isCalledOff) return { ...plan, reset: 'called-off', missing: null }
    return { ...plan, reset: null, missing }
  })
  const held = new Set(readable.map(({ id }) => id))
  const gone = named.filter((id) => !held.has(id)).map((id) => ({ id, lastN: lastN(id) }))
  const revoked = await readRevoked(snapshot, deviceId, gone)
  return [...revoked.filter((part) => isNews(part, books[part.id])), ...plans]
}

/** Mostly a device knows that a logbook was taken away, and we have all that it has sent there. */
const isNews = ({ lastN }: RevokedPart, cursor: Cursor | undefined): boolean =>
  cursor?.revoked !== 'heard' || lastN < cursor.settled

/** Who left a logbook still hears what a person decided about what was put aside there. */
async function readRevoked(
  snapshot: Snapshot,
  deviceId: PullQuestion['deviceId'],
  gone: readonly Pick<RevokedPart, 'id' | 'lastN'>[],
): Promise<RevokedPart[]> {
  if (gone.length === 0) return []
  const places = gone.map(({ id, lastN }) => ({ id, n: lastN, seq: 0, lastN }))
  const settled = await snapshot.listVerdicts(deviceId, places)
  return gone.map(({ id, lastN }) => {
    const verdicts = settled.get(id)
    return { type: 'revoked', id, lastN, ...(verdicts && verdictsPart(verdicts)) }
  })
}

async function readParts(
  snapshot: Snapshot,
  question: PullQuestion,
  planned: readonly Planned[],
): Promise<string[]> {
  const plans = planned.filter((each): each is BookPlan => !('type' in each))
  const whole = plans.filter(({ missing }) => missing === null).map(({ book }) => book.id)
  const facts = whole.length > 0 ? await snapshot.readFacts(whole) : new Map<LogbookId, never>()
  const documents = groupBy(
    await readDocuments(snapshot, question, plans),
    (each) => each.logbookId,
  )
  const news = plans.filter(({ book }) => documents.has(book.id))
  const keys = await snapshot.listSigningKeys(
    news.map(({ book: { id }, missing }) => ({
      id,
      seq: missing ? (question.books[id]?.seq ?? 0) : 0,
    })),
  )
  const verdicts = await readVerdicts(snapshot, question, plans)

  return planned.map((plan): string => {
    if ('type' in plan) return JSON.stringify(plan)
    const { book, reset, lastN, missing } = plan
    const { id, role, seq, chain } = book
    const reader: Reader = { personId: question.personId, role }
    const seen = (documents.get(id) ?? [])
      .flatMap((text) => seenTextOf(text, reader) ?? [])
      .sort((one, other) => one.revision - other.revision)
    const part: Omit<BookPart, 'documents'> = {
      type: 'book',
      id,
      from: placeOf(question, id),
      reset,
      grant: grantOf(book),
      role,
      facts: facts.get(id) ?? null,
      keys: keys.get(id) ?? [],
      ...verdictsPart(verdicts.get(id) ?? []),
      lastN,
      seq,
      chain,
      sum: sumOf(missing?.held ?? seen),
    }
    // The documents are texts already: read and written again, they would be most of the work.
    const texts = seen.map(({ json }) => json).join(',')
    return `${JSON.stringify(part).slice(0, -1)},"documents":[${texts}]}`
  })
}

const placeOf = ({ books }: PullQuestion, id: LogbookId): BookPart['from'] => {
  const { seq, chain } = books[id] ?? { seq: 0, chain: CHAIN_START }
  return { seq, chain }
}

async function readDocuments(
  snapshot: Snapshot,
  { personId }: PullQuestion,
  plans: readonly BookPlan[],
): Promise<DocumentText[]> {
  const whole = plans.filter(({ missing }) => missing === null).map(({ book }) => book.id)
  const some = plans.filter(({ missing }) => missing !== null && missing.ids.length > 0)
  const ids = some.flatMap(({ missing }): readonly DocumentId[] => missing?.ids ?? [])
  const partly = some.map(({ book }) => book.id)
  return [
    ...(await snapshot.loadTexts({ logbookIds: whole, ids: null }, personId)),
    ...(await snapshot.loadTexts({ logbookIds: partly, ids }, personId)),
  ]
}

/** Apart from the verdicts, what people said who settled them: older apps know no such field in them. */
function verdictsPart(known: readonly KnownResult[]): Pick<BookPart, 'verdicts' | 'reasons'> {
  const verdicts = known.map(({ reason: _, ...result }): Result => result)
  const reasons = known.flatMap(({ id, reason }) => (reason ? [{ id, reason }] : []))
  return reasons.length > 0 ? { verdicts, reasons } : { verdicts }
}

function readVerdicts(
  snapshot: Snapshot,
  { books, deviceId }: PullQuestion,
  plans: readonly BookPlan[],
): Promise<Map<LogbookId, KnownResult[]>> | Map<LogbookId, KnownResult[]> {
  const unsettled = plans.flatMap(({ book: { id, seq: head }, lastN, missing }) => {
    const n = books[id]?.settled ?? 0
    const seq = missing ? (books[id]?.seq ?? 0) : 0
    return lastN > n || (lastN > 0 && head > seq) ? [{ id, n, seq, lastN }] : []
  })
  return unsettled.length > 0 ? snapshot.listVerdicts(deviceId, unsettled) : new Map()
}
