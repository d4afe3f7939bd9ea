import { isDeepStrictEqual } from 'node:util'
import type { LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { OutboxRow, ProgressRow, Rows, SentRow, TableName } from '#store/database.ts'
import { documentsIn } from '#store/packs.ts'
import { rowsIn } from '#store/sent.ts'
import type { MemoryDatabase } from '../memoryTables.ts'
import { asNewest } from '../releases.ts'
import { PhotoLog, type AroundPhotos } from './photoLog.ts'
import { allSeenAs, withoutInstants } from './projection.ts'
import { replayAll } from './replayAll.ts'
import type { Report } from './report.ts'
import type { LogState, ServerLog } from './serverLog.ts'
import type { Words } from './words.ts'

/** What there is beside the device. */
interface Surroundings extends AroundPhotos {
  readonly log: ServerLog
  readonly words: Pick<Words, 'grew'>
  readonly isRestored: () => boolean
}

/** What a device held of one logbook at its last commit. */
interface Past {
  readonly progress: ProgressRow
  readonly device: string | undefined
  readonly outbox: ReadonlyMap<number, OutboxRow>
  readonly sent: ReadonlyMap<number, SentRow>
}

/**
 * Looks at the database of one device after each of its commits: nothing vanishes from it, it holds
 * exactly what the server said at one moment, and it shows exactly what follows from that.
 */
export class DeviceLog {
  private readonly db: MemoryDatabase<Rows>
  private readonly personId: PersonId
  private readonly log: ServerLog
  private readonly report: Report
  private readonly words: Surroundings['words']
  /** Whether a server was ever restored: then a verdict may change, and a device go back. */
  private readonly isRestored: () => boolean
  private readonly photos: PhotoLog
  /** Documents that a pull has ever brought here. */
  private readonly everPulled = new Set<string>()
  /** In each logbook, up to where what a person present wrote may have been forgotten. */
  private readonly forgotten = new Map<LogbookId, number>()
  /** Operations that a request of this browser has carried. */
  private readonly carried: ReadonlySet<string>
  private readonly past = new Map<LogbookId, Past>()
  private lists = new Map<TableName, readonly unknown[]>()

  constructor(
    db: MemoryDatabase<Rows>,
    personId: PersonId,
    world: Surroundings,
    carried: ReadonlySet<string>,
  ) {
    this.db = db
    this.carried = carried
    this.personId = personId
    this.log = world.log
    this.report = world.report
    this.words = world.words
    this.isRestored = world.isRestored
    this.photos = new PhotoLog(db, world)
  }

  onCommit(): void {
    const changed = (
      ['packs', 'shown', 'outbox', 'sent', 'progress', 'books', 'files', 'bytes'] as const
    ).filter((name) => this.lists.get(name) !== this.db.rowsOf(name))
    if (changed.length === 0) return
    for (const name of changed) this.lists.set(name, this.db.rowsOf(name))
    if (changed.includes('packs')) {
      const documents = documentsIn(this.db.rowsOf('packs'))
      for (const { id } of documents) this.everPulled.add(id)
    }
    for (const progress of this.db.rowsOf('progress')) this.checkBook(progress)
    this.photos.onCommit()
    const held = new Set(this.db.rowsOf('books').map(({ id }) => id))
    const stray = [...this.db.rowsOf('packs'), ...this.db.rowsOf('shown')].find(
      ({ logbookId }) => !held.has(logbookId),
    )
    if (stray) this.report.violate('I10', `${stray.kind} of a logbook that was taken away`)
  }

  private checkBook(progress: ProgressRow): void {
    const { logbookId } = progress
    const isOfBook = (row: { readonly logbookId: string }) => row.logbookId === logbookId
    const outbox = new Map(
      this.db
        .rowsOf('outbox')
        .filter(isOfBook)
        .map((row) => [row.n, row]),
    )
    const sent = new Map(
      this.db
        .rowsOf('sent')
        .filter(isOfBook)
        .flatMap(rowsIn)
        .map((row) => [row.n, row]),
    )
    const device = this.db.rowsOf('device')[0]?.id
    const now = { progress, device, outbox, sent }
    const before = this.past.get(logbookId)
    this.past.set(logbookId, now)
    this.noteForgotten(now, before)
    this.checkNumbers(now)
    if (before) this.checkKept(before, now)
    if (before) this.checkTime(before, now)
    const state = this.checkPulled(progress)
    this.checkShown(now, state)
  }

  /**
   * A logbook that is taken away, a copied database and another name of the device end what this log
   * can know of words that no pull brings.
   */
  private noteForgotten({ progress, device }: Past, before: Past | undefined): void {
    const { logbookId, revoked, archived } = progress
    const isAnew = !before || before.device !== device
    if (isAnew || revoked) this.forgotten.set(logbookId, Math.max(archived, 0))
  }

  /** I12: an operation and its number are written together, or neither is. */
  private checkNumbers({ progress, outbox, sent }: Past): void {
    const { last, taken, settled, archived } = progress
    const numbers = [...outbox.keys(), ...[...sent.keys()].filter((n) => n > 0)]
    const isWhole = numbers.length === last && new Set(numbers).size === last
    if (!isWhole || numbers.some((n) => n < 1 || n > last)) {
      this.report.violate('I12', `numbers ${numbers.join(' ')} where ${last} were given`)
    }
    const first = outbox.size > 0 ? Math.min(...outbox.keys()) : last + 1
    if (settled !== first - 1) this.report.violate('I12', `settled ${settled}, open from ${first}`)
    if (taken > last || archived > settled) this.report.violate('I12', 'a watermark is too high')
  }

  /** I2, I6: no operation leaves a device, changes once sent, or loses its verdict. */
  private checkKept(before: Past, now: Past): void {
    const isRenamed = before.device !== now.device
    const ids = new Set([...now.outbox.values(), ...now.sent.values()].map(idOf))
    for (const [n, row] of [...before.outbox, ...before.sent]) {
      const same = now.outbox.get(n) ?? now.sent.get(n)
      if (ids.has(idOf(row))) {
        // A restored server is offered under new numbers what was sent while this was another device.
        const isMoved = n <= 0 && this.isRestored() && isOfferedAnew(row, now)
        const isSame = isRenamed || isMoved || same?.operation === row.operation
        if (isSame || isDeepStrictEqual(same?.operation, row.operation)) continue
      }
      if (!isRenamed && before.outbox.has(n) && same && n > before.progress.taken) {
        if (hasGrown(row, same)) {
          if (this.carried.has(idOf(row))) {
            this.report.violate('I2', 'words grow that a request has carried')
          }
          this.words.grew(idOf(row), idOf(same))
          continue
        }
      }
      this.report.violate('I2', `an operation (${row.operation.type}) leaves its device`)
    }
    if (this.isRestored() || isRenamed) return
    for (const [n, { result }] of before.sent) {
      const after = now.sent.get(n)
      if (after?.result.verdict !== result.verdict || after.result.seq !== result.seq) {
        const isDecided = after && this.log.wasSettled(after.operation.id, after.result)
        if (result.verdict === 'held' && isDecided) continue
        this.report.violate('I6', after ? 'a verdict changes' : 'what was confirmed waits again')
      }
    }
  }

  /** I17: what was pulled never goes back to an earlier moment of the same history. */
  private checkTime({ progress: before }: Past, { progress: now }: Past): void {
    // A restored server may come back to where it was, while an answer is on its way.
    if (this.isRestored()) return
    if (before.chain === now.chain || now.grant === 0 || before.grant === 0) return
    const id = now.logbookId
    const [earlier, later] = [this.log.at(id, before.chain), this.log.at(id, now.chain)]
    if (!earlier || !later || this.log.leadsTo(earlier, later)) return
    this.report.violate('I17', `a device goes back from ${earlier.seq} to ${later.seq}`)
  }

  /** I1, I10, I11: what was pulled is what this person was allowed to see at one moment, all of it. */
  private checkPulled(progress: ProgressRow): LogState | null {
    const { logbookId, grant, chain, seq } = progress
    const book = this.db.rowsOf('books').find(({ id }) => id === logbookId)
    if (!book) return null
    if (grant === 0) {
      if (progress.last === 0 || seq !== 0) this.report.count('healed by the sum')
      return null
    }
    const state = this.log.at(logbookId, chain)
    if (state?.seq !== seq) {
      this.report.violate('I5', `a device stands at ${seq}, where the server never was`)
      return null
    }
    const { role } = book
    const must = allSeenAs(state.stored.values(), { personId: this.personId, role })
    const packs = this.db.rowsOf('packs').filter((pack) => pack.logbookId === logbookId)
    const held = documentsIn(packs)
    for (const document of held) {
      const expected = must.get(document.id)
      if (!expected || !this.isSame(document, expected)) {
        this.report.violate('I10', `${document.kind} is held otherwise than it was allowed`)
      }
    }
    if (held.length < must.size) this.report.violate('I11', 'a document was missed')
    return state
  }

  private isSame<Document extends LogbookDocument>(one: Document, other: Document): boolean {
    if (!this.isRestored()) return isDeepStrictEqual(one, other)
    return isDeepStrictEqual(withoutInstants(one), withoutInstants(other))
  }

  /** What is shown follows from what was pulled and what waits, and from nothing else. */
  private checkShown({ progress, outbox, sent }: Past, state: LogState | null): void {
    const { logbookId, revoked, archived } = progress
    const packs = this.db.rowsOf('packs').filter((pack) => pack.logbookId === logbookId)
    const pulled = new Map(documentsIn(packs).map((each) => [each.id, each] as const))
    const holds = ({ documentId, operation, result }: SentRow) =>
      state
        ? // A restored server may have it in another place than before.
          hasEffect(state, operation.id)
        : (pulled.get(documentId)?.revision ?? 0) >= result.seq
    const mayForget = (row: SentRow) =>
      row.n <= (this.forgotten.get(logbookId) ?? 0) || this.everPulled.has(row.documentId)
    const reached = { holds, archived, mayForget }
    const rows = [...sent.values(), ...outbox.values()].sort((one, other) => one.n - other.n)
    // What a restored server is offered again may be in what was pulled from it before, and is done
    // once more on top of it, until the next pull says how things are.
    const isTwice = rows.some(
      ({ n, operation }) => n > archived && state && hasEffect(state, operation.id),
    )
    // A verdict of a server that was restored since the pull has a place in another history, which
    // looks as if the pull had brought it; until the next pull, too.
    const isElsewhere = [...sent.values()].some(
      (row) => row.n > archived && row.result.seq <= progress.seq && state && !holds(row),
    )
    if (this.isRestored() && (isTwice || isElsewhere)) return
    // What came to the server by another way, in a file, was pulled before its verdict; the next pull,
    // which is asked for, says so. Until then it may go on being shown beside.
    const isLate = (row: SentRow) => progress.reread && row.n > archived && holds(row)
    const late = new Set<string>([...sent.values()].filter(isLate).map((row) => row.documentId))
    const must = revoked ? new Map<string, never>() : replayAll(rows, pulled, reached)
    for (const id of late) must.delete(id)
    const shown = this.db
      .rowsOf('shown')
      .filter((row) => row.logbookId === logbookId && !late.has(row.id))
    for (const row of shown) {
      const expected = must.get(row.id)
      if (!expected) {
        this.report.violate('I17', `${row.kind} is shown without a reason`)
      } else if (!isDeepStrictEqual(row.document, expected.document) || row.lastN !== expected.n) {
        this.report.violate('I17', `${row.kind} is shown otherwise than its operations say`)
      } else if (row.growable && !isDeepStrictEqual(row.growable.before, expected.before)) {
        this.report.violate('I2', `${row.kind} would grow on something else`)
      }
    }
    if (shown.length < must.size) this.report.violate('I2', 'what was written here is not shown')
  }
}

/** Whether a history holds an operation otherwise than put aside. */
const hasEffect = ({ ids, settled }: LogState, id: OperationId): boolean =>
  ids.has(id) && (ids.get(id)?.verdict !== 'held' || settled.has(id))

const idOf = ({ operation }: OutboxRow): OperationId => operation.id

/** Whether one patch has become a longer one, before any request has carried it. */
function hasGrown(before: OutboxRow, after: OutboxRow): boolean {
  const [one, other] = [asNewest(before.operation), asNewest(after.operation)]
  return (
    one.type === 'patch' &&
    other.type === 'patch' &&
    one.documentId === other.documentId &&
    Object.keys(one.set).every((key) => Object.hasOwn(other.set, key))
  )
}

/** Word for word, but for a signature made with the key of the device that this was. */
const isOfferedAnew = (row: SentRow | OutboxRow, { outbox }: Past): boolean =>
  [...outbox.values()].some(({ operation }) =>
    isDeepStrictEqual({ ...operation, jws: null }, { ...row.operation, jws: null }),
  )
