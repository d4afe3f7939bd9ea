import { decide, relatedIds, sectionIdOf, type Decision } from '#domain/decide.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import type { Content, Freeze, Operation, OperationType } from '#domain/operation.ts'
import { project, type Actor } from '#domain/rights.ts'
import {
  actor,
  aFreeze,
  anAct,
  aPatch,
  aResolve,
  aReturn,
  aSignature,
  deepFreeze,
  entryId,
  logbookId,
  present,
  seenIn,
  unwritten,
  WEEK,
  type Target,
} from '#tests/support/builders.ts'

type Documents = Map<DocumentId, LogbookDocument>

/** Two devices each for those who write most, so that a person can disagree with herself. */
export const owners = [
  'apprentice',
  'apprentice',
  'trainer',
  'trainer',
  'master',
  'coordinator',
  'secondMaster',
  'auditor',
] as const

/** What somebody tries on a device. The numbers choose among what there is. */
export interface Attempt {
  readonly does: 'act'
  readonly device: number
  readonly target: number
  readonly type: OperationType
  readonly key: number
  /** Several values at once: all keys of the target, as when a form is saved. */
  readonly whole: boolean
  /** Whether the device was handed over to the master. */
  readonly lent: boolean
  /** Which version a signature or return is about: counted from the last one. */
  readonly back: number
  /** Sent though the device itself says no: another app, an old one, somebody who tries. */
  readonly anyway: boolean
}

export type Command = Attempt | { readonly does: 'send' | 'pull'; readonly device: number }

export interface Sent {
  readonly operation: Operation
  readonly actor: Actor
  readonly before: LogbookDocument | null
  readonly decision: Decision
}

interface Device {
  readonly owner: (typeof owners)[number]
  /** What was pulled, as its owner may see it. */
  base: Documents
  /** `base` with what waits. */
  view: Documents
  waiting: { operation: Operation; actor: Actor }[]
}

const INTERVIEW = '019a5b00-1111-7000-8000-000000000001' as DocumentId
const sectionOf = (party: Role) =>
  sectionIdOf({ id: INTERVIEW, logbookId, kind: 'interview' }, party)

interface Subject {
  readonly target: Target
  /** Keys whose values are words. */
  readonly keys: readonly string[]
  readonly others: Content
}

const section = (party: Role): Subject => ({
  target: unwritten('section', sectionOf(party)),
  keys: ['progress', 'difficulties'],
  others: { interview: INTERVIEW, party },
})

export const subjects: readonly Subject[] = [
  {
    target: unwritten('entry', entryId(WEEK)),
    keys: ['told'],
    others: { week: WEEK, 'tasks/salon': true },
  },
  {
    target: unwritten('visit', '019a5b00-1111-7000-8000-000000000002' as DocumentId),
    keys: ['observations', 'place', 'actions/a/label', 'actions/b/label', 'actions/a/removed'],
    others: { date: '2025-11-04', mode: 'on-site' },
  },
  {
    target: unwritten('interview', INTERVIEW),
    keys: ['place'],
    others: { type: 'tripartite', date: '2025-12-02', mode: 'remote' },
  },
  section('apprentice'),
  section('master'),
  section('trainer'),
  {
    target: unwritten('note', '019a5b00-1111-7000-8000-000000000003' as DocumentId),
    keys: ['text'],
    others: {},
  },
]

/** Decides and puts the result where the documents are. */
function decideIn(documents: Documents, operation: Operation, who: Actor): Decision {
  const before = documents.get(operation.documentId) ?? null
  const related = relatedIds(before, operation)
  const find = (id: DocumentId) => (related.includes(id) ? (documents.get(id) ?? null) : null)
  const decision = decide(before, operation, who, find)
  if (decision.document) documents.set(operation.documentId, deepFreeze(decision.document))
  return decision
}

/**
 * A server and some devices, with a network that brings each device’s operations in their order
 * and those of different devices in any. Everything in it is frozen.
 */
export class World {
  readonly server: Documents = new Map()
  /** All that the server decided on, in its order. */
  readonly sent: Sent[] = []
  private texts = 0
  private readonly devices: Device[] = owners.map((owner) => ({
    owner,
    base: new Map<DocumentId, LogbookDocument>(),
    view: new Map<DocumentId, LogbookDocument>(),
    waiting: [],
  }))

  run(commands: readonly Command[]): void {
    for (const command of commands) {
      if (command.does === 'act') this.act(command)
      else if (command.does === 'send') this.send(command.device)
      else this.pull(command.device)
    }
    this.devices.forEach((_, device) => {
      this.sendAll(device)
    })
  }

  /** The operation that `attempt` makes, with words that nobody else writes. */
  private make({ type, key, whole, back, device, target }: Attempt): Operation {
    const subject = subjects[target % subjects.length]
    const seen = this.deviceAt(device).view.get(subject?.target.id ?? INTERVIEW)
    if (!subject) throw new Error('no subject')
    const on: Target = seen ?? subject.target
    const one = subject.keys[key % subject.keys.length] ?? ''
    const hash = seen?.versions.at(-1 - (back % 3))?.hash
    switch (type) {
      case 'patch': {
        const written = (whole ? subject.keys : [one]).map((each) => [each, this.valueFor(each)])
        const set = Object.fromEntries(written) as Content
        return aPatch(on, seen && !whole ? set : { ...subject.others, ...set }, seenIn(on))
      }
      case 'sign':
        return aSignature(on, hash)
      case 'return':
        return aReturn(on, 'Précisez.', hash)
      case 'resolve':
        return aResolve(on, one, seen?.alternatives[one]?.slice(0, 1).map(({ by }) => by) ?? [])
      case 'freeze':
        return aFreeze(on, this.sectionsSeenBy(device))
      default:
        return anAct(type, on)
    }
  }

  private valueFor(key: string): string | true {
    this.texts += 1
    return key.endsWith('/removed') ? true : `mots ${this.texts}`
  }

  private sectionsSeenBy(device: number): Freeze['sections'] {
    const sections: Partial<Record<Role, string>> = {}
    for (const party of ['apprentice', 'master', 'trainer'] as const) {
      const seen = this.deviceAt(device).view.get(sectionOf(party))
      const version = seen && lastVersion(seen)
      if (version) sections[party] = version.hash
    }
    return sections
  }

  private act(attempt: Attempt): void {
    const device = this.deviceAt(attempt.device)
    const operation = deepFreeze(this.make(attempt))
    const who = attempt.lent ? present('master', device.owner) : actor(device.owner)
    const decision = decideIn(device.view, operation, who)
    const goes = decision.verdict !== 'rejected' || attempt.anyway
    if (goes) device.waiting.push({ operation, actor: who })
  }

  private send(at: number): void {
    const next = this.deviceAt(at).waiting.shift()
    if (!next) return
    const before = this.server.get(next.operation.documentId) ?? null
    this.sent.push({ ...next, before, decision: decideIn(this.server, next.operation, next.actor) })
  }

  private sendAll(at: number): void {
    while (this.deviceAt(at).waiting.length > 0) this.send(at)
  }

  private pull(at: number): void {
    const device = this.deviceAt(at)
    device.base = new Map()
    for (const document of this.server.values()) {
      const seen = project(document, actor(device.owner))
      if (seen) device.base.set(seen.id, deepFreeze(seen))
    }
    device.view = new Map(device.base)
    for (const { operation, actor: who } of device.waiting) decideIn(device.view, operation, who)
  }

  private deviceAt(at: number): Device {
    const device = this.devices[at % this.devices.length]
    if (!device) throw new Error('no device')
    return device
  }
}
