import type { DeviceId, OperationId } from '#domain/identifiers.ts'
import type { Role } from '#domain/kind.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import { personId } from '#tests/support/builders.ts'
import { createVirtualClock, type VirtualClock } from '#tests/sync/virtualClock.ts'
import { perform, performOffered, type } from './acts.ts'
import { Browser } from './browser.ts'
import { createNetwork, type Network } from './network.ts'
import { Report } from './oracle/report.ts'
import { ServerLog } from './oracle/serverLog.ts'
import { Wire } from './oracle/wire.ts'
import { Words } from './oracle/words.ts'
import { BEGINNING, bookAt, books, castDevices, factsOf, people, slotAt } from './people.ts'
import { createRandom, type Random } from './random.ts'
import type { Scenario, Step } from './scenario.ts'
import { keyAt, type DeviceKey } from './signingKeys.ts'
import { POISON, SimulatedServer } from './simulatedServer.ts'
import type { Tab } from './tab.ts'

const DAY = 86_400_000
/** More browsers than this would only cost time. */
const BROWSERS_MAX = 12

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
  restores = 0
  /** Nothing goes wrong any more, and everybody does what a page asks them to. */
  isWell = false
  /** How far the server’s calendar is ahead of the time that passed, in ms. */
  private calendar = 0
  private readonly broken = new Set<OperationId>()
  /** Stands for the server among those who keep words; another one once it was restored. */
  private epoch: object = {}

  constructor(scenario: Scenario) {
    this.scenario = scenario
    this.random = createRandom(scenario.seed)
    this.log = new ServerLog(this.report, {
      ownerOf: (id) => this.server.devices.get(id)?.personId,
      isGenuine: (jws, device, role) => {
        const made = this.seals.get(jws)
        const keyId = this.server.devices.get(device)?.key?.keyId
        // An app that lies says in its signature, too, that the person has another part.
        return made?.device === device && made.keyId === keyId && made.role === role
      },
      isBroken: (id) => this.broken.has(id),
      hasFile: (id, sha256) => this.server.hasFile(id, sha256),
      isRefused: (id) => this.server.refused.has(id),
    })
    this.wire = new Wire(this.report, this.log, (id) => this.server.storage.state().get(id))
    this.server = new SimulatedServer(() => this.time(), scenario.answerMax, {
      onCommit: (id, changes, after) => {
        this.log.onCommit(id, changes, after)
        for (const { id: done, body } of changes.operations) {
          this.words.keep(body, this.epoch)
          // A restored server may take it another time, and not break.
          this.broken.delete(done)
        }
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
      this.addBrowser(who, `browser ${this.browsers.length}`)
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
    else if ('on' in step) this.happenOn(step)
    else this.happenToAll(step)
    await rest()
  }

  private happenOn(step: Extract<Step, { on: number }>): void {
    const browser = this.browsers[step.on % this.browsers.length]
    if (!browser) return
    const tab = 'tab' in step ? browser.tabAt(step.tab) : null
    if ('tab' in step && !tab) return
    if (tab) this.happenIn(tab, step as Extract<Step, { tab: number }>)
    else this.happenTo(browser, step as Exclude<Extract<Step, { on: number }>, { tab: number }>)
  }

  private happenIn(tab: Tab, step: Extract<Step, { tab: number }>): void {
    switch (step.do) {
      case 'act':
        if (!tab.isFrozen) void perform(tab, step).catch(this.onNotKept)
        return
      case 'offered':
        if (!tab.isFrozen) void performOffered(tab, step).catch(this.onNotKept)
        return
      case 'type':
        if (!tab.isFrozen) void type(tab, step).catch(this.onNotKept)
        return
      case 'look':
        void tab.engine.now()
        return
      case 'kill':
        if (step.hidden) tab.kill(true)
        else tab.killIn = 1 + step.after
        return
      case 'full':
        tab.fullIn = 1 + step.after
        return
      case 'broken':
        tab.brokenFor = step.times
        return
      case 'freeze':
        tab.freeze(step.frozen)
    }
  }

  /** What the phone could not write, the person is told; the words are still on the screen. */
  private readonly onNotKept = (error: unknown): void => {
    if (/QuotaExceededError|UnknownError/u.test(String(error))) return
    this.report.violate('I12', `a page broke: ${String(error)}`)
  }

  private happenTo(
    browser: Browser,
    step: Exclude<Extract<Step, { on: number }>, { tab: number }>,
  ): void {
    switch (step.do) {
      case 'faults':
        browser.faults.push(...step.faults)
        return
      case 'network':
        browser.isOnline = step.online
        if (step.online) browser.wake()
        else for (const { line } of browser.tabs) line?.break(true)
        return
      case 'second-tab':
        if (browser.tabs.length < 2) browser.openTab()
        return
      case 'clone':
        if (this.browsers.length < BROWSERS_MAX) {
          this.addBrowser(browser.who, browser.asker.browser, browser)
        }
        return
      case 'keep':
        browser.keep()
        return
      case 'roll-back':
        if (!browser.rollBack()) this.report.count('nothing to roll back to')
        return
      case 'wipe':
        browser.wipe()
        return
      case 'clock':
        browser.clockShift += step.by
        return
      case 'sign-out':
        this.server.signIn(browser.asker, !step.out)
        if (!step.out) browser.wake()
    }
  }

  private happenToAll(step: Exclude<Step, { on: number } | { do: 'pass' }>): void {
    switch (step.do) {
      case 'member':
        this.changeMember(step)
        return
      case 'days':
        this.calendar += step.days * DAY
        return
      case 'restart':
        this.breakAll()
        return
      case 'backup':
        this.server.keepBackup()
        return
      case 'restore':
        this.restore()
        return
      case 'poison': {
        const { id } = slotAt(step.book, step.slot)
        const set = step.in === 'rules' ? this.server.poisoned : this.server.refused
        set.add(id)
      }
    }
  }

  private restore(): void {
    this.breakAll()
    if (!this.server.restore()) return
    this.restores += 1
    this.words.forget(this.epoch)
    this.epoch = {}
    for (const [id, book] of this.server.storage.state()) {
      this.log.restore(id, book)
      for (const { body } of book.operations) this.words.keep(body, this.epoch)
    }
  }

  private changeMember({ book, person, change }: Extract<Step, { do: 'member' }>): void {
    const facts = this.server.storage.state().get(bookAt(book))?.facts
    const who = people[person % people.length]
    if (!facts || !who) return
    const id = personId(who)
    const today = new Date(this.time()).toISOString().slice(0, 10)
    const yesterday = new Date(this.time() - DAY).toISOString().slice(0, 10)
    const own = facts.members.filter((member) => member.personId === id)
    const others = facts.members.filter((member) => member.personId !== id)
    const [first] = own
    if (!first) return
    const ended = own.map((member): Member => ({ ...member, until: yesterday }))
    const as = (role: Role): Member => ({ ...first, role, from: today, until: null })
    const otherRole: Role = first.role === 'trainer' ? 'coordinator' : 'trainer'
    const after = {
      end: ended,
      back: [...ended, as(first.role)],
      role: [...ended, as(otherRole)],
      remove: [],
    }[change]
    this.server.storage.putFacts({ ...facts, members: [...others, ...after] })
  }

  private addBrowser(who: Browser['who'], name: string, from?: Browser): void {
    const browser = new Browser(this, who, name, from)
    this.browsers.push(browser)
    this.server.signIn(browser.asker, true)
  }

  private tabs(): Tab[] {
    return this.browsers.flatMap(({ tabs }) => tabs.filter(({ isAlive }) => isAlive))
  }

  /** Everything that was on its way between server and devices is lost. */
  private breakAll(): void {
    this.network.breakAll()
    for (const { line } of this.tabs()) line?.break(false)
  }
}

/** Until nothing more happens without time: all promises of one moment. */
export const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
