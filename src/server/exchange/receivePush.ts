import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import { partsOn } from '#domain/membership.ts'
import { documentId } from '#protocol/identifier.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import type { Result } from '#protocol/sync.ts'
import { Unstorable, type LogbookStorage } from '#server/storage/logbookStorage.ts'
import { memberOf } from './memberOf.ts'
import { beginPush, type Item, type PushContext } from './openPush.ts'
import { newsOf, type News } from './news.ts'
import { receive } from './receiveOperation.ts'

/** What a device sends of one logbook. */
export interface Push {
  readonly logbookId: LogbookId
  readonly personId: PersonId
  readonly deviceId: DeviceId
  /** The device’s key, or `null`: it does not sign. */
  readonly key: SigningKey | null
  /** How many operations the device will hold after these. */
  readonly pending: number
  readonly items: readonly Item[]
}

export interface PushDeps {
  readonly storage: Pick<LogbookStorage, 'inLogbook'>
  /** UTC instant by the server’s clock, and the civil day in France. */
  readonly at: string
  readonly day: string
  readonly signReceipt: (payload: unknown) => string
  /** Told what broke on our side, with the operation’s id. */
  readonly report: (error: unknown, id: OperationId) => void
}

export type PushOutcome =
  /** `news`: what changed, for who has the logbook open; in order. */
  | { readonly results: readonly Result[]; readonly news: readonly News[] }
  /** Nothing was done. `expected`: the number that comes next. */
  | { readonly refused: 'not-a-member' }
  | { readonly refused: 'gap' | 'fork'; readonly expected: number }

/**
 * Takes one device’s operations for one logbook, in their order, and gives a verdict for each: one
 * that came before gets its first verdict again, and a refused one does not stop the next.
 *
 * All are written together. Where the database refuses what one of them says, each is taken alone,
 * and that one is held for a person to look at.
 */
export async function receivePush(deps: PushDeps, push: Push): Promise<PushOutcome> {
  const outcomes = await takeAll(push.items, deps.report, (items, broken) =>
    takeTogether(deps, { ...push, items }, broken),
  )
  const results: Result[] = []
  const news: News[] = []
  for (const outcome of outcomes) {
    if ('refused' in outcome) return outcome
    results.push(...outcome.results)
    news.push(...outcome.news)
  }
  return { results, news }
}

/**
 * Takes operations together; where the database refuses what one of them says, each alone, and that
 * one as `broken`. Ends with the first refusal. Gives what came of each time, in order.
 */
export async function takeAll<Outcome extends object>(
  items: readonly Item[],
  report: PushDeps['report'],
  take: (items: readonly Item[], broken: OperationId | null) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  try {
    return [await take(items, null)]
  } catch (error) {
    if (!(error instanceof Unstorable)) throw error
  }
  const outcomes: Outcome[] = []
  for (const item of items) {
    const outcome = await take([item], null).catch((error: unknown) => {
      if (!(error instanceof Unstorable)) throw error
      report(error.cause, item.id)
      return take([item], item.id)
    })
    outcomes.push(outcome)
    if ('refused' in outcome) break
  }
  return outcomes
}

/** `broken`: the operation that is kept as it is, and not carried out. */
async function takeTogether(
  deps: PushDeps,
  push: Push,
  broken: OperationId | null,
): Promise<PushOutcome> {
  const { storage, at, day, signReceipt, report } = deps
  const { logbookId, deviceId, personId, key, items, pending } = push
  const documentIds = documentIdsOf(items)
  const ahead = { deviceId, operationIds: items.map(({ id }) => id), documentIds }
  const outcome = await storage.inLogbook(logbookId, ahead, async (logbook) => {
    const parts = partsOn(logbook.memberships, day)
    const part = parts.get(personId)
    if (!part) return { refused: 'not-a-member' } as const

    const known = new Map(logbook.results)
    const order = putInOrder(items, known, logbook.lastN)
    if ('refused' in order) return order

    const context: PushContext = {
      ...{ logbookId, deviceId, key, parts, at, signReceipt, report, broken },
      pusher: { personId, ...part },
    }
    const open = beginPush(logbook, documentIds, context)
    for (const item of order.fresh) known.set(item.id, await receive(open, item))
    const changes = open.changes({ deviceId, lastN: order.lastN, pending })
    logbook.write(changes)
    const results = resultsOf(items, known)
    const news = order.fresh.length > 0 ? [newsOf(logbook, changes, context, results)] : []
    return { results, news }
  })
  return outcome ?? { refused: 'not-a-member' }
}

type Order =
  | { readonly fresh: readonly Item[]; readonly lastN: number }
  | { readonly refused: 'gap' | 'fork'; readonly expected: number }

/**
 * Which operations are new, in order. A number that is not the next one means that the server
 * lost something (`gap`), or that two devices write under one id (`fork`). An operation that came
 * before under another device’s id takes its number here too: a cloned device begins anew with
 * operations of which some had arrived.
 */
export function putInOrder(
  items: readonly Item[],
  known: ReadonlyMap<OperationId, Result>,
  before: number,
): Order {
  const fresh = new Map<OperationId, Item>()
  let lastN = before
  for (const item of items) {
    const expected = lastN + 1
    const isNext = item.n === expected
    if (isNext) lastN = expected
    if (known.has(item.id) || fresh.has(item.id)) continue
    if (!isNext) return { refused: item.n > expected ? 'gap' : 'fork', expected }
    fresh.set(item.id, item)
  }
  return { fresh: [...fresh.values()], lastN }
}

/** In the order sent, each under the number it was sent with. */
const resultsOf = (items: readonly Item[], known: ReadonlyMap<OperationId, Result>): Result[] =>
  items.flatMap(({ id, n }) => {
    const result = known.get(id)
    return result ? [{ ...result, n }] : []
  })

export const documentIdsOf = (items: readonly Item[]): DocumentId[] =>
  items.flatMap(({ body }) => documentId.safeParse(memberOf(body, 'documentId')).data ?? [])
