import type { LogbookId } from '#domain/identifiers.ts'
import type { KindName } from '#domain/kinds.ts'
import { isKnown } from '#protocol/pulledDocument.ts'
import type { BookRow, LogbookDb } from './database.ts'
import { shownOf, type ShownDocument } from './documents.ts'
import { documentsIn } from './packs.ts'
import { everything } from './tables.ts'

export interface FoundBook {
  readonly book: BookRow
  /** Another one as soon as anything in the logbook is otherwise. */
  readonly mark: string
  /** Of the kinds asked for; `null`: as they were when the logbook had this mark before. */
  readonly documents: readonly ShownDocument[] | null
}

/**
 * The logbooks this device holds. Documents are read only of those that have another mark than in
 * `known`: of three hundred logbooks, what somebody signs changes one. No order.
 *
 * Nothing is pulled into a logbook, and nothing written, without its progress or what is shown
 * beside being written in the same transaction: these are read, and watched, whole.
 */
export const listChangedBooks = (
  db: LogbookDb,
  kinds: readonly KindName[],
  known: ReadonlyMap<LogbookId, string>,
): Promise<FoundBook[]> =>
  db.read(['books', 'packs', 'shown', 'progress'], async (tx) => {
    const [books, progress, shown] = await Promise.all([
      tx.books.list(everything),
      tx.progress.list(everything),
      tx.shown.list(everything),
    ])
    const found = books.map((book) => {
      const own = progress.find(({ logbookId }) => logbookId === book.id)
      const written = shown.filter(({ logbookId }) => logbookId === book.id)
      const mark = JSON.stringify([book, own, written])
      // What did not add up may be brought anew, and stand where it stood.
      const isSame = known.get(book.id) === mark && own !== undefined && own.seq > 0
      return { book, mark, own, written, isSame }
    })
    const changed = found.filter(({ isSame }) => !isSame)
    const packs = await Promise.all(
      changed.map(({ book }) => tx.packs.list({ index: 'logbook', prefix: [book.id] })),
    )
    const pulled = new Map(changed.map(({ book }, index) => [book.id, packs[index] ?? []]))
    const isWanted = ({ kind }: { readonly kind: KindName }) => kinds.includes(kind)
    return found.map(({ book, mark, own, written, isSame }) => {
      if (isSame) return { book, mark, documents: null }
      const held = documentsIn(pulled.get(book.id) ?? [])
      const wanted = held.filter((each) => isKnown(each) && isWanted(each))
      return { book, mark, documents: shownOf(wanted, written.filter(isWanted), own ? [own] : []) }
    })
  })
