import { addDays } from './civilDate.ts'
import { lastVersion, openReturn, type LogbookDocument } from './logbookDocument.ts'
import { addWeeks, mondayOf, weekOf, weeksBetween } from './week.ts'

/** `mixed`: a week of a year of training, part in the centre; `company`: outside of one. */
export type WeekPlace = 'company' | 'mixed' | 'closed'

/**
 * How far a week’s entry is. `none`: not expected, and there is none. `empty`: expected, there is
 * time. `late`: nothing was ever sent, and it is overdue. `kept`: sent off on this device, which the
 * server has not confirmed yet.
 */
export type WeekState =
  'none' | 'empty' | 'late' | 'draft' | 'kept' | 'sent' | 'returned' | 'signed'

export interface WeekStatus {
  /** ISO week, `2025-W41`. */
  readonly week: string
  readonly place: WeekPlace
  readonly state: WeekState
  /** The entry, if the reader sees one. */
  readonly documentId: LogbookDocument['id'] | null
}

/** An entry as a device holds it. `waiting`: the server has not confirmed all of it; absent: it has. */
type HeldEntry = LogbookDocument & { readonly waiting?: boolean }

/** Days of the civil calendar, both ends included. */
export interface Period {
  readonly start: string
  readonly end: string
}

/** When an apprentice is where. */
export interface WeekCalendar {
  readonly contract: Period
  /** Years of training of the cohort, in order. */
  readonly years: readonly Period[]
  /** ISO weeks in which no entry is expected. */
  readonly closedWeeks: readonly string[]
}

/** Whole weeks after its own that an entry may still come without being late. */
const WEEKS_OF_GRACE = 1

/**
 * Every week of the contract in order, with what came of it. `today`: civil date.
 *
 * The rules, the same for whoever looks:
 * - a week of which the contract holds only the weekend is left out;
 * - nothing is expected before a week has begun, in a closed one, or before the first year of
 *   training, when the logbook is handed out; what was written there counts all the same;
 * - an entry may come until the Sunday after its week, and is late from the Monday on;
 * - a draft that was never sent is late too: only its author sees that it is there;
 * - what was sent once is never late again; it was returned, or is being corrected.
 */
export function weekStates(
  { contract, years, closedWeeks }: WeekCalendar,
  entries: readonly HeldEntry[],
  today: string,
): WeekStatus[] {
  const thisWeek = weekOf(today)
  const firstYear = years[0]
  const begin = firstYear ? weekOf(firstYear.start) : ''
  const byWeek = new Map(entries.map((entry) => [weekOfEntry(entry), entry]))
  return weeksBetween(contract.start, contract.end)
    .filter((week) => addDays(mondayOf(week), 4) >= contract.start)
    .map((week) => {
      const entry = byWeek.get(week)
      const closed = closedWeeks.includes(week)
      const inYear = years.some((year) => holds(year, week))
      const expected = !closed && begin <= week && week <= thisWeek
      const overdue = expected && addWeeks(week, WEEKS_OF_GRACE) < thisWeek
      return {
        week,
        place: closed ? 'closed' : inYear ? 'mixed' : 'company',
        state: stateOf(entry, { expected, overdue }),
        documentId: entry?.id ?? null,
      }
    })
}

/** The ISO week an entry is about, or `null` where the reader may not see it yet. */
export function weekOfEntry(entry: LogbookDocument): string | null {
  const week = lastVersion(entry)?.content['week'] ?? entry.fields['week']?.value
  return typeof week === 'string' ? week : null
}

/** Where each year of training begins among `weeks`; the first holds what comes before it too. */
export function yearStarts(
  weeks: readonly WeekStatus[],
  years: readonly Period[],
): { readonly year: number; readonly from: string }[] {
  const begins = years.map(({ start }) => weekOf(start))
  const yearOf = (week: string) => Math.max(1, begins.filter((begin) => begin <= week).length)
  return weeks.flatMap(({ week }, index) => {
    const before = weeks[index - 1]
    const year = yearOf(week)
    return before && yearOf(before.week) === year ? [] : [{ year, from: week }]
  })
}

function stateOf(
  entry: HeldEntry | undefined,
  { expected, overdue }: { readonly expected: boolean; readonly overdue: boolean },
): WeekState {
  if (entry?.state === 'signed') return 'signed'
  if (entry?.state === 'submitted') return entry.waiting ? 'kept' : 'sent'
  if (entry && openReturn(entry)) return 'returned'
  if (entry && entry.versions.length > 0) return 'draft'
  if (overdue) return 'late'
  if (entry) return 'draft'
  return expected ? 'empty' : 'none'
}

const holds = ({ start, end }: Period, week: string) => weekOf(start) <= week && week <= weekOf(end)
