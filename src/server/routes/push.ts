import type { Context, Handler } from 'hono'
import type { PersonId } from '#domain/identifiers.ts'
import { PUSH_BYTES_MAX } from '#protocol/conversation.ts'
import { operationId } from '#protocol/identifier.ts'
import { pushRequestSchema, type PushRequest, type PushResponse } from '#protocol/sync.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { memberOf } from '#server/exchange/memberOf.ts'
import type { Item } from '#server/exchange/openPush.ts'
import { receivePush, type PushOutcome } from '#server/exchange/receivePush.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { findDevice, noteContact } from '#server/storage/logbookDevices.ts'
import { readSyncBody } from './syncBody.ts'
import { notOurProtocol, tooLarge, unknownDevice } from './syncProblems.ts'

/** One operation cannot be cut in two: alone in its push it may be this long, in bytes. */
export const LONE_BYTES_MAX = 1_024_000

/** More than this a device does not hold; it may claim anything. */
const PENDING_MAX = 1_000_000

/**
 * `POST /sync/v1/push`: takes one device’s operations for one logbook.
 *
 * Answers 200 `{ results, serverTime }`, one verdict per operation in the order sent; one that
 * came before gets its first verdict again, and a refused one does not stop the next. Every other
 * answer is about the envelope, does nothing, and leaves the outbox as it is: 401 `signed-out` ·
 * 413 `too-large` · 422 `not-our-protocol` · 403 `unknown-device` · 403 `not-a-member`: never was,
 * or no such logbook · 409 `{ code: 'gap' | 'fork', expected }`, where `n` is not the next one.
 */
export const push =
  (deps: Deps): Handler<Env> =>
  async (c: Context<Env>) => {
    const body = await readSyncBody(c, LONE_BYTES_MAX)
    if (body instanceof Response) return body
    const request = pushRequestSchema.safeParse(body.json)
    const items = request.success ? readItems(request.data) : null
    if (!request.success || !items) return notOurProtocol()
    if (body.bytes > PUSH_BYTES_MAX && items.length > 1) return tooLarge()

    const { pool, storage, now, log, serverKey, pokes } = deps
    const { deviceId, logbookId } = request.data
    const personId = c.get('session').personId as PersonId
    const device = await findDevice(pool, deviceId, personId)
    if (!device) return unknownDevice()

    const at = now()
    const pending = Math.min(Math.max(0, request.data.pending - items.length), PENDING_MAX)
    const outcome = await receivePush(
      {
        storage,
        at: at.toISOString(),
        day: civilDay(at),
        signReceipt: serverKey.signReceipt,
        report: (error, id) => {
          log({ event: 'operation-held', logbookId, operationId: id }, error)
        },
      },
      { logbookId, personId, deviceId, key: device.key, pending, items },
    )
    if ('refused' in outcome) return refusal(outcome)
    const { results, news } = outcome
    for (const each of news) pokes.poke({ logbookId, news: each })
    // All is written: what is only noted beside it must not make the device send it once more.
    await noteContact(pool, device, { at, pending }).catch((error: unknown) => {
      log({ event: 'contact-not-noted' }, error)
    })
    return c.json({ results: [...results], serverTime: at.toISOString() } satisfies PushResponse)
  }

/** The operations under their ids, or `null` where one has none: it could not be answered. */
export function readItems({ operations }: Pick<PushRequest, 'operations'>): Item[] | null {
  const items: Item[] = []
  for (const { n, operation } of operations) {
    const id = operationId.safeParse(memberOf(operation, 'id'))
    if (!id.success) return null
    items.push({ id: id.data, n, body: operation })
  }
  return items
}

function refusal(outcome: Extract<PushOutcome, { refused: string }>): Response {
  if (outcome.refused === 'not-a-member') {
    return problem(403, 'not-a-member', 'Vous n’avez pas accès à ce livret.')
  }
  const { refused, expected } = outcome
  return refused === 'gap'
    ? problem(409, 'gap', 'Il manque un envoi d’avant. Il va repartir.', { expected })
    : problem(409, 'fork', 'Deux appareils écrivent sous le même nom.', { expected })
}
