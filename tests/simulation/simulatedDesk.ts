import type { DeviceId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import { settleRequestSchema, type HeldList } from '#protocol/held.ts'
import { rescueRequestSchema } from '#protocol/rescue.ts'
import { listHeld } from '#server/exchange/listHeld.ts'
import type { Item } from '#server/exchange/openPush.ts'
import { receiveRescue, type Rescue } from '#server/exchange/receiveRescue.ts'
import { settleHeld } from '#server/exchange/settleHeld.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { KnownDevice } from '#server/storage/logbookDevices.ts'
import type { MemoryStorage } from './memoryStorage.ts'
import { json, problem, type Reply, type Sent } from './reply.ts'
import { serverKey } from './signingKeys.ts'

export interface DeskWatch {
  /** What somebody is shown of what was put aside. */
  readonly onHeld: (id: LogbookId, personId: PersonId, list: HeldList) => void
  /** A parcel of a rescue file came, and what was answered. */
  readonly onRescue: (rescue: Rescue, isTaken: boolean) => void
  /** A logbook has changed: who listens is told to pull. */
  readonly onPoke: (id: LogbookId) => void
  readonly onBroken: (error: unknown, id: OperationId) => void
  readonly count: (name: string) => void
}

interface DeskOptions {
  readonly storage: MemoryStorage
  readonly time: () => number
  readonly findDevice: (id: DeviceId) => KnownDevice | null
  readonly watch: DeskWatch
}

/** What the routes `held.ts` and `rescue.ts` do, without HTTP. `null`: it is no address of theirs. */
export async function answerDesk(
  options: DeskOptions,
  sent: Sent,
  personId: PersonId,
): Promise<Reply | null> {
  const [, id, what, operationId] = DESK.exec(sent.path) ?? []
  if (!id || !what) return null
  const logbookId = id as LogbookId
  if (what === 'rescue') return rescue(options, logbookId, sent.body, personId)
  return operationId
    ? settle(options, logbookId, operationId as OperationId, sent.body, personId)
    : list(options, logbookId, personId)
}

const DESK = /^\/api\/v1\/logbooks\/([^/]+)\/(held|rescue)(?:\/([^/]+))?$/u

async function list(
  { storage, time, watch }: DeskOptions,
  id: LogbookId,
  personId: PersonId,
): Promise<Reply> {
  const day = civilDay(new Date(time()))
  const found = await listHeld(storage, id, { personId, day })
  if (!found) return problem(404, 'not-found')
  watch.onHeld(id, personId, found)
  return json(found)
}

async function settle(
  { storage, time, watch }: DeskOptions,
  logbookId: LogbookId,
  operationId: OperationId,
  body: unknown,
  settler: PersonId,
): Promise<Reply> {
  const request = settleRequestSchema.safeParse(body)
  if (!request.success) return problem(422, 'not-readable')
  const { decision, reason } = request.data
  const at = new Date(time())
  const outcome = await settleHeld(
    {
      ...{ storage, day: civilDay(at), at: at.toISOString(), signReceipt: serverKey.signReceipt },
      report: watch.onBroken,
    },
    { logbookId, operationId, settler, decision, reason: reason ?? null },
  )
  if ('refused' in outcome) {
    watch.count(`settled ${outcome.refused}`)
    return problem(outcome.refused === 'not-found' ? 404 : 409, outcome.refused)
  }
  watch.count(`settled ${outcome.verdict}`)
  watch.onPoke(logbookId)
  return json(outcome)
}

async function rescue(
  { storage, time, findDevice, watch }: DeskOptions,
  logbookId: LogbookId,
  body: unknown,
  broughtBy: PersonId,
): Promise<Reply> {
  const request = rescueRequestSchema.safeParse(body)
  if (!request.success) return problem(422, 'not-a-rescue')
  const { personId: owner, deviceId, seal } = request.data
  const items = request.data.operations.map(({ n, operation }): Item => ({
    id: (operation as { id: OperationId }).id,
    n,
    body: operation,
  }))
  const at = new Date(time())
  const brought = { logbookId, broughtBy, owner, deviceId, seal, items }
  const parcel: Rescue = { ...brought, device: findDevice(deviceId) }
  const outcome = await receiveRescue(
    {
      ...{ storage, day: civilDay(at), at: at.toISOString(), signReceipt: serverKey.signReceipt },
      report: watch.onBroken,
    },
    parcel,
  )
  watch.onRescue(parcel, !('refused' in outcome))
  if ('refused' in outcome) {
    watch.count(`rescue ${outcome.refused}`)
    return problem(outcome.refused === 'not-found' ? 404 : 422, outcome.refused)
  }
  watch.count('rescue parcels taken')
  if (outcome.fresh > 0) watch.onPoke(logbookId)
  return json(outcome)
}
