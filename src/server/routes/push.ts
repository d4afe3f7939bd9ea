import type { Context, Handler } from 'hono'
import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import { documentId, operationId } from '#protocol/identifier.ts'
import { PUSH_BYTES_MAX } from '#protocol/conversation.ts'
import {
  pushRequestSchema,
  type PushRequest,
  type PushResponse,
  type Result,
} from '#protocol/sync.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { problem } from '#server/problem.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { inTransaction } from '#server/storage/database.ts'
import { findDevice, noteContact, type Device } from '#server/storage/logbookDevices.ts'
import { findResults, lastNumber, moveCounter } from '#server/storage/logbookOperations.ts'
import { listMembers, lockLogbook, moveHead } from '#server/storage/logbooks.ts'
import { POKE_CHANNEL } from '#server/storage/pokeListener.ts'
import { load, receive, type OpenPush } from './pushOperation.ts'
import { readSyncBody } from './pushBody.ts'

/** One operation cannot be cut in two: alone in its push it may be this long, in bytes. */
const LONE_BYTES_MAX = 1_024_000

/**
 * `POST /sync/v1/push`: takes one device’s operations for one logbook.
 *
 * Answers 200 `{ results, serverTime }`, one verdict per operation in the order sent; one that
 * came before gets its first verdict again, and a refused one does not stop the next. Every other
 * answer is about the envelope, does nothing, and leaves the outbox as it is: 401 `signed-out` ·
 * 413 `too-large` · 422 `not-our-protocol` · 403 `unknown-device` · 403 `not-a-member`, or no
 * such logbook · 409 `{ code: 'gap' | 'fork', expected }`, where `n` is not the next one.
 */
export const push =
  (deps: Deps): Handler<Env> =>
  async (c: Context<Env>) => {
    const body = await readSyncBody(c, LONE_BYTES_MAX)
    if (body === null) return tooLarge()
    const request = pushRequestSchema.safeParse(body.json)
    const items = request.success ? readItems(request.data) : null
    if (!request.success || !items) return notOurProtocol()
    if (body.bytes > PUSH_BYTES_MAX && items.length > 1) return tooLarge()

    const personId = c.get('session').personId as PersonId
    const device = await findDevice(deps.pool, request.data.deviceId, personId)
    if (!device) return unknownDevice()

    const answer = await pushItems(deps, { ...request.data, personId, device, items })
    if (answer instanceof Response) return answer
    return c.json(answer)
  }

/** More than this a device does not hold; it may claim anything. */
const PENDING_MAX = 1_000_000

interface Item {
  readonly id: OperationId
  readonly n: number
  readonly body: unknown
}

interface Push extends Pick<PushRequest, 'logbookId' | 'deviceId' | 'pending'> {
  readonly personId: PersonId
  readonly device: Device
  readonly items: readonly Item[]
}

async function pushItems(deps: Deps, push: Push): Promise<PushResponse | Response> {
  const { pool, now, log } = deps
  const { logbookId, deviceId, items, personId } = push
  const at = now()
  const pending = Math.min(Math.max(0, push.pending - items.length), PENDING_MAX)

  const answer = await inTransaction(pool, async (tx) => {
    const start = await lockLogbook(tx, logbookId)
    const members = await listMembers(tx, logbookId, civilDay(at))
    const role = members.get(personId)
    if (!start || !role) return notAMember()

    const known = await findResults(
      tx,
      logbookId,
      items.map(({ id }) => id),
    )
    const before = await lastNumber(tx, logbookId, deviceId)
    const order = putInOrder(items, known, before)
    if ('refusal' in order) return order.refusal

    const open: OpenPush = {
      tx,
      logbookId,
      deviceId,
      members,
      pusher: { personId, role },
      key: push.device.key,
      at: at.toISOString(),
      signReceipt: deps.serverKey.signReceipt,
      report: (error, id) => {
        log({ event: 'operation-held', logbookId, operationId: id }, error)
      },
      documents: new Map(),
    }
    await load(open, documentIdsOf(order.fresh))

    let head = start
    for (const item of order.fresh) {
      const { verdict, code, ...place } = await receive(open, item, head)
      known.set(item.id, { id: item.id, n: item.n, seq: place.seq, verdict, code })
      head = place
    }
    if (order.fresh.length > 0) {
      await moveHead(tx, logbookId, head)
      // Heard by every process when, and only when, this commits.
      await tx.query(`select pg_notify('${POKE_CHANNEL}', $1)`, [logbookId])
    }
    await moveCounter(tx, logbookId, { deviceId, lastN: order.lastN, pending })
    return resultsOf(items, known)
  })
  if (answer instanceof Response) return answer
  await noteContact(pool, deviceId, { at, pending })
  return { results: answer, serverTime: at.toISOString() }
}

type Order =
  { readonly fresh: readonly Item[]; readonly lastN: number } | { readonly refusal: Response }

/**
 * Which operations are new, in order. A number that is not the next one means that the server
 * lost something (`gap`), or that two devices write under one id (`fork`). An operation that came
 * before under another device’s id takes its number here too: a cloned device begins anew with
 * operations of which some had arrived.
 */
function putInOrder(
  items: readonly Item[],
  known: ReadonlyMap<OperationId, Result>,
  before: number,
): Order {
  const fresh = new Map<OperationId, Item>()
  let lastN = before
  for (const item of items) {
    const isNext = item.n === lastN + 1
    if (isNext) lastN += 1
    if (known.has(item.id) || fresh.has(item.id)) continue
    if (!isNext) return { refusal: outOfOrder(item.n, lastN + 1) }
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

/** The operations under their ids, or `null` where one has none: it could not be answered. */
function readItems({ operations }: PushRequest): Item[] | null {
  const items: Item[] = []
  for (const { n, operation } of operations) {
    const id = operationId.safeParse(memberOf(operation, 'id'))
    if (!id.success) return null
    items.push({ id: id.data, n, body: operation })
  }
  return items
}

const documentIdsOf = (items: readonly Item[]): DocumentId[] =>
  items.flatMap(({ body }) => documentId.safeParse(memberOf(body, 'documentId')).data ?? [])

const memberOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

export const tooLarge = () =>
  problem(413, 'too-large', 'Cet envoi est trop lourd. Envoyez-le en plusieurs fois.')
export const notOurProtocol = () =>
  problem(422, 'not-our-protocol', 'Cet envoi n’est pas lisible. Mettez Livret à jour.')
export const unknownDevice = () =>
  problem(403, 'unknown-device', 'Livret ne connaît pas cet appareil. Reconnectez-vous.')
const notAMember = () => problem(403, 'not-a-member', 'Vous n’avez pas accès à ce livret.')

const outOfOrder = (n: number, expected: number) =>
  n > expected
    ? problem(409, 'gap', 'Il manque un envoi d’avant. Il va repartir.', { expected })
    : problem(409, 'fork', 'Deux appareils écrivent sous le même nom.', { expected })
