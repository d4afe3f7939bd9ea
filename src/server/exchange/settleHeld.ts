import { nextHead } from '#domain/chain.ts'
import type { LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Membership } from '#domain/membership.ts'
import { maySettle, type Actor } from '#domain/rights.ts'
import { NOT_TAKEN, settlementHash, type SettlementDecision } from '#domain/settlement.ts'
import { readOperation } from '#protocol/operation.ts'
import type { HeldLogbook, HeldOperation, HeldStorage } from '#server/storage/heldStorage.ts'
import { Unstorable, type Head } from '#server/storage/logbookStorage.ts'
import { heldAuthorOf, type HeldAuthor } from './heldAuthor.ts'
import { beginPush, type OpenDecision } from './openPush.ts'
import { execute, type Received } from './receiveOperation.ts'
import type { PushDeps } from './receivePush.ts'

/** A person’s decision about one operation that was put aside. */
export interface Settling {
  readonly logbookId: LogbookId
  readonly operationId: OperationId
  readonly settler: PersonId
  readonly decision: SettlementDecision
  readonly reason: string | null
}

export type SettleDeps = Omit<PushDeps, 'storage'> & {
  readonly storage: Pick<HeldStorage, 'inHeldLogbook'>
}

export type SettleOutcome =
  | Received
  /** Nothing was done. `not-found`: also for who may not settle here. */
  | { readonly refused: 'not-found' | 'already-settled' | 'earlier-first' }
  /** It still cannot be read or carried out; it goes on waiting. */
  | { readonly refused: 'still-held'; readonly code: string }

/**
 * Settles one operation that was put aside, for good. `take`: it is read and decided now, as its
 * author, with the right that person had when it was written. `refuse`: it has no effect. Either
 * way, the operation stays as it came, and the decision takes the next place in the history.
 */
export async function settleHeld(deps: SettleDeps, settling: Settling): Promise<SettleOutcome> {
  const { logbookId, operationId } = settling
  try {
    const outcome = await deps.storage.inHeldLogbook(logbookId, operationId, (logbook) =>
      settleIn(logbook, deps, settling),
    )
    return outcome ?? { refused: 'not-found' }
  } catch (error) {
    if (!(error instanceof Unstorable)) throw error
    deps.report(error.cause, operationId)
    return { refused: 'still-held', code: 'failed' }
  }
}

async function settleIn(
  logbook: HeldLogbook,
  deps: SettleDeps,
  settling: Settling,
): Promise<SettleOutcome> {
  const { logbookId: id, settler, decision, reason } = settling
  const { held, memberships } = logbook
  if (!maySettle(memberships, settler, deps.day) || !held) return { refused: 'not-found' }
  if (held.isSettled) return { refused: 'already-settled' }
  // Out of its order it would be refused for good: what was written first is decided first.
  if (decision === 'take' && held.isBehind) return { refused: 'earlier-first' }

  const { at } = deps
  const statement = { logbook: id, operation: held.id, operationHash: held.hash, settler, at }
  const hashOf = ({ code }: Received) => settlementHash({ ...statement, decision, reason, code })
  const seq = logbook.head.seq + 1
  const place = (received: Received): Head => ({
    seq,
    chain: nextHead(logbook.head.chain, {
      ...{ seq, hash: hashOf(received), verdict: received.verdict },
    }),
  })

  const { deviceId, key } = held
  const { signReceipt, report } = deps
  const open = beginPush(logbook, [], { logbookId: id, deviceId, key, at, signReceipt, report })
  const received: Received =
    decision === 'refuse'
      ? { verdict: 'rejected', code: NOT_TAKEN }
      : await take(open, memberships, held, place)
  if (received.verdict === 'held') return { refused: 'still-held', code: received.code ?? 'failed' }

  const settlement = { operationId: held.id, settler, decision, reason, ...received, at }
  await logbook.write({
    ...open.contents(),
    settlement: { ...settlement, hash: hashOf(received), ...place(received) },
  })
  return received
}

/** Reads and decides it by what this server knows today, as whoever wrote it, when they wrote it. */
async function take(
  open: OpenDecision,
  memberships: readonly Membership[],
  held: HeldOperation,
  place: (received: Received) => Head,
): Promise<Received> {
  const body: unknown = JSON.parse(held.body)
  const read = readOperation(body)
  if (!read.ok)
    return { verdict: read.code === 'unreadable' ? 'held' : 'rejected', code: read.code }
  // Nobody’s session stands behind what came in a file: only the key of its device can sign.
  const isUnproven = read.operation.type === 'sign' && read.operation.jws === null
  if (held.broughtBy && isUnproven) return { verdict: 'rejected', code: 'bad-signature' }
  const actor = actorOf(open, held, heldAuthorOf(memberships, held, body))
  return actor
    ? execute(open, read.operation, actor, place)
    : { verdict: 'rejected', code: 'not-allowed' }
}

/** The clock is today’s: it says when this was decided. `null`: they were nothing in this logbook. */
function actorOf(
  { logbookId, at }: OpenDecision,
  { actor: { personId }, owner }: HeldOperation,
  { role, ownerRole }: HeldAuthor,
): Actor | null {
  if (role === null || ownerRole === null) return null
  const actor = { logbookId, personId, role, at }
  return owner.personId === personId
    ? actor
    : { ...actor, via: { personId: owner.personId, role: ownerRole } }
}
