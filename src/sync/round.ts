import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import type { Intent } from '#domain/operation.ts'
import { PROTOCOL } from '#protocol/conversation.ts'
import type { PushResponse } from '#protocol/sync.ts'
import { applyPull, readCursors } from '#store/applyPull.ts'
import {
  readAfter,
  readOutgoing,
  takeBatch,
  type Addressed,
  type Outgoing,
  type Ready,
} from '#store/batch.ts'
import type { LogbookDb } from '#store/database.ts'
import { becomeNewDevice } from '#store/device.ts'
import { listWaitingFiles } from '#store/files.ts'
import { offerAgain, settle } from '#store/outbox.ts'
import { countWritten } from '#store/waiting.ts'
import type { Clock } from './clock.ts'
import { within } from './deadline.ts'
import type { Pace } from './pace.ts'
import { bringFiles, sendFiles } from './files.ts'
import type { Answer, Transport } from './transport.ts'

export interface RoundOptions {
  readonly db: LogbookDb
  readonly transport: Transport
  readonly clock: Clock
  readonly pace: Pace
  /** Version of this app. */
  readonly app: string
  /** This device’s id, once the server was asked to know it. */
  readonly deviceId: (signal: AbortSignal) => Promise<DeviceId>
  readonly newDeviceId: () => DeviceId
  /**
   * Makes the device known to the server; needed once before the first push. Resolves to `null`
   * once it is, or to why not.
   */
  readonly register: (signal: AbortSignal) => Promise<RoundEnd>
  /** Told when the round has something to send. */
  readonly onSending: () => void
  /** For what the device does by itself: a signature that is offered once more. */
  readonly newIntent: () => Pick<Intent, 'id' | 'at'>
}

type End = Exclude<Answer<never>, { kind: 'ok' }>

/** Why a round ended early; `null`: everything went through. */
export type RoundEnd = End | null

/** Longest silence in one exchange of text, in ms; then it begins again. */
const TEXT_MAX = 60_000
/** More batches than any queue has: a bound, so that a server in error cannot keep us for ever. */
const BATCHES_MAX = 500
/** So many operations of a logbook are sent before what became of them is looked at. */
const BEFORE_LOOK = 1_000

export interface RoundTask {
  /** Whether what this device holds is compared with the server’s also where nothing is new. */
  readonly check: boolean
  /** Whether to ask what is new. */
  readonly pull: boolean
  /** Whether something came by itself since the round before. */
  readonly told: boolean
}

/**
 * Sends a decision that is ready before anybody looks what else waits: somebody waits for it elsewhere.
 * Resolves to why no round need be tried after it; `null`: the rest of what waits comes next, and
 * whatever was turned down.
 */
export async function sendReady(
  options: RoundOptions,
  ready: Ready,
  signal: AbortSignal,
): Promise<RoundEnd> {
  options.onSending()
  const answer = await pushBatch(options, ready, signal)
  if (answer.kind !== 'ok') return answer.kind === 'refused' ? null : answer
  await settle(options.db, ready.logbookId, answer.body, ready)
  return null
}

/**
 * One exchange with the server: sends what waits, logbook by logbook, takes what is new, sends
 * files after them so that no word waits for a picture, and brings files last. May be stopped
 * at any point and begun again. What is turned down holds up nothing else; the round says so at its
 * end.
 */
export async function syncRound(
  options: RoundOptions,
  { check, pull, told }: RoundTask,
  signal: AbortSignal,
): Promise<RoundEnd> {
  let refusal: RoundEnd = null
  let asks = pull
  // A refusal by rights is answered by the pull, which says what was taken away.
  const onTakenAway = () => {
    asks = true
  }
  const { db, pace } = options
  // What is typed from now on goes before the next file, or the next piece of one.
  const isOvertaken = async () => (await countWritten(db)) !== written
  /** Ends the round, unless it is only something that was turned down. */
  const isOver = (end: RoundEnd): boolean => {
    if (end?.kind === 'refused') refusal ??= end
    return end !== null && end.kind !== 'refused'
  }
  const { written, ...outgoing } = await readOutgoing(db, pace.most())
  if (outgoing.toPush.length > 0) options.onSending()
  // What a pull has brought need not be shown from here any more: it comes before the queue is long.
  for (let looks = 0, left: ToPush = outgoing; looks === 0 || left.toPush.length > 0; looks += 1) {
    const pushed = await pushAll(options, left, onTakenAway, signal)
    if (isOver(pushed.end)) return pushed.end
    left = { toPush: looks < BATCHES_MAX ? pushed.left : [], next: null }
    asks ||= left.toPush.length > 0
    const end = asks ? await pullAll(check)(options, signal) : null
    if (isOver(end)) return end
  }
  const files = await listWaitingFiles(db)
  if (files.length > 0) {
    options.onSending()
    const end = await sendFiles({ ...options, isOvertaken }, files, signal)
    if (isOver(end)) return end
  }
  // What names a file came with a pull or by itself; a signature waits for ours, too.
  if (asks || told || files.length > 0) {
    const end = await bringFiles(options, signal)
    if (isOver(end)) return end
  }
  return refusal
}

/** Logbooks in which something waits; `next`: what was read of the first. */
type ToPush = Pick<Outgoing, 'toPush' | 'next'>

interface Pushed {
  readonly end: RoundEnd
  /** Logbooks of which more waits than is sent before the next look. */
  readonly left: readonly LogbookId[]
}

async function pushAll(
  options: RoundOptions,
  { toPush, next }: ToPush,
  onTakenAway: () => void,
  signal: AbortSignal,
): Promise<Pushed> {
  let refused: RoundEnd = null
  const left: LogbookId[] = []
  for (const [at, logbookId] of toPush.entries()) {
    const end = await pushLogbook(options, logbookId, at === 0 ? next : null, signal)
    if (end === 'more') left.push(logbookId)
    // One logbook that is turned down does not hold up the others.
    else if (end?.kind === 'refused') {
      if (end.code === 'not-a-member') onTakenAway()
      else refused = end
    } else if (end) return { end, left }
  }
  return { end: refused, left }
}

async function pushLogbook(
  options: RoundOptions,
  logbookId: LogbookId,
  next: Outgoing['next'],
  signal: AbortSignal,
): Promise<RoundEnd | 'more'> {
  const { db, clock, pace } = options
  let isNewDevice = false
  let isIntroduced = false
  let sent = 0
  let known = next
  for (let batches = 0; batches < BATCHES_MAX; batches += 1) {
    const [batch, deviceId] = await Promise.all([
      takeBatch(db, logbookId, pace.most(), known),
      within(clock, TEXT_MAX, signal, options.deviceId),
    ])
    known = null
    const { pending, operations } = batch
    if (operations.length === 0) return null
    const sentAt = clock.now()
    const addressed = { ...batch, logbookId, deviceId }
    const sending = pushBatch(options, addressed, signal).then((answer) => {
      if (answer.kind === 'ok') pace.answered(operations.length, clock.now() - sentAt)
      return answer
    })
    // Nobody waits for the disk while the network is what takes the time.
    const after = readAfter(db, logbookId, batch, pace.mostNext())
    const [answer, later] = await Promise.all([sending, after])
    if (answer.kind === 'ok') {
      const { results } = answer.body
      await settle(db, logbookId, answer.body, { deviceId, operations })
      const answered = new Set<string>(results.map(({ id }) => id))
      const open = operations.filter(({ operation }) => !answered.has(operation.id))
      // Without a verdict they would be sent over and over: not in this round.
      if (open.length === operations.length) return silent
      if (open.length === 0 && pending <= operations.length) return null
      if (open.length === 0) known = later
      sent += operations.length
      if (sent >= BEFORE_LOOK && pending > operations.length) return 'more'
      continue
    }
    if (answer.kind === 'offline') pace.failed(operations.length)
    if (answer.kind !== 'refused') return answer
    if (answer.code === 'unknown-device') {
      const end = isIntroduced ? stillUnknown : await introduce(options, signal)
      if (end) return end
      isIntroduced = true
      continue
    }
    if (answer.status === 413 && operations.length > 1) {
      pace.failed(operations.length)
      continue
    }
    if (answer.code !== 'gap' && answer.code !== 'fork') return answer
    // The server lost what it had confirmed: it gets it again, if we still have it.
    const lost = answer.code === 'gap' && answer.expected !== null ? answer.expected : null
    if (lost !== null && (await offerAgain(db, logbookId, lost)) > 0) continue

    // Our numbers and the server’s will never meet again: we begin anew, once.
    if (isNewDevice) return answer
    isNewDevice = true
    await becomeNewDevice(db, options.newDeviceId())
    const end = await within(clock, TEXT_MAX, signal, options.register)
    if (end) return end
  }
  return null
}

const pushBatch = (
  { transport, app, clock }: RoundOptions,
  { operations, ...addressed }: Addressed,
  signal: AbortSignal,
): Promise<Answer<PushResponse>> => {
  const carried = operations.map(({ n, operation }) => ({ n, operation }))
  const request = { ...addressed, protocol: PROTOCOL, app, operations: carried } as const
  return within(clock, TEXT_MAX, signal, (limit) => transport.push(request, limit))
}

const silent: End = { kind: 'refused', status: 200, code: 'no-verdict', expected: null }

/** The server does not know this device (any more): tells it, and the round goes on. */
const introduce = ({ register, clock }: RoundOptions, signal: AbortSignal): Promise<RoundEnd> =>
  within(clock, TEXT_MAX, signal, register)

/** It was told, and says the same: not in this round. */
const stillUnknown: End = { kind: 'busy', retryAfterSeconds: 1 }

const pullAll =
  (check: boolean) =>
  async (options: RoundOptions, signal: AbortSignal): Promise<RoundEnd> => {
    const { db, transport, app, clock } = options
    let isIntroduced = false
    for (let pages = 0; pages < BATCHES_MAX; pages += 1) {
      const asked = await readCursors(db)
      const deviceId = await within(clock, TEXT_MAX, signal, options.deviceId)
      const request = { protocol: PROTOCOL, app, deviceId, check, books: asked.books } as const
      let wrong = 0
      let overtaken = 0
      const answer = await within(clock, TEXT_MAX, signal, (limit, alive) =>
        transport.pull(request, limit, async (start, parts) => {
          alive()
          const { mismatched, late } = await applyPull(db, asked, start, parts)
          wrong += mismatched.length
          if (late) overtaken += 1
        }),
      )
      if (answer.kind === 'refused' && answer.code === 'unknown-device') {
        const end = isIntroduced ? stillUnknown : await introduce(options, signal)
        if (end) return end
        isIntroduced = true
        continue
      }
      if (answer.kind !== 'ok') return answer
      // Asked for again from the start at the next round, not at once: no loop on a server in error.
      if (wrong > 0) return { kind: 'busy', retryAfterSeconds: 2 }
      // News that overtook the answer: asked again, from where they led.
      if (!answer.body.more && overtaken === 0) return null
    }
    return null
  }
