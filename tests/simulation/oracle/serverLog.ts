import { CHAIN_START, nextHead } from '#domain/chain.ts'
import { filesOf } from '#domain/content.ts'
import { decide } from '#domain/decide.ts'
import { hashOfText } from '#domain/hash.ts'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { partsOn } from '#domain/membership.ts'
import type { Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { readOperation } from '#protocol/operation.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { KeptSettlement, SettlementChanges } from '#server/storage/heldStorage.ts'
import type { Changes, KeptOperation, StoredDocument } from '#server/storage/logbookStorage.ts'
import type { RescueChanges } from '#server/storage/rescueStorage.ts'
import type { MemoryLogbook } from '../memoryStorage.ts'
import { asNewest } from '../releases.ts'
import { isCoordinator, isPutAside } from './custody.ts'
import { checkLife, compareAll, facesOf } from './documentChecks.ts'
import type { Report } from './report.ts'

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
  /** What was put aside, and a person decided since. */
  readonly settled: ReadonlyMap<OperationId, KeptSettlement>
  readonly counters: ReadonlyMap<DeviceId, number>
}

/** What the log has to know of the rest of the world. */
export interface Outside {
  readonly ownerOf: (id: DeviceId) => PersonId | undefined
  /** Whether this JWS was made by the key of that device, and says this role. */
  readonly isGenuine: (jws: string, device: DeviceId, role: Role) => boolean
  /** Whether our rules broke on this operation. */
  readonly isBroken: (id: OperationId) => boolean
  /** Whether the server knows this device, and nobody reported it as lost. */
  readonly isTrusted: (id: DeviceId) => boolean
  /** Whether the bytes of a photo are stored for a logbook. */
  readonly hasFile: (id: LogbookId, sha256: string) => boolean
  /** Whether the database refuses rows of this document. */
  readonly isRefused: (id: DocumentId) => boolean
}

interface Expected {
  readonly verdict: string
  readonly code: string | null
}

/** Which device wrote what came in a file. */
interface Origin {
  readonly deviceId: DeviceId
  readonly owner: PersonId
}

const isOfOlderShape = ({ body }: KeptOperation): boolean => {
  const read = JSON.parse(body) as object
  return asNewest(read) !== read
}

const start: LogState = {
  parent: null,
  seq: 0,
  chain: CHAIN_START,
  stored: new Map(),
  model: new Map(),
  ids: new Map(),
  settled: new Map(),
  counters: new Map(),
}

/**
 * Decides everything once more that the server commits, from the operations as it keeps them, and
 * remembers every state a logbook was in.
 */
export class ServerLog {
  private readonly states = new Map<string, LogState>()
  private readonly heads = new Map<LogbookId, LogState>()
  /** Every decision there ever was, as its device may hear of it. */
  private readonly decisions = new Set<string>()
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

  /** Whether a person once gave an operation that was put aside this verdict, at this place. */
  wasSettled(id: OperationId, { verdict, seq }: { verdict: string; seq: number }): boolean {
    return this.decisions.has(`${id} ${verdict} ${seq}`)
  }

  onCommit(id: LogbookId, changes: Changes, after: MemoryLogbook): void {
    this.add(id, changes, after, (kept, model) => this.replay(kept, model, after))
  }

  /**
   * What came in a file. Only its author, from a trusted device and in its order, has it decided at
   * once; and that is then done.
   */
  onRescued(id: LogbookId, changes: RescueChanges, after: MemoryLogbook): void {
    const { owner, broughtBy, deviceId } = changes.origin
    const day = civilDay(new Date(changes.operations[0]?.at ?? 0))
    const isOwn = owner === broughtBy
    if (!isOwn && !isCoordinator(after, broughtBy, day)) {
      this.report.violate('I10', 'a file is taken from somebody whom it does not concern')
    }
    if (!isOwn && changes.origin.seal === null) {
      this.report.violate('I8', 'a file of somebody else is taken without its seal')
    }
    const known = this.outside.isTrusted(deviceId)
    const numbers = changes.rescued.map(({ n }) => n)
    const last = this.current(id).counters.get(deviceId) ?? 0
    const isInOrder = numbers.every((n, index) => n === last + 1 + index)
    const parts = partsOn(after.facts.members, day)
    this.add(id, changes, after, (kept, model) => {
      const aside = { verdict: 'held', code: 'rescued' } as const
      const read = readOperation(JSON.parse(kept.body))
      const writer = (read.ok ? read.operation.present : null) ?? owner
      if (read.ok && parts.has(writer) && (!isOwn || !known)) return aside
      // Numbers that came before may stand between those of the file: put aside is always right.
      if (read.ok && !isInOrder && kept.verdict === aside.verdict) return aside
      return this.replay(kept, model, after, { owner, deviceId })
    })
  }

  /** A person has decided about what was put aside: once, as its author, in the part of that day. */
  onSettled(id: LogbookId, { settlement }: SettlementChanges, after: MemoryLogbook): void {
    const before = this.current(id)
    const { operationId, settler, decision, verdict, code, seq, at } = settlement
    const kept = before.ids.get(operationId)
    if (!kept || !isPutAside(kept)) {
      this.report.violate('I9', 'something is settled that was not put aside')
      return
    }
    if (before.settled.has(operationId)) this.report.violate('I4', 'a decision is made twice')
    if (!isCoordinator(after, settler, civilDay(new Date(at)))) {
      this.report.violate('I10', 'somebody decides who is no coordinator')
    }
    const device = after.rescued.get(operationId)?.deviceId
    const waitsBefore = [...before.ids.values()].some(
      (other) =>
        other.seq < kept.seq &&
        after.rescued.get(other.id)?.deviceId === device &&
        isPutAside(other) &&
        !before.settled.has(other.id),
    )
    if (decision === 'take' && device && waitsBefore) {
      this.report.violate('I5', 'something is taken before what its device wrote earlier')
    }
    const model = new Map(before.model)
    const expected =
      decision === 'refuse'
        ? { verdict: 'rejected', code: 'not-taken' }
        : this.take(kept, settlement, model, after)
    if (verdict !== expected.verdict || code !== expected.code) {
      const must = `${expected.verdict} ${expected.code ?? ''}`
      this.report.violate('I9', `settled as ${verdict} ${code ?? ''}, must be ${must}`)
    }
    const chain = nextHead(before.chain, { seq, hash: settlement.hash, verdict })
    if (seq !== before.seq + 1) this.report.violate('I5', `seq ${seq} after ${before.seq}`)
    if (settlement.chain !== chain || after.head.chain !== chain || after.head.seq !== seq) {
      this.report.violate('I5', `the chain breaks at the decision ${seq}`)
    }
    const { documents: stored } = after
    compareAll(this.report, stored, model, before)
    this.decisions.add(`${operationId} ${verdict} ${seq}`)
    const settled = new Map([...before.settled, [operationId, settlement]])
    this.put(id, { ...before, parent: before, seq, chain, stored, model, settled })
    this.report.count(`decisions ${decision}: ${verdict}`)
  }

  private put(id: LogbookId, state: LogState): void {
    this.heads.set(id, state)
    this.states.set(`${id} ${state.chain}`, state)
  }

  private add(
    id: LogbookId,
    changes: Changes,
    after: MemoryLogbook,
    expectedOf: (kept: KeptOperation, model: Map<DocumentId, StoredDocument>) => Expected,
  ): void {
    const before = this.current(id)
    const model = new Map(before.model)
    const ids = new Map(before.ids)
    let { seq, chain } = before
    let n = before.counters.get(changes.counter.deviceId) ?? 0
    for (const operation of changes.operations) {
      this.checkPlace(operation, { seq, n, ids })
      const expected = expectedOf(operation, model)
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
      if (code === 'unreadable') this.report.violate('I14', 'an operation of a release is not read')
      if (isOfOlderShape(operation)) this.report.count('shapes of an older release')
    }
    if (changes.counter.lastN < n) this.report.violate('I5', 'the device’s number goes back')
    const { head, documents: stored } = after
    if (changes.operations.length > 0 && (head.seq !== seq || head.chain !== chain)) {
      this.report.violate('I5', 'the head is not that of the last operation')
    }
    compareAll(this.report, stored, model, before)
    const counters = new Map(before.counters)
    counters.set(changes.counter.deviceId, changes.counter.lastN)
    // A push of what came before changes no more than a counter.
    const parent = changes.operations.length === 0 ? before.parent : before
    this.put(id, { ...before, parent, seq, chain, stored, model, ids, counters })
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
    origin?: Origin,
  ): Expected {
    const rejected = (code: string) => ({ verdict: 'rejected', code })
    const read = readOperation(JSON.parse(kept.body))
    if (!read.ok)
      return { verdict: read.code === 'unreadable' ? 'held' : 'rejected', code: read.code }
    const { operation } = read
    const parts = partsOn(facts.members, civilDay(new Date(kept.at)))
    const deviceId = origin?.deviceId ?? kept.deviceId
    const pusher = origin?.owner ?? this.outside.ownerOf(deviceId)
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
    return this.execute({ deviceId, seq: kept.seq }, operation, actor, model)
  }

  /** What has to become of what was put aside, when a person takes it. */
  private take(
    kept: KeptOperation,
    { at, seq }: KeptSettlement,
    model: Map<DocumentId, StoredDocument>,
    { facts, rescued }: MemoryLogbook,
  ): Expected {
    const read = readOperation(JSON.parse(kept.body))
    if (!read.ok) return { verdict: 'rejected', code: read.code }
    const { operation } = read
    const origin = rescued.get(kept.id)
    // A signature that came in a file, without the key of its device, could be anybody’s.
    if (origin && operation.type === 'sign' && operation.jws === null) {
      return { verdict: 'rejected', code: 'bad-signature' }
    }
    const deviceId = origin?.deviceId ?? kept.deviceId
    const owner = origin?.owner ?? this.outside.ownerOf(deviceId) ?? kept.actor
    const written = operation.at < kept.at ? operation.at : kept.at
    const onDay = (instant: string) => partsOn(facts.members, civilDay(new Date(instant)))
    const roleOf = (id: PersonId): Role | undefined => {
      const then = onDay(written).get(id)
      return then?.standing === 'present' ? then.role : (onDay(kept.at).get(id)?.role ?? then?.role)
    }
    const [role, ownerRole] = [roleOf(kept.actor), roleOf(owner)]
    if (!role || !ownerRole) return { verdict: 'rejected', code: 'not-allowed' }
    const own = { logbookId: facts.id, personId: kept.actor, role, at }
    const via = { personId: owner, role: ownerRole }
    const actor: Actor = owner === kept.actor ? own : { ...own, via }
    return this.execute({ deviceId, seq }, operation, actor, model)
  }

  private execute(
    { deviceId, seq }: Pick<KeptOperation, 'deviceId' | 'seq'>,
    operation: Operation,
    actor: Actor,
    model: Map<DocumentId, StoredDocument>,
  ): Expected {
    const id = operation.documentId
    const before = model.get(id) ?? null
    const find = (other: DocumentId) => model.get(other)?.document ?? null
    const decision = decide(before?.document ?? null, operation, actor, find)
    const { document, verdict } = decision
    const outcome = { verdict, code: verdict === 'applied' ? null : decision.code }
    if (verdict === 'rejected' || document === before?.document) return outcome
    const signature = document.signatures[before?.document.signatures.length ?? 0]
    if (signature?.jws && !this.outside.isGenuine(signature.jws, deviceId, actor.role)) {
      return { verdict: 'rejected', code: 'bad-signature' }
    }
    const signed = document.versions.find(({ hash }) => hash === signature?.hash)
    const photos = signed ? filesOf(signed.content) : []
    if (photos.some(({ sha256 }) => !this.outside.hasFile(actor.logbookId, sha256))) {
      return { verdict: 'held', code: 'files-missing' }
    }
    if (this.outside.isRefused(id)) return { verdict: 'held', code: 'failed' }
    checkLife(this.report, before?.document ?? null, document, operation.type)
    const isShared = facesOf(before?.document ?? null) !== facesOf(document)
    model.set(id, { document, seq, sharedSeq: isShared ? seq : (before?.sharedSeq ?? null) })
    return outcome
  }
}
