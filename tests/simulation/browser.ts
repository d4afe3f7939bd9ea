import { apiOver } from '#app/api.ts'
import { roundEndOf } from '#app/roundEndOf.ts'
import type { DeviceId } from '#domain/identifiers.ts'
import { rescueStatement, type RescueStatement } from '#domain/rescue.ts'
import type { SignatureStatement } from '#domain/signing.ts'
import { shapes, type DeviceRow, type LogbookDb, type Rows } from '#store/database.ts'
import { keepKey, markRegistered, ownDevice } from '#store/device.ts'
import type { RoundEnd } from '#sync/round.ts'
import { personId } from '#tests/support/builders.ts'
import { seal, sealAny } from '#tests/support/seal.ts'
import { LocalStorage } from './localStorage.ts'
import { openMemory, type MemoryDatabase } from './memoryTables.ts'
import { DeviceLog } from './oracle/deviceLog.ts'
import { BEGINNING, type SimulatedPerson } from './people.ts'
import type { Fault } from './scenario.ts'
import type { DeviceKey } from './signingKeys.ts'
import type { Asker } from './simulatedServer.ts'
import { newUuid, Tab } from './tab.ts'
import type { World } from './world.ts'

type Database = MemoryDatabase<Rows>

/** A lock over all tabs of a browser (`navigator.locks`). */
interface Lock {
  readonly tab: Tab
  readonly steal: () => void
}

/** What all people of one browser share: the cookie of their session. */
export interface Jar {
  session: string
}

/** One person in one browser profile: their database outlives every page. */
export class Browser {
  readonly world: World
  readonly who: SimulatedPerson
  readonly asker: Asker
  /** Also names the data: another one, when they are lost. */
  db: Database
  storage: LocalStorage
  tabs: Tab[] = []
  /** Somebody else uses the browser now: none of its pages is this person’s. */
  isAway = false
  isOnline = true
  faults: Fault[] = []
  /** How far its clock is from the right time, in ms. */
  clockShift = 0
  jar: Jar
  /** Operations that a request of these pages has carried. */
  carried = new Set<string>()
  private lock: Lock | null = null
  private kept: { readonly db: Database; readonly storage: LocalStorage } | null = null

  constructor(world: World, who: SimulatedPerson, { jar, storage, db }: Contents) {
    this.world = world
    this.who = who
    this.jar = jar
    this.asker = { session: () => this.jar.session, personId: personId(who) }
    this.storage = storage
    this.db = this.adopt(db)
    this.openTab()
  }

  /** All that is copied to another phone. */
  copied(): Contents {
    const { jar, storage, db } = this
    return { jar: { ...jar }, storage: storage.copy(), db }
  }

  /** Civil and wrong as its clock may be: UTC instant. */
  now(): string {
    return new Date(BEGINNING + this.world.clock.now() + this.clockShift).toISOString()
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says which id it needs
  newId<Id extends string>(): Id {
    return newUuid(Date.parse(this.now()), this.world.random.next) as Id
  }

  openTab(release: 'newest' | 'older' = 'newest'): void {
    this.tabs = [...this.tabs.filter(({ isAlive }) => isAlive), new Tab(this, release)]
  }

  /** The person leaves the browser to somebody else; with `stays`, a page of theirs stays open. */
  leave(stays: boolean): void {
    this.isAway = true
    if (!stays) for (const tab of this.tabs) tab.kill(true)
  }

  comeBack(): void {
    this.isAway = false
    if (!this.tabs.some(({ isAlive }) => isAlive)) this.openTab()
    this.wake()
  }

  /** A new version of the app takes the place of an older page. */
  update(tab: Tab): void {
    if (!tab.older || !tab.isAlive) return
    tab.kill(true)
    this.openTab()
  }

  /** The tab of this number among those that are there. */
  tabAt(index: number): Tab | null {
    const alive = this.tabs.filter(({ isAlive }) => isAlive)
    return alive[index % alive.length] ?? null
  }

  /** A tab has died: the person opens the page again. */
  onDeath(tab: Tab): void {
    if (this.lock?.tab === tab) this.lock = null
    this.world.clock.after(700, () => {
      if (!this.isAway && !this.tabs.some(({ isAlive }) => isAlive)) this.openTab()
    })
  }

  /** Somebody reported this device as lost: the server takes nothing of it. */
  isReportedLost(): boolean {
    const [device] = this.db.rowsOf('device')
    return device !== undefined && this.world.server.findDevice(device.id)?.isTrusted === false
  }

  wake(): void {
    for (const tab of this.tabs) tab.wake()
  }

  keep(): void {
    this.kept = { db: this.db.copy(), storage: this.storage.copy() }
  }

  /** Back to what was kept, or to nothing; `false`: nothing was kept. */
  rollBack(): boolean {
    if (!this.kept) return false
    this.replace(this.kept.db, this.kept.storage)
    return true
  }

  /** The browser loses the bytes of a photo that waits, and keeps that there was one. */
  async losePhoto(): Promise<void> {
    const [file] = this.db.rowsOf('files').filter(({ state }) => state === 'waiting')
    if (!file) return
    this.world.lostPhotos.add(file.sha256)
    this.world.report.count('photos whose bytes are lost')
    await this.db.write(['bytes'], ({ bytes }) => bytes.remove([file.sha256, 'original']))
  }

  wipe(): void {
    this.replace(undefined, new LocalStorage())
  }

  private replace(db: Database | undefined, storage: LocalStorage): void {
    for (const tab of this.tabs) tab.kill(false)
    this.world.words.forget(this.db)
    this.carried = new Set()
    this.storage = storage.copy()
    this.db = this.adopt(db)
    if (!this.isAway) this.openTab()
  }

  /** Its own copy of a database, looked at after each commit. */
  private adopt(from: Database | undefined): Database {
    const look = () => {
      log.onCommit()
      for (const { operation } of db.rowsOf('outbox')) this.world.words.keepOperation(operation, db)
    }
    const db = from ? from.copy(look) : openMemory<Rows>(shapes, new Map(), look)
    const log = new DeviceLog(db, this.asker.personId, this.world, this.carried)
    look()
    return db
  }

  /** See `Navigator.locks`. */
  async withLock<Result>(
    tab: Tab,
    take: boolean,
    work: () => Promise<Result>,
  ): Promise<Result | 'busy'> {
    if (this.lock && !take) return 'busy'
    this.lock?.steal()
    let steal = (): void => undefined
    const stolen = new Promise<never>((_, reject) => {
      steal = () => {
        reject(new DOMException('stolen', 'AbortError'))
      }
    })
    const mine = { tab, steal }
    this.lock = mine
    try {
      return await Promise.race([work(), stolen])
    } finally {
      if (this.lock === mine) this.lock = null
    }
  }

  /** The device’s id, once the server was told of it; see `startSync`. */
  async deviceId(db: LogbookDb, fetchHere: typeof fetch, signal: AbortSignal): Promise<DeviceId> {
    const device = await ownDevice(db, () => this.newId())
    if (!device.registered) await this.register(db, fetchHere, signal)
    return device.id
  }

  /** See `registerDevice`. */
  async register(db: LogbookDb, fetchHere: typeof fetch, signal: AbortSignal): Promise<RoundEnd> {
    const api = apiOver(fetchHere)
    const session = await api('GET', '/api/v1/session', null, (json) => json, signal)
    if (session.kind !== 'ok') return roundEndOf(session)
    if (session.body !== this.asker.personId) return { kind: 'signed-out' }
    const known = await ownDevice(db, () => this.newId())
    const device = known.signingKey ? known : await this.withKey(db, known)
    const key = device.keyId === null ? null : this.world.keys.get(device.keyId)
    const publicKey = key && {
      ...{ keyId: key.keyId, publicKey: key.publicKey },
      ...{ personId: this.asker.personId, device: device.id },
    }
    const body = { id: device.id, owner: this.asker.personId, key: publicKey }
    const answer = await api('POST', '/api/v1/devices', body, (json) => json, signal)
    if (answer.kind !== 'ok') return roundEndOf(answer)
    await markRegistered(db, device, null)
    return null
  }

  private async withKey(db: LogbookDb, device: DeviceRow): Promise<DeviceRow> {
    const { pair, keyId } = this.world.nextKey()
    return (await keepKey(db, device.id, { signingKey: pair, keyId })) ?? device
  }

  /** See `signStatement`. */
  async sign(db: LogbookDb, statement: Omit<SignatureStatement, 'device'>): Promise<string | null> {
    const known = await ownDevice(db, () => this.newId())
    const device = known.signingKey ? known : await this.withKey(db, known)
    const key: DeviceKey | undefined = this.world.keys.get(device.keyId ?? '')
    if (!key) return null
    const header = { alg: 'ES256', typ: 'livret-signature+jws', kid: key.keyId }
    const jws = seal(key.privateKey, header, { ...statement, device: device.id })
    this.world.seals.set(jws, { device: device.id, keyId: key.keyId, role: statement.role })
    return jws
  }

  /** See `sealRescue`. */
  sealRescue(device: DeviceRow, statement: Omit<RescueStatement, 'device'>): string | null {
    const key = this.world.keys.get(device.keyId ?? '')
    if (!key) return null
    const header = { alg: 'ES256', typ: 'livret-rescue+jws', kid: key.keyId }
    return sealAny(key.privateKey, header, rescueStatement({ ...statement, device: device.id }))
  }
}

/** What a browser begins with. */
interface Contents {
  readonly jar: Jar
  readonly storage: LocalStorage
  readonly db?: Database | undefined
}
