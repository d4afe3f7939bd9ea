import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { compareLogbookNeeds, needsOf, type Need } from '#domain/needs.ts'
import { project } from '#domain/rights.ts'
import { weekStates, type Period, type WeekStatus } from '#domain/weekStates.ts'
import { calendarOf } from '#features/parts/calendarOf.ts'
import { apprenticeName } from '#features/parts/personName.ts'
import { policyOf } from '#programmes/policies.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import type { BookRow } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'

/** One apprentice as a trainer or coordinator sees them in a list. */
export interface Followed {
  readonly logbookId: LogbookId
  readonly name: string
  readonly facts: LogbookFacts
  readonly weeks: readonly WeekStatus[]
  readonly years: readonly Period[]
  /** Most urgent first. */
  readonly needs: readonly Need[]
  /** Visits this person has begun and not sent. */
  readonly drafts: readonly ShownDocument[]
}

/** One logbook as its follower sees it. `documents`: of this logbook. `today`: civil date. */
export function followedOf(
  { id, role, facts }: BookRow,
  documents: readonly ShownDocument[],
  personId: PersonId,
  today: string,
): Followed {
  const reader = { personId, role }
  const readable = documents.filter((document) => project(document, reader) !== null)
  const { contract, years, closedWeeks } = calendarOf(facts, readable)
  const entries = readable.filter(({ kind }) => kind === 'entry')
  const weeks = weekStates({ contract, years, closedWeeks }, entries, today)
  return {
    logbookId: id,
    name: apprenticeName(facts),
    facts,
    weeks,
    years,
    needs: needsOf(
      { documents: readable, weeks, contract, years, policy: policyOf(facts.programme) },
      reader,
      today,
    ),
    drafts: readable.filter(
      ({ kind, state, author }) => kind === 'visit' && state === 'draft' && author === personId,
    ),
  }
}

/** Who needs help comes first. */
export const inOrderOfNeed = (apprentices: readonly Followed[]): Followed[] =>
  [...apprentices].sort(
    (one, other) =>
      compareLogbookNeeds(one.needs, other.needs) || one.name.localeCompare(other.name, 'fr'),
  )
