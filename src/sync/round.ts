import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import { PROTOCOL } from '#protocol/sync.ts'
import { applyPull, readCursors } from '#store/applyPull.ts'
import type { LogbookDb } from '#store/database.ts'
import { becomeNewDevice } from '#store/device.ts'
import { confirmFile, listWaitingFiles } from '#store/files.ts'
import { logbooksToPush, offerAgain, settle, takeBatch } from '#store/outbox.ts'
import type { Answer, Transport } from './transport.ts'

export interface RoundOptions {
  readonly db: LogbookDb
  readonly transport: Transport
  /** Version of this app. */
  readonly app: string
  readonly deviceId: () => Promise<DeviceId>
  readonly newDeviceId: () => DeviceId
  /** Makes the device known to the server; needed once before the first push. */
  readonly register: () => Promise<void>
}

/** Why a round ended early; `null`: everything went through. */
export type RoundEnd = Exclude<Answer<never>, { kind: 'ok' }> | null

/**
 * One exchange with the server: sends what waits, logbook by logbook, takes what is new, sends
 * photos last so that no word waits for a picture. May be stopped at any point and begun again.
 */
export async function syncRound(options: RoundOptions, signal: AbortSignal): Promise<RoundEnd> {
  return (
    (await pushAll(options, signal)) ??
    (await pullAll(options, signal)) ??
    (await sendFiles(options, signal))
  )
}

async function pushAll(options: RoundOptions, signal: AbortSignal): Promise<RoundEnd> {
  let refused: RoundEnd = null
  for (const logbookId of await logbooksToPush(options.db)) {
    const end = await pushLogbook(options, logbookId, signal)
    // One logbook that is turned down does not hold up the others.
    if (end?.kind === 'refused') refused = end
    else if (end) return end
  }
  // A refusal by rights is answered by the pull, which says what was taken away.
  return refused?.kind === 'refused' && refused.status === 403 ? null : refused
}

/** More batches than any queue has: a bound, so that a server in error cannot keep us for ever. */
const BATCHES_MAX = 500

async function pushLogbook(
  options: RoundOptions,
  logbookId: LogbookId,
  signal: AbortSignal,
): Promise<RoundEnd> {
  const { db, transport, app } = options
  for (let batches = 0; batches < BATCHES_MAX; batches += 1) {
    const { pending, operations } = await takeBatch(db, logbookId)
    if (operations.length === 0) return null
    const deviceId = await options.deviceId()
    const answer = await transport.push(
      { protocol: PROTOCOL, app, deviceId, logbookId, pending, operations: [...operations] },
      signal,
    )
    if (answer.kind === 'ok') {
      await settle(db, answer.body.results, answer.body.serverTime)
    } else if (answer.kind === 'refused' && answer.code === 'gap' && answer.expected !== null) {
      // The server lost what it had confirmed: it gets it again, or the gap cannot be filled.
      if ((await offerAgain(db, logbookId, answer.expected)) === 0) return answer
    } else if (answer.kind === 'refused' && answer.code === 'fork') {
      await becomeNewDevice(db, options.newDeviceId())
      await options.register()
    } else if (answer.kind === 'refused' && answer.code === 'unknown-device') {
      await options.register()
      return { kind: 'busy', retryAfterSeconds: 1 }
    } else {
      return answer
    }
  }
  return null
}

async function pullAll(options: RoundOptions, signal: AbortSignal): Promise<RoundEnd> {
  const { db, transport } = options
  for (let pages = 0; pages < BATCHES_MAX; pages += 1) {
    const books = await readCursors(db)
    const deviceId = await options.deviceId()
    const answer = await transport.pull({ protocol: PROTOCOL, deviceId, books }, signal)
    if (answer.kind !== 'ok') return answer
    const { mismatched, more } = await applyPull(db, books, answer.body)
    // Asked for again from the start at the next round, not at once: no loop on a server in error.
    if (mismatched.length > 0) return { kind: 'busy', retryAfterSeconds: 2 }
    if (!more) return null
  }
  return null
}

async function sendFiles(options: RoundOptions, signal: AbortSignal): Promise<RoundEnd> {
  const { db, transport } = options
  for (const file of await listWaitingFiles(db)) {
    const answer = await transport.putFile(file, signal)
    if (answer.kind === 'ok') await confirmFile(db, file.sha256)
    else if (answer.kind !== 'refused') return answer
  }
  return null
}
