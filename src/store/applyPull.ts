import { CHAIN_START, sumOf } from '#domain/chain.ts'
import type { DeviceId, DocumentId, LogbookId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type {
  BookPart,
  Cursor,
  NewsEvent,
  PullPart,
  PullStart,
  RevokedPart,
} from '#protocol/sync.ts'
import type { BookRow, LogbookDb, PackRow, ProgressRow, TableName, Tables } from './database.ts'
import { offerFormer, putBack, settleAll } from './outbox.ts'
import { dropPulled, listPulledOf, putPulled, readRecent } from './pulled.ts'
import { dropPictures } from './pictures.ts'
import { moveProgress, readProgress } from './progress.ts'
import { dropShown } from './replay.ts'
import { listSent } from './sent.ts'
import { lastBrought, showAgain } from './showAgain.ts'
import { everything } from './tables.ts'

/** Where a device stood when it asked. */
export interface Asked {
  /** In each logbook it holds. */
  readonly books: Readonly<Record<LogbookId, Cursor>>
  /** The last operation with a verdict, by logbook: of later ones the answer knows nothing. */
  readonly settled: ReadonlyMap<LogbookId, number>
}

/** What the device asks with. */
export const readCursors = (db: LogbookDb): Promise<Asked> =>
  db.read(['books', 'progress'], async (tx) => {
    const held = new Set((await tx.books.list(everything)).map(({ id }) => id))
    const books: Record<LogbookId, Cursor> = {}
    const settled = new Map<LogbookId, number>()
    for (const id of held) books[id] = cursorOf(await readProgress(tx, id))
    for (const row of await tx.progress.list(everything)) {
      settled.set(row.logbookId, row.settled)
      // Of a logbook that was taken away we ask only what became of what was put aside there, and
      // whether the server still has what it confirmed: it may have been restored.
      if (row.revoked && (row.held || row.settled > 0)) books[row.logbookId] = cursorOf(row)
    }
    return { books, settled }
  })

const cursorOf = ({ seq, chain, grant, settled, reread, revoked, held }: ProgressRow): Cursor => ({
  ...{ seq, chain, grant },
  // Of one that was taken away it says what a restored server should have.
  settled: reread && !revoked ? 0 : settled,
  ...(revoked && { revoked: held ? 'held' : 'heard' }),
})

export interface Applied {
  /** Logbooks whose content does not add up; they are asked for again from the start. */
  readonly mismatched: readonly LogbookId[]
  /** Whether something began where this device does not stand any more, and said more than it holds. */
  readonly late: boolean
}

const tables = [
  ...(['packs', 'shown', 'outbox', 'sent', 'progress'] as const),
  ...(['books', 'signingKeys', 'files', 'pictures', 'bytes', 'server'] as const),
] satisfies readonly TableName[]
type Applying = Tables<(typeof tables)[number]>

/**
 * Writes what was pulled: documents, cursors and verdicts in one transaction. What does not begin
 * where this device stands is left alone: the answer is late. The outbox is never shortened
 * without a verdict; a restored server is offered again what it lost. What waits in a logbook that
 * was taken away stays, apart. What does not add up stays on the screen until the next pull has
 * brought it anew: without a network, that is all a person has.
 */
export const applyPull = (
  db: LogbookDb,
  { settled }: Pick<Asked, 'settled'>,
  { serverKey: publicKey, serverTime }: PullStart,
  parts: readonly PullPart[],
): Promise<Applied> =>
  db.write(
    tables,
    async (tx) => {
      const mismatched: LogbookId[] = []
      let late = false
      for (const part of parts) {
        if (part.type !== 'revoked' && part.type !== 'book') continue
        const arrived = { at: serverTime, asked: settled.get(part.id) ?? 0 }
        if (part.type === 'revoked') {
          await takeAway(tx, part, arrived)
          continue
        }
        const outcome = await applyBook(tx, part, await readHeld(tx, part), arrived)
        if (outcome === 'mismatched') mismatched.push(part.id)
        late ||= outcome === 'late'
      }
      const server = await tx.server.get('server')
      if (JSON.stringify(server?.publicKey) !== JSON.stringify(publicKey)) {
        await tx.server.put({ key: 'server', publicKey, sentAt: server?.sentAt ?? null })
      }
      return { mismatched, late }
    },
    'relaxed',
  )

/**
 * Writes what a push of somebody has just changed; `ownDevice`: whose verdicts are ours. Resolves to
 * whether this device holds it now; if not, a pull has to bring it.
 */
export const applyNews = (
  db: LogbookDb,
  { at, deviceId, part }: NewsEvent,
  ownDevice: DeviceId | null,
): Promise<boolean> =>
  db.write(
    tables,
    async (tx) => {
      const held = await readHeld(tx, part)
      // Other rights than this device knows of: everything may look different.
      if (held.progress.grant !== part.grant) return false
      const verdicts = deviceId === ownDevice ? part.verdicts : []
      const news = { ...part, verdicts }
      if (await isOtherHistory(tx, news, held.progress)) return false
      return (await applyBook(tx, news, held, { at, asked: 0 })) === 'applied'
    },
    'relaxed',
  )

/**
 * Whether one of our operations had its place where the news are now. A restored server that was
 * offered the same operations as before has the same chain up to here; what it lost of ours goes
 * on being shown, until a pull says so and it is offered again.
 */
async function isOtherHistory(
  tx: Applying,
  { id, from, seq, verdicts }: BookPart,
  { archived, last }: ProgressRow,
): Promise<boolean> {
  if (archived === last) return false
  const sent = await listSent(tx, id, { from: archived + 1 })
  return sent.some(
    ({ operation, result }) =>
      result.seq > from.seq &&
      result.seq <= seq &&
      verdicts.every((verdict) => verdict.id !== operation.id),
  )
}

type Outcome = 'applied' | 'late' | 'mismatched'

/** When the server said it, and the last operation that had a verdict when it was asked. */
interface Arrived {
  readonly at: string
  readonly asked: number
}

/**
 * A restored server knows fewer of our operations than it had confirmed when it was asked: they are
 * offered again. What was confirmed while its answer was on its way, the answer cannot know.
 */
const putBackLost = async (
  tx: Applying,
  id: LogbookId,
  lastN: number | null,
  asked: number,
): Promise<number> => (lastN !== null && lastN < asked ? putBack(tx, id, lastN + 1) : 0)

/** What this device holds of a logbook, where something of it comes. */
interface Held {
  readonly book: BookRow | undefined
  readonly progress: ProgressRow
  /** Of what changed last; `null`: nothing is held. */
  readonly recent: readonly PackRow[] | null
}

/** In one go: each way to the database and back costs more than what is brought. */
async function readHeld(tx: Applying, { id, documents, reset }: BookPart): Promise<Held> {
  const [book, progress, recent] = await Promise.all([
    tx.books.get(id),
    readProgress(tx, id),
    reset ? null : readRecent(tx, id, documents as unknown as PulledDocument[]),
  ])
  return { book, progress, recent }
}

/** `mismatched`: what this device holds afterwards is not what the server says the person may see. */
async function applyBook(
  tx: Applying,
  part: BookPart,
  { book: held, progress: before, recent }: Held,
  { at, asked }: Arrived,
): Promise<Outcome> {
  const { id, role, grant, seq, chain, reset } = part
  if (before.seq !== part.from.seq || before.chain !== part.from.chain) {
    return before.seq >= seq ? 'applied' : 'late'
  }
  const facts = part.facts ?? held?.facts
  if (!facts) return 'mismatched'

  const documents = part.documents as unknown as PulledDocument[]
  // Without its row nothing of a logbook is held.
  if (reset && held) await dropPulled(tx, id)
  await Promise.all([
    documents.length > 0 && putPulled(tx, id, documents, recent),
    // A logbook that is given back: its files are offered again, like all that waits. A restored
    // server may have lost one that it had confirmed, and kept the words that name it.
    (!held || reset === 'restored') && offerFiles(tx, id),
  ])
  if (part.keys.length > 0) await tx.signingKeys.putAll(part.keys)
  if (held?.role !== role || part.facts) await tx.books.put({ id, role, facts })
  await settleAll(tx, id, part.verdicts, at, part.reasons)
  const lost =
    (await putBackLost(tx, id, part.lastN, asked)) +
    (reset === 'restored' ? await offerFormer(tx, id) : 0)

  const isWhole = part.sum === null || part.sum === (await sumHeld(tx, part, documents))
  const now = part.verdicts.length === 0 && lost === 0 ? before : await readProgress(tx, id)
  // Where nothing was written here that no pull has brought, nothing is to be made again.
  const isQuiet = now.archived === now.last && !before.revoked && lost === 0
  const brought = isQuiet
    ? { archived: now.archived, reached: now.archived, documentIds: new Set<DocumentId>() }
    : await lastBrought(tx, id, seq)
  await moveProgress(tx, now, {
    ...(isWhole ? { grant, seq, chain } : { grant: 0, seq: 0, chain: CHAIN_START }),
    archived: brought.archived,
    reread: isToReread(part, { lost, before }),
    revoked: false,
  })
  const { last, revoked: wasRevoked } = before
  if (!isQuiet) await showAgain(tx, part, { ...brought, last, wasRevoked })
  return isWhole ? 'applied' : 'mismatched'
}

/**
 * What a restored server thinks of our operations may differ: it is asked about all of them. Where it
 * has none, there is nothing to ask, and a question that nobody answers would hide the next restore. Of a
 * logbook that was taken away it was not asked yet.
 */
const isToReread = (
  { reset, lastN }: Pick<BookPart, 'reset' | 'lastN'>,
  { lost, before }: { readonly lost: number; readonly before: ProgressRow },
): boolean =>
  lastN !== 0 &&
  (reset === 'restored' || lost > 0 || (before.reread && (lastN === null || before.revoked)))

/** Checksum over what this device holds of the logbook now. */
const sumHeld = async (
  tx: Applying,
  { id, reset }: BookPart,
  documents: readonly PulledDocument[],
): Promise<string> => sumOf(reset ? documents : await listPulledOf(tx, id))

async function offerFiles(tx: Applying, id: LogbookId): Promise<void> {
  const files = await tx.files.list({ index: 'logbook', prefix: [id] })
  const others = files.filter(({ state }) => state !== 'waiting')
  await tx.files.putAll(others.map((file) => ({ ...file, state: 'waiting' })))
}

async function takeAway(
  tx: Applying,
  { id, lastN, verdicts = [], reasons }: RevokedPart,
  { at, asked }: Arrived,
): Promise<void> {
  await putBackLost(tx, id, lastN, asked)
  await settleAll(tx, id, verdicts, at, reasons)
  const progress = await readProgress(tx, id)
  await dropPulled(tx, id)
  await dropShown(tx, id)
  await tx.books.remove(id)
  // What the server has is not shown from here any more either.
  const gone = { seq: 0, chain: CHAIN_START, grant: 0, archived: progress.settled, revoked: true }
  await moveProgress(tx, progress, gone)
  await dropPictures(tx, id)
}
