import { requestKinds } from '#domain/awaitingSignature.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { interviewKinds } from '#domain/interviewKinds.ts'
import type { KindName } from '#domain/kinds.ts'
import { calendarKinds } from '#features/parts/calendarOf.ts'
import { loadOutline } from '#programmes/outlines.ts'
import { listChangedBooks } from '#store/changedBooks.ts'
import type { LogbookDb } from '#store/database.ts'
import { loadPart } from '#ui/loadPart.ts'
import { nextTask } from '#ui/nextTask.ts'
import { followedOf, inOrderOfNeed, type Followed } from './followed.ts'

/** Of which kinds the documents are that a list of apprentices is made of. */
const listedKinds: readonly KindName[] = [
  ...(['entry', 'visit', ...interviewKinds, 'section', 'individualSection'] as const),
  ...calendarKinds,
  ...requestKinds,
]

/** After so much work in one piece, in ms, the browser has its turn. */
const PIECE = 8

export interface FollowedReader {
  readonly read: (db: LogbookDb) => Promise<readonly Followed[]>
  /** What it read last; `undefined`: nothing yet. */
  readonly last: () => readonly Followed[] | undefined
}

/** Of each database the reader of today: pages come and go, and each would begin with nothing. */
const readers = new WeakMap<LogbookDb, FollowedReader & { readonly today: string }>()

/** The apprentices of the person whose database this is, as of a civil date; see `createFollowedReader`. */
export function followedReaderOf(db: LogbookDb, personId: PersonId, today: string): FollowedReader {
  const known = readers.get(db)
  if (known?.today === today) return known
  const reader = { ...createFollowedReader(personId, today), today }
  readers.set(db, reader)
  return reader
}

/**
 * Reads the apprentices of one person, who needs help first. Called again, it makes anew only those in
 * whose logbook something has changed: while three hundred logbooks arrive one by one, the list would
 * else be made three hundred times, of all that is there, and keep the rest from arriving. Where nothing
 * has changed, it is the same list.
 */
export function createFollowedReader(personId: PersonId, today: string): FollowedReader {
  const made = new Map<LogbookId, { readonly mark: string; readonly followed: Followed }>()
  let last: readonly Followed[] | undefined
  const read = async (db: LogbookDb) => {
    const before = new Map(made)
    const marks = new Map([...before].map(([id, { mark }]) => [id, mark]))
    const found = await listChangedBooks(db, listedKinds, marks)
    const programmes = new Set(found.map(({ book }) => book.facts.programme))
    await Promise.all([...programmes].map((each) => loadPart(() => loadOutline(each))))

    const apprentices: Followed[] = []
    let begun = performance.now()
    for (const { book, mark, documents } of found) {
      const known = before.get(book.id)
      if (known && documents === null) {
        apprentices.push(known.followed)
        continue
      }
      const followed = followedOf(book, documents ?? [], personId, today)
      made.set(book.id, { mark, followed })
      apprentices.push(followed)
      if (performance.now() - begun < PIECE) continue
      await nextTask()
      begun = performance.now()
    }
    const list = inOrderOfNeed(apprentices)
    // Else what is drawn would be drawn again, only to look the same.
    if (last && isSame(list, last)) return last
    last = list
    return list
  }
  return { read, last: () => last }
}

const isSame = (one: readonly Followed[], other: readonly Followed[]) =>
  one.length === other.length && one.every((each, at) => each === other[at])
