import { requestKinds, requestsFor } from '#domain/awaitingSignature.ts'
import { interviewKinds, isInterviewKind } from '#domain/interviewKinds.ts'
import { openReturn } from '#domain/logbookDocument.ts'
import { needsOf, type Need } from '#domain/needs.ts'
import { project, type Actor } from '#domain/rights.ts'
import { weekStates, type Period, type WeekStatus } from '#domain/weekStates.ts'
import { calendarKinds, calendarOf } from '#features/parts/calendarOf.ts'
import { policyOf } from '#programmes/policies.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'
import { useMemo } from 'react'
import { useLiveValue } from '#features/parts/useLiveValue.ts'

/** What one person may read of one logbook. Lists have no order. */
export interface Logbook {
  readonly weeks: readonly WeekStatus[]
  readonly years: readonly Period[]
  readonly needs: readonly Need[]
  readonly entries: readonly ShownDocument[]
  readonly visits: readonly ShownDocument[]
  readonly interviews: readonly ShownDocument[]
  readonly notes: readonly ShownDocument[]
  /** What waits for this person of the centre, see `requestsFor`; of the apprentice: claims that came back. */
  readonly requests: readonly ShownDocument[]
}

const kinds = [
  'entry',
  'visit',
  ...interviewKinds,
  'section',
  'individualSection',
  'note',
  ...calendarKinds,
  ...requestKinds,
] as const

/** One logbook as this device holds it. `undefined` while it is read. */
export function useLogbook(
  db: LogbookDb,
  actor: Actor,
  facts: LogbookFacts,
  today: string,
): Logbook | undefined {
  const { logbookId } = actor
  const read = useLiveValue(
    db,
    async (db) => ({ logbookId, documents: await listDocuments(db, kinds, logbookId) }),
    [logbookId],
  )

  return useMemo(() => {
    // A live read goes on showing the last answer while it reads the next one.
    if (read?.logbookId !== logbookId) return undefined
    const documents = read.documents.filter((document) => project(document, actor) !== null)
    const of = (kind: ShownDocument['kind']) => documents.filter((each) => each.kind === kind)
    const { contract, years, closedWeeks } = calendarOf(facts, documents)
    const weeks = weekStates({ contract, years, closedWeeks }, of('entry'), today)
    return {
      weeks,
      years,
      needs: needsOf(
        { documents, weeks, contract, years, policy: policyOf(facts.programme) },
        actor,
        today,
      ),
      entries: of('entry'),
      visits: of('visit'),
      interviews: documents.filter(({ kind }) => isInterviewKind(kind)),
      notes: of('note').filter(({ state }) => state === 'published'),
      requests:
        actor.role === 'apprentice'
          ? of('aidClaim').filter((claim) => openReturn(claim) !== null)
          : requestsFor(documents, actor),
    }
  }, [read, logbookId, actor, facts, today])
}
