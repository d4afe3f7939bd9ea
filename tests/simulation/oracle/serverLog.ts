import { isDeepStrictEqual } from 'node:util'
import { CHAIN_START, nextHead } from '#domain/chain.ts'
import { filesOf } from '#domain/content.ts'
import { decide } from '#domain/decide.ts'
import { hashOfText } from '#domain/hash.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import { roles, type Role } from '#domain/kind.ts'
import type { LogbookDocument, Signature } from '#domain/logbookDocument.ts'
import { partsOn } from '#domain/membership.ts'
import type { Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { versionHash } from '#domain/versions.ts'
import { readCompactJws } from '#protocol/compactJws.ts'
import { readOperation } from '#protocol/operation.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { Changes, KeptOperation, StoredDocument } from '#server/storage/logbookStorage.ts'
import { maySign, mustHaveSigned, ways, whoSigned } from '#tests/domain/lives.ts'
import type { MemoryLogbook } from '../memoryStorage.ts'
import type { Report } from './report.ts'
import { seenAs } from './projection.ts'

/** A logbook after one commit. A restored server goes back to an earlier one, and on from there. */
export interface LogState {
  readonly parent: LogState | null
  readonly seq: number
  readonly chain: string
  /** As the server keeps them. */
  readonly stored: ReadonlyMap<DocumentId, StoredDocument>
  /** As they have to be, without receipts. */
  readonly model: ReadonlyMap<DocumentId, StoredDocument>
  readonly ids: ReadonlyMap<OperationId, KeptOperation>
  readonly counters: ReadonlyMap<DeviceId, number>
}

/** What the log has to know of the rest of the world. */
export interface Outside {
  readonly ownerOf: (id: DeviceId) => PersonId | undefined
  /** Whether this JWS was made by the key of that device, and says this role. */
  readonly isGenuine: (jws: string, device: DeviceId, role: Role) => boolean
  /** Whether our rules broke on this operation. */
  readonly isBroken: (id: OperationId) => boolean
  /** Whether the bytes of a photo are stored for a logbook. */
  readonly hasFile: (id: LogbookId, sha256: string) => boolean
  /** Whether the database refuses rows of this document. */
  readonly isRefused: (id: DocumentId) => boolean
}

const start: LogState = {
  parent: null,
  seq: 0,
  chain: CHAIN_START,
  stored: new Map(),
  model: new Map(),
  ids: new Map(),
  counters: new Map(),
}

/**
 * Decides everything once more that the server commits, from the operations as it keeps them, and
 * remembers every state a logbook was in.
 */
export class ServerLog {
  private readonly states = new Map<string, LogState>()
  private readonly heads = new Map<LogbookId, LogState>()
  private readonly report: Report
  private readonly outside: Outside

  constructor(report: Report, outside: Outside) {
    this.report = report
    this.outside = outside
  }

  current(id: LogbookId): LogState {
    return this.heads.get(id) ?? start
  }

  /** The state of a logbook at this head of its chain, or `undefined`: it never had such a one. */
  at(id: LogbookId, chain: string): LogState | undefined {
    return chain === CHAIN_START ? start : this.states.get(`${id} ${chain}`)
  }

  /** Whether `earlier` is a part of the history that leads to `later`. */
  leadsTo(earlier: LogState, later: LogState): boolean {
    let state: LogState | null = later
    while (state && state.seq > earlier.seq) state = state.parent
    return state?.chain === earlier.chain
  }

  /** The server was restored from a backup, in which the logbook was like this. */
  restore(id: LogbookId, { head, counters }: MemoryLogbook): void {
    const numbers = new Map([...counters].map(([device, { lastN }]) => [device, lastN]))
    this.heads.set(id, { ...(this.at(id, head.chain) ?? start), counters: numbers })
  }

  onCommit(id: LogbookId, changes: Changes, after: MemoryLogbook): void {
    const before = this.current(id)
    const model = new Map(before.model)
    const ids = new Map(before.ids)
    let { seq, chain } = before
    let n = before.counters.get(changes.counter.deviceId) ?? 0
    for (const operation of changes.operations) {
      this.checkPlace(operation, { seq, n, ids })
      const expected = this.replay(operation, model, after)
      const { verdict, code } = operation
      if (verdict !== expected.verdict || code !== expected.code) {
        const said = `${verdict} ${code ?? ''}, must be ${expected.verdict} ${expected.code ?? ''}`
        this.report.violate('I9', `seq ${operation.seq}: ${said}`)
      }
      seq = operation.seq
      n = operation.n
      chain = nextHead(chain, { seq, hash: hashOfText(operation.body), verdict })
      if (operation.chain !== chain) this.report.violate('I5', `the chain breaks at ${seq}`)
      ids.set(operation.id, operation)
      this.report.count(`operations ${verdict}`)
      if (code === 'both-kept' || code === 'late') this.report.count(`alternatives ${code}`)
    }
    if (changes.counter.lastN < n) this.report.violate('I5', 'the device’s number goes back')
    const { head, documents: stored } = after
    if (changes.operations.length > 0 && (head.seq !== seq || head.chain !== chain)) {
      this.report.violate('I5', 'the head is not that of the last operation')
    }
    this.compare(stored, model, before)
    const counters = new Map(before.counters)
    counters.set(changes.counter.deviceId, changes.counter.lastN)
    const state = { parent: before, seq, chain, stored, model, ids, counters }
    // A push of what came before changes no more than a counter.
    if (changes.operations.length === 0) {
      this.heads.set(id, { ...state, parent: before.parent })
      this.states.set(`${id} ${chain}`, this.current(id))
      return
    }
    this.heads.set(id, state)
    this.states.set(`${id} ${chain}`, state)
  }

  private checkPlace(
    { id, seq, n }: KeptOperation,
    before: { seq: number; n: number; ids: ReadonlyMap<OperationId, KeptOperation> },
  ): void {
    if (seq !== before.seq + 1) this.report.violate('I5', `seq ${seq} after ${before.seq}`)
    if (n <= before.n) this.report.violate('I5', `number ${n} after ${before.n} of one device`)
    if (before.ids.has(id)) this.report.violate('I4', `an operation happened twice (seq ${seq})`)
  }

  /** What has to become of one operation; puts its effect into `model`. */
  private replay(
    kept: KeptOperation,
    model: Map<DocumentId, StoredDocument>,
    { facts }: MemoryLogbook,
  ): { verdict: string; code: string | null } {
    const rejected = (code: string) => ({ verdict: 'rejected', code })
    const read = readOperation(JSON.parse(kept.body))
    if (!read.ok)
      return { verdict: read.code === 'unreadable' ? 'held' : 'rejected', code: read.code }
    const { operation } = read
    const parts = partsOn(facts.members, civilDay(new Date(kept.at)))
    const pusher = this.outside.ownerOf(kept.deviceId)
    const part = pusher && parts.get(pusher)
    if (!pusher || !part) return rejected('nobody of this logbook')
    const own = { logbookId: facts.id, personId: pusher, role: part.role, at: kept.at }
    const present = operation.present === null ? null : parts.get(operation.present)
    if (present !== null && present?.standing !== 'present') return rejected('not-allowed')
    if (part.standing === 'past') return rejected('not-a-member')
    const isAboutOthers = operation.type === 'sign' || operation.type === 'return'
    if (part.standing === 'late' && isAboutOthers) return { verdict: 'held', code: 'late' }
    if (this.outside.isBroken(operation.id)) return { verdict: 'held', code: 'failed' }
    const actor: Actor =
      present === null || operation.present === null
        ? own
        : { ...own, personId: operation.present, role: present.role, via: own }
    return this.execute(kept, operation, actor, model)
  }

  private execute(
    kept: KeptOperation,
    operation: Operation,
    actor: Actor,
    model: Map<DocumentId, StoredDocument>,
  ): { verdict: string; code: string | null } {
    const id = operation.documentId
    const before = model.get(id) ?? null
    const find = (other: DocumentId) => model.get(other)?.document ?? null
    const decision = decide(before?.document ?? null, operation, actor, find)
    const { document, verdict } = decision
    const outcome = { verdict, code: verdict === 'applied' ? null : decision.code }
    if (verdict === 'rejected' || document === before?.document) return outcome
    const signature = document.signatures[before?.document.signatures.length ?? 0]
    if (signature?.jws && !this.outside.isGenuine(signature.jws, kept.deviceId, actor.role)) {
      return { verdict: 'rejected', code: 'bad-signature' }
    }
    const signed = document.versions.find(({ hash }) => hash === signature?.hash)
    const photos = signed ? filesOf(signed.content) : []
    if (photos.some(({ sha256 }) => !this.outside.hasFile(actor.logbookId, sha256))) {
      return { verdict: 'held', code: 'files-missing' }
    }
    if (this.outside.isRefused(id)) return { verdict: 'held', code: 'failed' }
    this.checkLife(before?.document ?? null, document)
    const isShared = facesOf(before?.document ?? null) !== facesOf(document)
    const { seq } = kept
    model.set(id, { document, seq, sharedSeq: isShared ? seq : (before?.sharedSeq ?? null) })
    return outcome
  }

  private checkLife(before: LogbookDocument | null, after: LogbookDocument): void {
    const way = `${before?.state ?? 'none'} → ${after.state}`
    if (!ways[after.kind].includes(way)) this.report.violate('I9', `${after.kind}: ${way}`)
    const signed = whoSigned(after)
    if (!mustHaveSigned(after).every((role) => signed.includes(role))) {
      this.report.violate('I8', `${after.kind} is ${after.state} without its signatures`)
    }
    if (!signed.every((role) => maySign[after.kind].includes(role))) {
      this.report.violate('I8', `${after.kind} is signed by ${signed.join(', ')}`)
    }
    for (const list of ['versions', 'signatures', 'returns'] as const) {
      const kept = before?.[list] ?? []
      if (!isDeepStrictEqual(after[list].slice(0, kept.length), kept)) {
        this.report.violate('I7', `${list} of ${after.kind} changed`)
      }
    }
    for (const version of after.versions.slice(before?.versions.length ?? 0)) {
      if (versionHash(after, version) !== version.hash) this.report.violate('I8', 'a wrong hash')
    }
    for (const { version, hash } of after.signatures) {
      if (after.versions[version - 1]?.hash !== hash) {
        this.report.violate('I8', 'a signature is on another text than it names')
      }
    }
  }

  private compare(
    stored: ReadonlyMap<DocumentId, StoredDocument>,
    model: ReadonlyMap<DocumentId, StoredDocument>,
    before: LogState,
  ): void {
    if (stored.size !== model.size) this.report.violate('I9', 'there are other documents')
    for (const [id, found] of stored) {
      const expected = model.get(id)
      if (found === before.stored.get(id) && expected === before.model.get(id)) continue
      const { document } = found
      const signatures = document.signatures.map((each) => ({ ...each, receipt: null }))
      if (!isDeepStrictEqual({ ...found, document: { ...document, signatures } }, expected)) {
        this.report.violate('I9', `${document.kind} is not what its operations make of it`)
      }
      for (const signature of document.signatures) this.checkReceipt(document, signature)
    }
  }

  private checkReceipt({ logbookId, id }: LogbookDocument, signature: Signature): void {
    const { version, hash, jws, receipt } = signature
    const payload = readCompactJws(receipt ?? '')?.payload ?? 'null'
    const says = JSON.parse(payload) as Record<string, unknown> | null
    const must = { logbook: logbookId, document: id, version, hash }
    const isRight = says && Object.entries(must).every(([key, value]) => says[key] === value)
    if (!isRight || says['signature'] !== hashOfText(jws ?? '')) {
      this.report.violate('I8', 'a receipt is about something else')
    }
  }
}

/** What anybody but its author can see of a document, as a text. */
function facesOf(document: LogbookDocument | null): string {
  if (!document) return '[]'
  const nobody = '00000000-0000-7000-8000-000000000000' as PersonId
  return JSON.stringify(
    roles.flatMap((role) => {
      const face = seenAs(document, { personId: nobody, role })
      return face ? [face] : []
    }),
  )
}
