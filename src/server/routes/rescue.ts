import type { Context, Handler } from 'hono'
import type { PersonId } from '#domain/identifiers.ts'
import { PUSH_BYTES_MAX } from '#protocol/conversation.ts'
import { logbookId } from '#protocol/identifier.ts'
import { rescueRequestSchema, type RescueResponse } from '#protocol/rescue.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import type { Item } from '#server/exchange/openPush.ts'
import { receiveRescue } from '#server/exchange/receiveRescue.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { findAnyDevice } from '#server/storage/logbookDevices.ts'
import { createPostgresRescue } from '#server/storage/postgresRescue.ts'
import { LONE_BYTES_MAX, readItems } from './push.ts'
import { readSyncBody } from './syncBody.ts'
import { tooLarge } from './syncProblems.ts'

/** Bytes around the operations of a parcel: its seal, and whose it is. */
const ENVELOPE = 5_000

/**
 * `POST /api/v1/logbooks/:id/rescue`: takes one parcel of a rescue file (`rescueRequestSchema`),
 * 200 `rescueResponseSchema`. What came before gets its verdict again.
 *
 * Everything else does nothing: 401 `signed-out` · 413 `too-large` · 422 `not-a-rescue` · 422
 * `not-sealed`: nothing proves that this device wrote it, and another person brings it · 404
 * `not-found`: no such logbook, or neither one’s own words nor one’s own to settle.
 */
export const postRescue = (deps: Deps): Handler<Env> => {
  const { pool, origin, now, serverKey, log, pokes } = deps
  const storage = createPostgresRescue(pool, origin)
  return async (c: Context<Env>) => {
    const id = logbookId.safeParse(c.req.param('id'))
    if (!id.success) return notFound()
    const body = await readSyncBody(c, LONE_BYTES_MAX)
    if (body instanceof Response) return body
    const request = rescueRequestSchema.safeParse(body.json)
    const items = request.success ? inOrder(readItems(request.data) ?? []) : null
    if (!request.success || !items) return notARescue()
    if (body.bytes > PUSH_BYTES_MAX + ENVELOPE && items.length > 1) return tooLarge()

    const at = now()
    const { personId: owner, deviceId, seal } = request.data
    const outcome = await receiveRescue(
      {
        ...{ storage, at: at.toISOString(), day: civilDay(at), signReceipt: serverKey.signReceipt },
        report: (error, heldId) => {
          log({ event: 'operation-held', logbookId: id.data, operationId: heldId }, error)
        },
      },
      {
        ...{ logbookId: id.data, owner, deviceId, seal, items },
        broughtBy: c.get('session').personId as PersonId,
        device: await findAnyDevice(pool, deviceId),
      },
    )
    if ('refused' in outcome) return outcome.refused === 'not-found' ? notFound() : notSealed()
    if (outcome.fresh > 0) pokes.poke({ logbookId: id.data, news: null })
    return c.json(outcome satisfies RescueResponse)
  }
}

/** The operations, or `null` where they do not stand in the order of their numbers. */
const inOrder = (items: readonly Item[]): readonly Item[] | null =>
  items.length > 0 && items.every(({ n }, index) => n > (items[index - 1]?.n ?? -Infinity))
    ? items
    : null

const notFound = () => problem(404, 'not-found', 'Ce livret n’attend rien de vous.')
const notARescue = () =>
  problem(422, 'not-a-rescue', 'Ce fichier de secours n’est pas lisible. Gardez-le.')
const notSealed = () =>
  problem(
    422,
    'not-sealed',
    'Rien ne prouve d’où vient ce fichier. Seule sa personne peut l’envoyer.',
  )
