import type { Context, Handler } from 'hono'
import type { PersonId } from '#domain/identifiers.ts'
import { REASON_MAX } from '#domain/operation.ts'
import { settleRequestSchema, type Settled } from '#protocol/held.ts'
import { logbookId, operationId } from '#protocol/identifier.ts'
import type { Deps } from '#server/deps.ts'
import type { Env } from '#server/env.ts'
import { countHeld, listHeld } from '#server/exchange/listHeld.ts'
import { settleHeld, type SettleOutcome } from '#server/exchange/settleHeld.ts'
import { problem } from '#server/problem.ts'
import { readJson } from '#server/readJson.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { createPostgresHeld } from '#server/storage/postgresHeld.ts'

/** A reason of ten thousand letters, each as an escape, and the rest of the request; in bytes. */
const BYTES_MAX = 100_000

/**
 * `GET /api/v1/logbooks/held`: in which logbooks something waits for this person to decide
 * (`heldCountsSchema`); none for who decides nowhere. 401 `signed-out`.
 */
export const getHeldCounts = ({ pool, origin, now }: Deps): Handler<Env> => {
  const storage = createPostgresHeld(pool, origin)
  return async (c) => c.json(await countHeld(storage, askingOf(c, now())))
}

/**
 * `GET /api/v1/logbooks/:id/held`: what was put aside in this logbook and waits (`heldListSchema`).
 *
 * 401 `signed-out` · 404 `not-found`: no such logbook, or not for this person to decide.
 */
export const getHeld = ({ pool, origin, now }: Deps): Handler<Env> => {
  const storage = createPostgresHeld(pool, origin)
  return async (c) => {
    const id = logbookId.safeParse(c.req.param('id'))
    const list = id.success ? await listHeld(storage, id.data, askingOf(c, now())) : null
    return list ? c.json(list) : notFound()
  }
}

/**
 * `POST /api/v1/logbooks/:id/held/:operationId` `{ decision, reason }`: settles it for good, 200
 * `{ verdict, code }`. `take` decides it now as its author; `refuse` needs a reason.
 *
 * 401 `signed-out` · 404 `not-found`: see above, or it was never put aside · 409 `already-settled` ·
 * 409 `earlier-first`: the same device wrote something before it that waits too · 409 `still-held` with `why`: it cannot be read or carried out today either · 422 `no-reason` ·
 * 422 `too-long` · what `readJson` refuses.
 */
export const postHeld = (deps: Deps): Handler<Env> => {
  const { pool, origin, now, serverKey, log, pokes } = deps
  const storage = createPostgresHeld(pool, origin)
  return async (c) => {
    const id = logbookId.safeParse(c.req.param('id'))
    const operation = operationId.safeParse(c.req.param('operationId'))
    if (!id.success || !operation.success) return notFound()
    const body = await readJson(c, settleRequestSchema, { max: BYTES_MAX })
    if (!body.ok) return body.refusal
    const { decision } = body.value
    const reason = body.value.reason?.trim() ?? ''
    if (decision === 'refuse' && reason === '') {
      return problem(422, 'no-reason', 'Écrivez pourquoi. La personne le lira.')
    }
    if (reason.length > REASON_MAX) {
      return problem(422, 'too-long', `La raison est trop longue (${REASON_MAX} signes au plus).`)
    }

    const at = now()
    const { personId: settler, day } = askingOf(c, at)
    const outcome = await settleHeld(
      {
        ...{ storage, day, at: at.toISOString(), signReceipt: serverKey.signReceipt },
        report: (error, heldId) => {
          log({ event: 'operation-held', logbookId: id.data, operationId: heldId }, error)
        },
      },
      {
        ...{ logbookId: id.data, operationId: operation.data, settler, decision },
        reason: reason === '' ? null : reason,
      },
    )
    if ('refused' in outcome) return refusal(outcome)
    pokes.poke({ logbookId: id.data, news: null })
    const { verdict, code } = outcome
    return c.json({ verdict, code } satisfies Settled)
  }
}

const askingOf = (c: Context<Env>, at: Date) => ({
  personId: c.get('session').personId as PersonId,
  day: civilDay(at),
})

const notFound = () => problem(404, 'not-found', 'Il n’y a rien à trancher à cette adresse.')

function refusal(outcome: Extract<SettleOutcome, { refused: string }>): Response {
  switch (outcome.refused) {
    case 'not-found':
      return notFound()
    case 'earlier-first':
      return problem(409, 'earlier-first', 'Décidez d’abord de ce qui a été écrit avant.')
    case 'already-settled':
      return problem(409, 'already-settled', 'Quelqu’un l’a déjà tranché.')
    case 'still-held':
      return problem(409, 'still-held', 'Livret ne sait toujours pas le lire. Il reste gardé.', {
        why: outcome.code,
      })
  }
}
