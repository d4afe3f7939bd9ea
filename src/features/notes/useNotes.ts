import type { PersonId } from '#domain/identifiers.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import { project, type Actor } from '#domain/rights.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'

interface Notes {
  /** Latest first. */
  readonly published: readonly ShownDocument[]
  /** What this person was writing and has not sent; the latest, should there be several. */
  readonly begun: ShownDocument | null
}

/** The notes of one logbook. `undefined` while they are read. */
export function useNotes(db: LogbookDb, actor: Actor): Notes | undefined {
  const { logbookId, personId } = actor
  const all = useDocuments(db, 'note', logbookId)
  if (!all) return undefined
  const notes = all.filter((note) => project(note, actor) !== null)
  const own = notes.filter(({ state, author }) => state === 'draft' && author === personId)
  return {
    published: notes
      .filter(({ state }) => state === 'published')
      .sort((a, b) => publishedAt(b).localeCompare(publishedAt(a))),
    begun: own.sort((a, b) => b.id.localeCompare(a.id))[0] ?? null,
  }
}

/** What others than `reader` published after an instant, latest first; `''`: ever. */
export const receivedAfter = ({ published }: Notes, reader: PersonId, at: string) =>
  published.filter((note) => note.author !== reader && publishedAt(note) > at)

/** UTC instant. */
export const publishedAt = (note: ShownDocument): string => lastVersion(note)?.at ?? ''
