import type { Role } from '#domain/kind.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import { personId } from '#tests/support/builders.ts'
import { perform, performOffered, type } from './acts.ts'
import { Browser } from './browser.ts'
import { bringFile, evict, saveFile, settleOne } from './errands.ts'
import { bookAt, people, slotAt } from './people.ts'
import { NEWEST_APP } from './releases.ts'
import type { Step } from './scenario.ts'
import type { Tab } from './tab.ts'
import type { World } from './world.ts'

const DAY = 86_400_000
/** More browsers than this would only cost time. */
const BROWSERS_MAX = 12

/** Lets a step happen, from one moment to the next; what it sets going goes on in time. */
export function happen(world: World, step: Exclude<Step, { do: 'pass' }>): void {
  if ('on' in step) happenOn(world, step)
  else happenToAll(world, step)
}

function happenOn(world: World, step: Extract<Step, { on: number }>): void {
  const browser = world.browsers[step.on % world.browsers.length]
  if (!browser) return
  const tab = 'tab' in step ? browser.tabAt(step.tab) : null
  if ('tab' in step && !tab) return
  if (tab) happenIn(tab, step as Extract<Step, { tab: number }>)
  else happenTo(world, browser, step as Exclude<Extract<Step, { on: number }>, { tab: number }>)
}

function happenIn(tab: Tab, step: Extract<Step, { tab: number }>): void {
  const { report } = tab.browser.world
  /** What the phone could not write, the person is told; the words are still on the screen. */
  const done = (work: (tab: Tab) => Promise<void>) => {
    if (tab.isFrozen) return
    void work(tab).catch((error: unknown) => {
      if (/QuotaExceededError|UnknownError/u.test(String(error))) return
      report.violate('I12', `a page broke: ${String(error)}`)
    })
  }
  switch (step.do) {
    case 'act':
      done(() => perform(tab, step))
      return
    case 'offered':
      done(() => performOffered(tab, step))
      return
    case 'type':
      done(() => type(tab, step))
      return
    case 'look':
      void tab.engine.now()
      return
    case 'rescue':
      done(saveFile)
      return
    case 'bring':
      done(() => bringFile(tab, step))
      return
    case 'settle':
      done(() => settleOne(tab, step))
      return
    case 'evict':
      done(evict)
      return
    case 'update':
      tab.browser.update(tab)
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

function happenTo(
  world: World,
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
      if (browser.tabs.length < 2 && !browser.isAway) browser.openTab()
      return
    case 'older-tab':
      if (browser.tabs.length < 2 && !browser.isAway) browser.openTab('older')
      return
    case 'clone':
      if (world.browsers.length < BROWSERS_MAX) {
        world.addBrowser(new Browser(world, browser.who, browser.copied()))
      }
      return
    case 'switch':
      switchPerson(world, browser, step)
      return
    case 'lose-photo':
      void browser.losePhoto()
      return
    case 'report-lost': {
      const [device] = browser.db.rowsOf('device')
      if (device) world.server.distrust(device.id)
      return
    }
    case 'keep':
      browser.keep()
      return
    case 'roll-back':
      if (!browser.rollBack()) world.report.count('nothing to roll back to')
      return
    case 'wipe':
      browser.wipe()
      return
    case 'clock':
      browser.clockShift += step.by
      return
    case 'sign-out':
      if (browser.isAway) return
      world.server.signIn(browser.asker, !step.out)
      if (!step.out) browser.wake()
  }
}

function happenToAll(world: World, step: Exclude<Step, { on: number } | { do: 'pass' }>): void {
  switch (step.do) {
    case 'member':
      changeMember(world, step)
      return
    case 'days':
      world.passDays(step.days)
      return
    case 'min-app':
      world.server.appMin = NEWEST_APP
      return
    case 'restart':
      // It comes back with what it broke on mended.
      world.server.refused.clear()
      world.breakAll()
      return
    case 'backup':
      world.server.keepBackup()
      return
    case 'restore':
      world.restore(step.byCommand === true)
      return
    case 'poison': {
      const { id } = slotAt(step.book, step.slot)
      const set = step.in === 'rules' ? world.server.poisoned : world.server.refused
      set.add(id)
    }
  }
}

/** Somebody else comes in on a browser: another session, another database. */
function switchPerson(
  world: World,
  browser: Browser,
  { person, stays }: Extract<Step, { do: 'switch' }>,
): void {
  const who = people[person % people.length]
  if (!who || who === browser.who || browser.isAway) return
  const { jar, storage } = browser
  const known = world.browsers.find((each) => each.jar === jar && each.who === who)
  if (!known && world.browsers.length >= BROWSERS_MAX) return
  world.server.signIn(browser.asker, false)
  browser.leave(stays)
  jar.session = world.newSession()
  if (known) {
    world.server.signIn(known.asker, true)
    known.comeBack()
  } else world.addBrowser(new Browser(world, who, { jar, storage }))
}

function changeMember(
  world: World,
  { book, person, change }: Extract<Step, { do: 'member' }>,
): void {
  const facts = world.server.storage.state().get(bookAt(book))?.facts
  const who = people[person % people.length]
  if (!facts || !who) return
  const id = personId(who)
  const today = new Date(world.time()).toISOString().slice(0, 10)
  const yesterday = new Date(world.time() - DAY).toISOString().slice(0, 10)
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
  world.server.storage.putFacts({ ...facts, members: [...others, ...after] })
}
