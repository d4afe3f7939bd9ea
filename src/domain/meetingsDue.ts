import { addDays, addMonths, daysBetween } from './civilDate.ts'
import { draftContent, textOf } from './content.ts'
import { worksOn } from './contract/workWeeks.ts'
import { kinds } from './kinds.ts'
import type { Kind } from './kind.ts'
import { lastVersion, type LogbookDocument } from './logbookDocument.ts'
import type { Content } from './operation.ts'
import type { Period } from './weekStates.ts'

/** What a centre asks of those who follow its apprentices: its policy, not the law. */
export interface FollowPolicy {
  /** Visits that a training year holds at least. */
  readonly visitsAYear: number
  /** Months until the first tripartite interview, see `firstInterviewBy`; `null`: none is asked for. */
  readonly firstInterviewMonths: number | null
}

export interface Followed {
  readonly documents: readonly LogbookDocument[]
  /** From the first day of the logbook to the last. */
  readonly contract: Period
  /** Years of training of the cohort. */
  readonly years: readonly Period[]
}

/**
 * By when the next visit of the running year of training is held, or `null`: none is missing.
 *
 * Source: programme sheet, « A minima, deux visites de suivi sont menées par les formateurs par
 * année de formation » (also RNQ indicators 10 and 13). When, it leaves open: ours is that they
 * share the year evenly, the last is done by its end. A contract that enters or leaves a year midway
 * has its dates moved; what was visited in the holidays before a year counts for it. Past years are
 * not asked for again.
 */
export function nextVisitBy(
  { documents, contract, years }: Followed,
  { visitsAYear }: FollowPolicy,
  today: string,
): string | null {
  const at = years.findIndex(({ start, end }) => start <= today && today <= end)
  const year = years[at]
  if (!year || today < contract.start || today > contract.end) return null
  const before = years[at - 1]
  const since = before ? addDays(before.end, 1) : contract.start
  const done = documents.filter((document) => {
    if (document.kind !== 'visit') return false
    const date = textOf(lastVersion(document)?.content ?? {}, 'date')
    return date >= since && date <= year.end
  }).length
  if (done >= visitsAYear) return null

  const start = year.start > contract.start ? year.start : contract.start
  const end = year.end < contract.end ? year.end : contract.end
  return addDays(start, Math.floor((daysBetween(start, end) * (done + 1)) / visitsAYear))
}

/**
 * By when the first tripartite interview of the running contract is held; `null`: it was begun, or
 * the centre asks for none. A change of company asks for another one.
 *
 * Source: Code du travail, art. R6233-58 of before 2020: within two months of the conclusion. It is
 * the centre’s policy now (domain notes, §0, row 11, and §2.5, “or start”): counted from the first
 * day, where the contract was concluded before it.
 */
export function firstInterviewBy(
  { documents, contract }: Followed,
  { firstInterviewMonths }: FollowPolicy,
  today: string,
): string | null {
  if (firstInterviewMonths === null || today < contract.start || today > contract.end) return null
  const contracts = documents.flatMap((document): Content[] => {
    const content = document.kind === 'contract' ? lastVersion(document)?.content : undefined
    return content ? [content] : []
  })
  const running = contracts
    .filter((content) => worksOn(content, today))
    .sort((one, other) => textOf(one, 'start').localeCompare(textOf(other, 'start')))
    .at(-1)
  // Between two companies nobody can be met.
  if (contracts.length > 0 && !running) return null
  const [start, concluded] = running
    ? [textOf(running, 'start'), textOf(running, 'concludedOn')]
    : [contract.start, '']
  const begun = documents.some((document) => {
    if (document.kind !== 'interview' || document.state === 'discarded') return false
    const kind: Kind = kinds.interview
    const content = lastVersion(document)?.content ?? draftContent(kind, document)
    const date = textOf(content, 'date')
    return textOf(content, 'type') === 'tripartite' && (date === '' || date >= start)
  })
  return begun ? null : addMonths(concluded > start ? concluded : start, firstInterviewMonths)
}
