import { MEMO_MAX, type MemoEnd, type MemoProblem, type RecordMemo } from '#features/week/memo.ts'
import type { LogbookDb } from '#store/database.ts'
import { dropRecording, keepPiece, type Recording } from '#store/recordings.ts'
import { isQuota } from '#store/room.ts'
import { newId } from '../device.ts'
import type { DraftPlace, Workspace } from '../workspace.ts'
import { keepRecording, lockOf, PIECE_MS, type Locks } from './keepRecording.ts'

/** Speech is understood at this rate, in bits a second: three minutes are half a megabyte. */
const BITS_PER_SECOND = 24_000

/** What we ask browsers for, the best first; each of them makes one of these. */
const codecs = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4']

interface Around extends Pick<Workspace, 'newIntent'> {
  readonly db: LogbookDb
  /** After the memo was kept: it is sent. */
  readonly promptly: () => void
  readonly locks?: Locks
}

/** Records a memo into a draft; see `RecordMemo`. Each second is on this device as it is said. */
export async function recordMemo(
  { db, newIntent, promptly, locks = navigator.locks }: Around,
  { kind, documentId, identity, actor }: DraftPlace,
  run: Parameters<RecordMemo>[0],
): Promise<MemoEnd> {
  const stream = await openMicrophone()
  if (typeof stream === 'string') return stream
  try {
    const recorder = makeRecorder(stream)
    if (!recorder) return 'no-recorder'
    const id = newId()
    const place = { logbookId: actor.logbookId, documentId, kind, actor, identity }
    const [mime = ''] = recorder.mimeType.split(';')
    return await locks.request(lockOf(id), async () => {
      const recorded = await record(db, recorder, { ...place, id, mime }, run)
      const { recording, ms, isFull, isAside } = recorded
      if (recording.pieces.length === 0) {
        await dropRecording(db, id)
        return 'nothing-recorded'
      }
      try {
        const refusal = await keepRecording(db, newIntent, recording, ms)
        if (refusal !== null) return refusal
      } catch (error) {
        if (isAside) return 'kept-aside'
        return isQuota(error) ? 'no-room' : 'not-kept'
      }
      promptly()
      return isFull ? 'full' : 'kept'
    })
  } finally {
    // The light beside the camera goes out.
    for (const track of stream.getTracks()) track.stop()
  }
}

async function openMicrophone(): Promise<MediaStream | MemoProblem> {
  // Absent where a page has no secure address, and in browsers of before.
  const { mediaDevices } = navigator as Partial<Navigator>
  if (!mediaDevices || typeof MediaRecorder === 'undefined') return 'no-recorder'
  const audio = {
    channelCount: 1,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
  }
  return mediaDevices.getUserMedia({ audio }).catch(problemOf)
}

/** Why there is no microphone, by the names that browsers have for it (Media Capture and Streams). */
function problemOf(error: unknown): MemoProblem {
  switch ((error as { readonly name?: unknown } | null)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'microphone-refused'
    case 'NotFoundError':
      return 'no-microphone'
    default:
      return 'microphone-busy'
  }
}

function makeRecorder(stream: MediaStream): MediaRecorder | null {
  const mimeType = codecs.find((each) => MediaRecorder.isTypeSupported(each))
  if (mimeType === undefined) return null
  try {
    return new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND })
  } catch {
    return null
  }
}

interface Recorded {
  readonly recording: Recording
  /** How long it is, in ms. */
  readonly ms: number
  readonly isFull: boolean
  /** Whether all of it is on this device already. */
  readonly isAside: boolean
}

/** Runs the recorder to its end, and keeps every piece as it comes. */
async function record(
  db: LogbookDb,
  recorder: MediaRecorder,
  place: Omit<Recording, 'pieces'>,
  { signal, onStart }: Parameters<RecordMemo>[0],
): Promise<Recorded> {
  const pieces: ArrayBuffer[] = []
  let isAside = true
  let isFull = false
  let start = performance.now()
  let end = 0
  let writing: Promise<unknown> = Promise.resolve()
  const keep = async (piece: Blob) => {
    const bytes = await piece.arrayBuffer()
    const n = pieces.push(bytes) - 1
    await keepPiece(db, { ...place, n, bytes }).catch(() => {
      isAside = false
    })
  }
  const stopped = new Promise<void>((resolve) => {
    recorder.onstop = () => {
      resolve()
    }
  })
  recorder.ondataavailable = ({ data }) => {
    // One after the other: a file is its pieces in their order.
    if (data.size > 0) writing = writing.then(() => keep(data))
  }
  recorder.onstart = () => {
    start = performance.now()
    onStart()
  }
  const stop = () => {
    if (recorder.state === 'inactive') return
    end = performance.now()
    recorder.stop()
  }
  // Nobody is recorded who does not see it: out of sight, it ends.
  const hide = () => {
    if (document.visibilityState === 'hidden') stop()
  }
  const timer = setTimeout(() => {
    isFull = true
    stop()
  }, MEMO_MAX * 1_000)
  signal.addEventListener('abort', stop)
  document.addEventListener('visibilitychange', hide)
  window.addEventListener('pagehide', stop)
  try {
    if (!signal.aborted) {
      recorder.start(PIECE_MS)
      await stopped
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('pagehide', stop)
  }
  await writing
  // A microphone that was unplugged ends it by itself.
  const ms = (end || performance.now()) - start
  return { recording: { ...place, pieces }, ms, isFull, isAside }
}
