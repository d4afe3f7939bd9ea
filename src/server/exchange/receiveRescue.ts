import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import { partsOn } from '#domain/membership.ts'
import { rescueDeviceId, rescueHash } from '#domain/rescue.ts'
import { maySettle } from '#domain/rights.ts'
import type { RescueResponse } from '#protocol/rescue.ts'
import type { KnownDevice } from '#server/storage/logbookDevices.ts'
import type { RescueLogbook, RescueStorage } from '#server/storage/rescueStorage.ts'
import { beginPush, type Item, type PushContext } from './openPush.ts'
import { receive } from './receiveOperation.ts'
import { documentIdsOf, putInOrder, takeAll, type PushDeps } from './receivePush.ts'
import { isRescueSealOf } from './signatureCheck.ts'

/** A parcel of a rescue file, and who brings it. */
export interface Rescue {
  readonly logbookId: LogbookId
  readonly broughtBy: PersonId
  /** Whose device wrote it, as the file says. */
  readonly owner: PersonId
  readonly deviceId: DeviceId
  /** What the server knows of that device; `null`: nothing. */
  readonly device: KnownDevice | null
  readonly seal: string | null
  /** Each under its number on that device. */
  readonly items: readonly Item[]
}

export type RescueDeps = Omit<PushDeps, 'storage'> & {
  readonly storage: Pick<RescueStorage, 'inRescueLogbook'>
}

/** `not-found`: no such logbook, or not for who brings it. `not-sealed`: nothing says who wrote it. */
interface Refused {
  readonly refused: 'not-found' | 'not-sealed'
}

export type RescueOutcome = RescueResponse | Refused

/**
 * Takes operations that their device could not send. Those that came before get their verdict
 * again, so that nothing happens twice, whichever way comes first.
 *
 * Who brings their own, from a device of theirs, in the order in which it numbered them, has them
 * decided at once. In all other cases they are put aside (`held rescued`) for a coordinator: what
 * somebody else brings has to bear the seal of the device, so that nobody writes in the name of
 * another, and is still decided by a person.
 */
export async function receiveRescue(deps: RescueDeps, rescue: Rescue): Promise<RescueOutcome> {
  if (!isBelievable(rescue)) return { refused: 'not-sealed' }
  const outcomes = await takeAll(rescue.items, deps.report, (items, broken) =>
    takeParcel(deps, rescue, items, broken),
  )
  const results: RescueResponse['results'] = []
  let fresh = 0
  for (const outcome of outcomes) {
    if ('refused' in outcome) return outcome
    results.push(...outcome.results)
    fresh += outcome.fresh
  }
  return { results, fresh }
}

/** Whether the file can be from whom it says. */
function isBelievable({ logbookId, broughtBy, owner, deviceId, device, seal, items }: Rescue) {
  if (device && device.owner !== owner) return false
  if (broughtBy === owner) return true
  if (!device?.key || seal === null) return false
  const operations = rescueHash(items.map(({ n, body }) => ({ n, operation: body })))
  const statement = { logbook: logbookId, person: owner, device: deviceId, operations }
  return isRescueSealOf(seal, statement, device.key)
}

async function takeParcel(
  deps: RescueDeps,
  rescue: Rescue,
  items: readonly Item[],
  broken: OperationId | null,
): Promise<RescueOutcome> {
  const documentIds = documentIdsOf(items)
  const { logbookId, deviceId } = rescue
  // Of the whole parcel, so that one taken alone still has its place in it.
  const ahead = { deviceId, operationIds: rescue.items.map(({ id }) => id), documentIds }
  const outcome = await deps.storage.inRescueLogbook(logbookId, ahead, (logbook) =>
    takeIn(logbook, deps, rescue, { items, documentIds, broken }),
  )
  return outcome ?? { refused: 'not-found' }
}

/** `items`: of the parcel, those to take now. */
interface Taking {
  readonly items: readonly Item[]
  readonly documentIds: readonly DocumentId[]
  readonly broken: OperationId | null
}

async function takeIn(
  logbook: RescueLogbook,
  { day, at, signReceipt, report }: RescueDeps,
  { logbookId, broughtBy, owner, deviceId, device, seal, items: all }: Rescue,
  { items, documentIds, broken }: Taking,
): Promise<RescueOutcome> {
  const parts = partsOn(logbook.memberships, day)
  const part = parts.get(owner)
  const isOwn = broughtBy === owner
  const isTheirs = isOwn || maySettle(logbook.memberships, broughtBy, day)
  if (!part || !isTheirs) return { refused: 'not-found' }

  const known = new Map(logbook.results)
  const order = putInOrder(all, known, logbook.lastN)
  const isPutAside = !isOwn || device?.isTrusted !== true || 'refused' in order
  const context: PushContext = {
    ...{ logbookId, deviceId, parts, at, signReceipt, report, broken, isPutAside },
    key: device?.key ?? null,
    pusher: { personId: owner, ...part },
  }
  const open = beginPush(logbook, documentIds, context)
  const countAs = rescueDeviceId(deviceId)
  const rescued: { id: OperationId; n: number }[] = []
  let lastN = logbook.lastRescued
  const counted: typeof open = {
    ...open,
    keep: (operation) => {
      lastN += 1
      rescued.push({ id: operation.id, n: operation.n })
      open.keep({ ...operation, deviceId: countAs, n: lastN })
    },
  }
  for (const item of items) {
    if (!known.has(item.id)) known.set(item.id, await receive(counted, item))
  }
  if (rescued.length > 0) {
    const changes = open.changes({ deviceId: countAs, lastN, pending: 0 })
    await logbook.write({ ...changes, rescued, origin: { deviceId, owner, broughtBy, seal } })
  }
  const results = items.flatMap(({ id }) => {
    const result = known.get(id)
    return result ? [{ id, verdict: result.verdict, code: result.code }] : []
  })
  return { results, fresh: rescued.length }
}
