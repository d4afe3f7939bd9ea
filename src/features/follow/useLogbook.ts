import { needsOf, type Need } from '#domain/needs.ts'
import { project, type Actor } from '#domain/rights.ts'
import { weekStates, type Period, type WeekStatus } from '#domain/weekStates.ts'
import { calendarKinds, calendarOf } from '#features/parts/calendarOf.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'

/** What one person may read of one logbook. Lists have no order. */
export interface Logbook {
  readonly weeks: readonly WeekStatus[]
  readonly years: readonly Period[]
  readonly needs: readonly Need[]
  readonly entries: readonly ShownDocument[]
  readonly visits: readonly ShownDocument[]
  readonly interviews: readonly ShownDocument[]
  readonly notes: readonly ShownDocument[]
}

const kinds = ['entry', 'visit', 'interview', 'section', 'note', ...calendarKinds] as const

/** One logbook as this device holds it. `undefined` while it is read. */
export function useLogbook(
  db: LogbookDb,
  actor: Actor,
  facts: LogbookFacts,
  today: string,
): Logbook | undefined {
  const { logbookId } = actor
  const read = useLiveQuery(async () => {
    const lists = await Promise.all(kinds.map((kind) => listDocuments(db, kind, logbookId)))
    return { logbookId, documents: lists.flat() }
  }, [db, logbookId])

  return useMemo(() => {
    // A live query goes on showing the last answer while it reads the next one.
    if (read?.logbookId !== logbookId) return undefined
    const documents = read.documents.filter((document) => project(document, actor) !== null)
    const of = (kind: ShownDocument['kind']) => documents.filter((each) => each.kind === kind)
    const { contract, years, closedWeeks } = calendarOf(facts, documents)
    const weeks = weekStates({ contract, years, closedWeeks }, of('entry'), today)
    return {
      weeks,
      years,
      needs: needsOf({ documents, weeks, contract, years }, actor, today),
      entries: of('entry'),
      visits: of('visit'),
      interviews: of('interview'),
      notes: of('note').filter(({ state }) => state === 'published'),
    }
  }, [read, logbookId, actor, facts, today])
}
