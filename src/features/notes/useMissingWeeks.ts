import { project, type Actor } from '#domain/rights.ts'
import { weekStates } from '#domain/weekStates.ts'
import { calendarKinds, calendarOf } from '#features/parts/calendarOf.ts'
import { useLiveValue } from '#features/parts/useLiveValue.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'
import { useMemo } from 'react'

const kinds = ['entry', ...calendarKinds] as const

/**
 * The ISO weeks of a logbook that are late, in order: nothing of them was sent. None while they are
 * read, and none unless `asked`. `today`: civil date.
 */
export function useMissingWeeks(
  db: LogbookDb,
  actor: Actor,
  facts: LogbookFacts,
  { today, asked }: { readonly today: string; readonly asked: boolean },
): readonly string[] {
  const { logbookId } = actor
  const read = useLiveValue(
    db,
    async (db) => ({
      logbookId,
      documents: asked ? await listDocuments(db, kinds, logbookId) : [],
    }),
    [logbookId, asked],
  )

  return useMemo(() => {
    // A live read goes on showing the last answer while it reads the next one.
    if (!asked || read?.logbookId !== logbookId) return []
    const documents = read.documents.filter((document) => project(document, actor) !== null)
    const entries = documents.filter(({ kind }) => kind === 'entry')
    return weekStates(calendarOf(facts, documents), entries, today)
      .filter(({ state }) => state === 'late')
      .map(({ week }) => week)
  }, [read, asked, logbookId, actor, facts, today])
}
