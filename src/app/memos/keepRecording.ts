import type { Refusal } from '#domain/decide.ts'
import type { Patch } from '#domain/operation.ts'
import { act } from '#store/act.ts'
import { contentHash } from '#store/contentHash.ts'
import type { LogbookDb } from '#store/database.ts'
import { listRecordings, type Recording } from '#store/recordings.ts'
import type { Workspace } from '../workspace.ts'
import { joined, withDuration } from './withDuration.ts'

/** How much sound one piece of a recording holds, in ms: what a page that dies may lose. */
export const PIECE_MS = 1_000

/** What of the browser tells recordings that go on from those whose page was closed. */
export type Locks = Pick<LockManager, 'request'>

/** A page holds it while it records, and no longer than it lives. */
export const lockOf = (recordingId: string): string => `recording:${recordingId}`

type NewIntent = Workspace['newIntent']

/**
 * Makes a memo of the draft of what was recorded, in one act, which lets go of the pieces. `ms`: how
 * long it is. Resolves to why it was refused, or to `null`; what is refused stays as it is.
 */
export async function keepRecording(
  db: LogbookDb,
  newIntent: NewIntent,
  { id, mime, pieces, logbookId, documentId, kind, identity, actor }: Recording,
  ms: number,
): Promise<Refusal | null> {
  const recorded = joined(pieces.map((piece) => new Uint8Array(piece)))
  const bytes = withDuration(recorded, ms).buffer
  const reference = { sha256: await contentHash(bytes), size: bytes.byteLength, mime }
  const intent = newIntent()
  const set = { ...identity, [`memos/${id}/sound`]: reference }
  const patch: Patch = { ...intent, documentId, kind, type: 'patch', set, seen: {} }
  const file = { ...reference, logbookId, bytes, recording: id, addedAt: intent.at }
  const decision = await act(db, patch, { ...actor, at: intent.at }, { file })
  return decision.verdict === 'rejected' ? decision.code : null
}

/**
 * Makes memos of what pages had recorded that were closed, or died. What cannot be kept now stays
 * for the next time. Resolves to how many there were.
 */
export async function recoverRecordings(
  db: LogbookDb,
  newIntent: NewIntent,
  locks: Locks = navigator.locks,
): Promise<number> {
  let recovered = 0
  for (const { id } of await listRecordings(db)) {
    await locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      // Looked at again: a page that was recording may just have made a memo of it.
      const recording = lock && (await listRecordings(db)).find((each) => each.id === id)
      if (!recording) return
      const ms = recording.pieces.length * PIECE_MS
      const refusal = await keepRecording(db, newIntent, recording, ms).catch(() => 'not-kept')
      if (refusal === null) recovered += 1
    })
  }
  return recovered
}
