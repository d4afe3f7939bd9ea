import type { AlternationCalendar } from '#domain/calendar/alternation.ts'
import type { HalfDay } from '#domain/calendar/day.ts'
import type { Actor } from '#domain/rights.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { useMemo } from 'react'
import { useAbsentHalves } from './useAbsentHalves.ts'
import { useAlternation } from './useAlternation.ts'
import { contentsOf } from './calendarOf.ts'
import { useDocuments } from './useDocuments.ts'
import { useContracts, type Contracts } from './useContracts.ts'

export interface OwnCalendar {
  /** `undefined` while they are read. */
  readonly contracts: Contracts | undefined
  /** `undefined` while it is fetched; `null`: nobody has said when the cohort is where. */
  readonly calendar: AlternationCalendar | null | undefined
  readonly absent: readonly HalfDay[]
}

/** Where the apprentice of one logbook is, day by day, by all that its documents say. */
export function useOwnCalendar(db: LogbookDb, facts: LogbookFacts, actor: Actor): OwnCalendar {
  const contracts = useContracts(db, actor)
  const contents = useMemo(() => contracts?.published.map(({ content }) => content), [contracts])
  const paths = useDocuments(db, 'individualPath', actor.logbookId)
  const changes = useMemo(() => paths && contentsOf(paths, 'individualPath'), [paths])
  return {
    contracts,
    calendar: useAlternation(facts, contents, changes),
    absent: useAbsentHalves(db, actor.logbookId),
  }
}
