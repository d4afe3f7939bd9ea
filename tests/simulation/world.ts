import type { DeviceId, OperationId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { Changes } from '#server/storage/logbookStorage.ts'
import { createVirtualClock, type VirtualClock } from '#tests/sync/virtualClock.ts'
import { Browser } from './browser.ts'
import type { SavedFile } from './errands.ts'
import { LocalStorage } from './localStorage.ts'
import { createNetwork, type Network } from './network.ts'
import { Report } from './oracle/report.ts'
import { ServerLog } from './oracle/serverLog.ts'
import { Wire } from './oracle/wire.ts'
import { Words } from './oracle/words.ts'
import { BEGINNING, books, castDevices, factsOf } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Scenario, Step } from './scenario.ts'
import { keyAt, type DeviceKey } from './signingKeys.ts'
import { POISON, SimulatedServer } from './simulatedServer.ts'
import { happen } from './steps.ts'
import type { Tab } from './tab.ts'

const DAY = 86_400_000
/** Pieces of a photo wait so long for the others, in days; see `sweepUploads`. */
const UPLOAD_DAYS = 7

interface Seal {
  readonly device: DeviceId
  readonly keyId: string
  readonly role: Role
}

/** A server, some browsers, and time: what happens in them is the app’s own code. */
export class World {
  readonly scenario: Scenario
  readonly random: Random
  readonly clock: VirtualClock = createVirtualClock()
  readonly report = new Report()
  readonly words = new Words()
  readonly keys = new Map<string, DeviceKey>()
  /** By whom each signature was really made, and as what. */
  readonly seals = new Map<string, Seal>()
  readonly log: ServerLog
  readonly wire: Wire
  readonly server: SimulatedServer
  readonly network: Network
  readonly browsers: Browser[] = []
  readonly savedFiles: SavedFile[] = []
  /** Photos whose bytes a browser has lost. */
  readonly lostPhotos = new Set<string>()
  /** Photos that a device let go of once the server had them. */
  readonly letGo = new Set<string>()
  /** Those of them of before a restore, which may have lost them. */
  readonly goneWithServer = new Set<string>()
  restores = 0
  isRestoredByHand = false
  /** Nothing goes wrong any more, and everybody does what a page asks them to. */
  isWell = false
  /** How far the server’s calendar is ahead of the time that passed, in ms. */
  private calendar = 0
  private readonly broken = new Set<OperationId>()
  /** Stands for the server among those who keep words; another one once it was restored. */
  private epoch: object = {}
  private sessions = 0

  constructor(scenario: Scenario) {
    this.scenario = scenario
    this.random = createRandom(scenario.seed)
    this.log = new ServerLog(this.report, {
      ownerOf: (id) => this.server.findDevice(id)?.owner,
      isGenuine: (jws, device, role) => {
        const made = this.seals.get(jws)
        const keyId = this.server.findDevice(device)?.key?.keyId
        // An app that lies says in its signature, too, that the person has another part.
        return made?.device === device && made.keyId === keyId && made.role === role
      },
      isBroken: (id) => this.broken.has(id),
      isTrusted: (id) => this.server.findDevice(id)?.isTrusted === true,
      hasFile: (id, sha256) => this.server.hasFile(id, sha256),
      isRefused: (id) => this.server.refused.has(id),
    })
    this.wire = new Wire(this.report, this.log, (id) => this.server.storage.state().get(id))
    this.server = new SimulatedServer(() => this.time(), scenario.answerMax, {
      onCommit: (id, changes, after) => {
        this.log.onCommit(id, changes, after)
        this.keepCommitted(changes)
      },
      onRescued: (id, changes, after) => {
        this.log.onRescued(id, changes, after)
        this.keepCommitted(changes)
      },
      onSettled: (id, changes, after) => {
        this.log.onSettled(id, changes, after)
      },
      onHeld: (id, personId, list) => {
        this.wire.onHeld(id, personId, list)
      },
      onRescue: (rescue, isTaken) => {
        if (isTaken) this.wire.onPush(rescue.items.map(({ body }) => ({ operation: body })))
      },
      onPoke: (id) => {
        for (const { line } of this.tabs()) line?.poke(id)
      },
      onPhoto: (id, isWhole) => {
        if (!isWhole) this.report.violate('I13', 'other bytes are stored than the hash names')
        for (const { line } of this.tabs()) line?.poke(id)
      },
      count: (name) => {
        this.report.count(name)
      },
      onPull: (pulled) => {
        this.wire.onPull(pulled)
      },
      onNews: (news) => {
        for (const { line } of this.tabs()) line?.hear(news)
      },
      onPush: (operations) => {
        this.wire.onPush(operations)
      },
      onBroken: (error, id) => {
        const isPlanned = String(error).includes(POISON) || String(error).includes('refused')
        if (!isPlanned) this.report.violate('I9', `the rules broke: ${String(error)}`)
        else this.report.count('held operations that broke our rules')
        this.broken.add(id)
      },
    })
    const { random, clock, server } = this
    this.network = createNetwork({
      ...{ random, server, after: clock.after },
      onFault: (fault) => {
        this.report.count(`fault ${fault}`)
      },
    })
    books.forEach((_, book) => {
      server.storage.putFacts(factsOf(book))
    })
    for (const index of scenario.devices) {
      const who = castDevices[index % castDevices.length] ?? 'apprentice'
      this.addBrowser(new Browser(this, who, this.newContents()))
    }
  }

  /** UTC instant by the server’s clock, in ms. */
  time(): number {
    return BEGINNING + this.clock.now() + this.calendar
  }

  readonly isRestored = (): boolean => this.restores > 0

  readonly nextKey = (): DeviceKey => {
    const key = keyAt(this.keys.size)
    this.keys.set(key.keyId, key)
    return key
  }

  /** Lets time pass until `end`, or until `isEnough` says so; each thing comes to its rest first. */
  async pass(ms: number, isEnough: () => boolean = () => false): Promise<void> {
    const end = this.clock.now() + ms
    await rest()
    while (this.report.violations.length === 0 && !isEnough() && this.clock.step(end)) await rest()
    if (!isEnough()) this.clock.advance(Math.max(0, end - this.clock.now()))
  }

  async happen(step: Step): Promise<void> {
    this.report.count(`step ${step.do}`)
    if (step.do === 'pass') await this.pass(step.ms)
    else happen(this, step)
    await rest()
  }

  /** The calendar goes on, and nothing else. */
  passDays(days: number): void {
    this.calendar += days * DAY
    this.server.files.sweep(this.time() - UPLOAD_DAYS * DAY)
  }

  restore(byCommand: boolean): void {
    this.breakAll()
    if (!this.server.restore(byCommand)) return
    this.restores += 1
    for (const sha256 of this.letGo) this.goneWithServer.add(sha256)
    if (!byCommand) this.isRestoredByHand = true
    this.words.forget(this.epoch)
    this.epoch = {}
    // What is taken another time may not break, also what broke when a person decided about it.
    this.broken.clear()
    for (const [id, book] of this.server.storage.state()) {
      this.log.restore(id, book)
      for (const { body } of book.operations) this.words.keep(body, this.epoch)
    }
  }

  addBrowser(browser: Browser): void {
    this.browsers.push(browser)
    this.server.signIn(browser.asker, true)
  }

  newContents(): ConstructorParameters<typeof Browser>[2] {
    return { jar: { session: this.newSession() }, storage: new LocalStorage() }
  }

  newSession(): string {
    this.sessions += 1
    return `session ${this.sessions}`
  }

  /** What a commit keeps of people’s words. */
  private keepCommitted({ operations }: Pick<Changes, 'operations'>): void {
    for (const { body } of operations) {
      this.words.keep(body, this.epoch)
    }
  }

  private tabs(): Tab[] {
    return this.browsers.flatMap(({ tabs }) => tabs.filter(({ isAlive }) => isAlive))
  }

  /** Everything that was on its way between server and devices is lost. */
  breakAll(): void {
    this.network.breakAll()
    for (const { line } of this.tabs()) line?.break(false)
  }
}

/** Until nothing more happens without time: all promises of one moment. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
