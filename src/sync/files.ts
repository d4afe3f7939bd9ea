import { isSound } from '#domain/sound.ts'
import { FILE_REQUEST_MAX } from '#protocol/conversation.ts'
import { findBook } from '#store/books.ts'
import { contentHash } from '#store/contentHash.ts'
import type { FileRow, LogbookDb } from '#store/database.ts'
import { confirmFile, refuseFile } from '#store/files.ts'
import { listWantedFiles, signAgain, type WantedFile } from '#store/heldSignatures.ts'
import { keepPicture, readOriginal } from '#store/pictures.ts'
import { within } from './deadline.ts'
import type { RoundEnd, RoundOptions } from './round.ts'
import type { Answer, Received } from './transport.ts'

/** Longest one request with half a megabyte may take, in ms: at two kilobytes a second. */
const REQUEST_MAX = 240_000
/** Bytes of one piece: what a slow network carries in a minute, and loses when it is cut. */
const PIECE = 131_072
/** How often in a row the server may want another piece than the one it got. */
const DETOURS_MAX = 5
/** As the server says it of bytes that are not what the hash names. */
const DAMAGED = 'wrong-hash'
/** Files on their way at once. */
const AT_ONCE = 2
/** Most files that one round asks for; the others come with the next. */
const WANTED_MAX = 24

/**
 * Sends photos and sounds that wait, the latest first, two at a time, and a large one in pieces. As
 * soon as words were written they go first; what has arrived of a file stays there. What the server
 * turns down for good is put aside with the reason. `isOvertaken`: whether words were written since
 * the round began.
 */
export const sendFiles = (
  options: SendOptions,
  files: readonly FileRow[],
  signal: AbortSignal,
): Promise<RoundEnd> =>
  eachOf(files, async (file) => {
    const end = await sendFile(options, file, signal)
    return end ?? ((await options.isOvertaken()) ? 'stop' : null)
  })

type Carrying = Pick<SendOptions, 'transport' | 'clock' | 'isOvertaken'>

interface SendOptions extends RoundOptions {
  readonly isOvertaken: () => Promise<boolean>
}

/** Runs `work` on the items, two at a time, until one of them says to stop, or why not to go on. */
async function eachOf<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<RoundEnd | 'stop'>,
): Promise<RoundEnd> {
  let next = 0
  const ended: { refused: RoundEnd; stopped: RoundEnd | 'stop' } = { refused: null, stopped: null }
  const walk = async () => {
    while (ended.stopped === null) {
      const item = items[next]
      next += 1
      if (item === undefined) return
      const end = await work(item)
      // One that is turned down does not hold up the others.
      if (end !== 'stop' && end?.kind === 'refused') ended.refused ??= end
      else if (end) ended.stopped ??= end
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walk))
  const { refused, stopped } = ended
  return stopped === 'stop' ? refused : (stopped ?? refused)
}

async function sendFile(
  options: SendOptions,
  file: FileRow,
  signal: AbortSignal,
): Promise<RoundEnd> {
  const { db } = options
  const { sha256 } = file
  const bytes = await readOriginal(db, sha256)
  if (!bytes) return putAside(db, sha256, DAMAGED)
  const answer = await carryFile(options, file, bytes, signal)
  if (answer === 'paused') return null
  if (answer.kind === 'ok') {
    await confirmFile(db, sha256)
    return null
  }
  if (answer.kind !== 'refused') return answer
  if (answer.code === DAMAGED) {
    // Changed on the way, it is sent again; changed here, nobody can sign it any more.
    const isWhole = (await contentHash(bytes)) === sha256
    return isWhole ? later : putAside(db, sha256, DAMAGED)
  }
  // Who holds the logbook belongs to it, unless it was just taken away, or somebody else has signed in
  // in this browser: the pull before the next try says so.
  if (answer.status === 404 && (await findBook(db, file.logbookId))) return later
  return isFinal(answer.status) ? putAside(db, sha256, answer.code) : answer
}

/** Brings the bytes of a file to the server, a large one in pieces. `paused`: it was overtaken. */
export async function carryFile(
  options: Carrying,
  file: Pick<FileRow, 'logbookId' | 'sha256' | 'mime'>,
  bytes: ArrayBuffer,
  signal: AbortSignal,
): Promise<Answer<unknown> | 'paused'> {
  if (bytes.byteLength > FILE_REQUEST_MAX) return sendInPieces(options, file, bytes, signal)
  return within(options.clock, REQUEST_MAX, signal, (limit) =>
    options.transport.putFile({ ...file, bytes }, limit),
  )
}

const later: Exclude<RoundEnd, null> = { kind: 'busy', retryAfterSeconds: 5 }

async function putAside(db: LogbookDb, sha256: string, code: string): Promise<null> {
  await refuseFile(db, sha256, code)
  return null
}

/** No photo and no sound, too large, too many, no such logbook: a second try would end the same. */
const isFinal = (status: number) => status === 404 || status === 413 || status === 422

/** `paused`: words are to be sent first. */
async function sendInPieces(
  { transport, clock, isOvertaken }: Carrying,
  { logbookId, sha256 }: Pick<FileRow, 'logbookId' | 'sha256'>,
  bytes: ArrayBuffer,
  signal: AbortSignal,
): Promise<Answer<unknown> | 'paused'> {
  const address = { logbookId, sha256 }
  const size = bytes.byteLength
  const ask = (request: (limit: AbortSignal) => Promise<Answer<Received>>) =>
    within(clock, REQUEST_MAX, signal, request)

  let answer = await ask((limit) => transport.getReceived(address, limit))
  let detours = 0
  for (;;) {
    let start: number
    if (answer.kind === 'ok') {
      if (answer.body.stored) return answer
      start = answer.body.received
    } else if (answer.kind === 'refused' && answer.code === 'wrong-start') {
      detours += 1
      start = answer.expected ?? 0
    } else return answer
    if (detours > DETOURS_MAX || start > size) return later
    if (await isOvertaken()) return 'paused'
    const piece = { ...address, start, size, bytes: bytes.slice(start, start + PIECE) }
    answer = await ask((limit) => transport.putPiece(piece, limit))
  }
}

/**
 * Brings small pictures and the sounds of what waits for a signature here, so that it can be looked
 * at and heard without a network; then offers signatures again that came before their files.
 */
export async function bringFiles(options: RoundOptions, signal: AbortSignal): Promise<RoundEnd> {
  const { db, newIntent } = options
  const brought = new Set<string>()
  const bring = async (file: WantedFile): Promise<RoundEnd> => {
    const answer = await bringFile(options, file, signal)
    if (answer === null) brought.add(file.sha256)
    return answer === 'damaged' ? null : answer
  }
  const wanted = await listWantedFiles(db)
  const end = await eachOf(wanted.slice(0, WANTED_MAX), bring)
  // That a file has not arrived yet is nobody’s trouble.
  if (end && end.kind !== 'refused') return end
  await signAgain(db, newIntent, async (file) => {
    if (!brought.has(file.sha256)) await bring(file)
    return brought.has(file.sha256)
  })
  return null
}

/** `damaged`: what came is not what is to be signed, and not kept; the next round asks again. */
async function bringFile(
  { db, transport, clock, newIntent }: RoundOptions,
  file: WantedFile,
  signal: AbortSignal,
): Promise<RoundEnd | 'damaged'> {
  const { logbookId, sha256, size } = file
  const form = isSound(file) ? ('original' as const) : ('thumbnail' as const)
  const address = { logbookId, sha256, form }
  // A sound comes whole: the longer it is, the longer it may take.
  const longest = isSound(file) ? REQUEST_MAX * Math.ceil(size / FILE_REQUEST_MAX) : REQUEST_MAX
  const answer = await within(clock, longest, signal, (limit) => transport.getFile(address, limit))
  if (answer.kind !== 'ok') return answer
  if (form === 'original' && (await contentHash(answer.body)) !== sha256) return 'damaged'
  await keepPicture(db, { ...address, usedAt: newIntent().at }, answer.body)
  return null
}
