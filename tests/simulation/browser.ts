import type { DeviceId } from '#domain/identifiers.ts'
import type { SignatureStatement } from '#domain/signing.ts'
import { shapes, type DeviceRow, type LogbookDb, type Rows } from '#store/database.ts'
import { keepKey, markRegistered, ownDevice } from '#store/device.ts'
import type { RoundEnd } from '#sync/round.ts'
import { personId } from '#tests/support/builders.ts'
import { seal } from '#tests/support/seal.ts'
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

/** One browser profile of one person: its database outlives every page. */
export class Browser {
  readonly world: World
  readonly who: SimulatedPerson
  readonly asker: Asker
  /** Also names the data: another one, when they are lost. */
  db: Database
  storage: LocalStorage
  tabs: Tab[] = []
  isOnline = true
  faults: Fault[] = []
  /** How far its clock is from the right time, in ms. */
  clockShift = 0
  private lock: Lock | null = null
  private kept: { readonly db: Database; readonly storage: LocalStorage } | null = null

  constructor(world: World, who: SimulatedPerson, name: string, from?: Browser) {
    this.world = world
    this.who = who
    this.asker = { browser: name, personId: personId(who) }
    this.storage = from ? from.storage.copy() : new LocalStorage()
    this.db = this.adopt(from?.db)
    this.openTab()
  }

  /** Civil and wrong as its clock may be: UTC instant. */
  now(): string {
    return new Date(BEGINNING + this.world.clock.now() + this.clockShift).toISOString()
  }

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says which id it needs
  newId<Id extends string>(): Id {
    return newUuid(Date.parse(this.now()), this.world.random.next) as Id
  }

  openTab(): void {
    this.tabs = [...this.tabs.filter(({ isAlive }) => isAlive), new Tab(this)]
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
      if (!this.tabs.some(({ isAlive }) => isAlive)) this.openTab()
    })
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

  wipe(): void {
    this.replace(undefined, new LocalStorage())
  }

  private replace(db: Database | undefined, storage: LocalStorage): void {
    for (const tab of this.tabs) tab.kill(false)
    this.world.words.forget(this.db)
    this.storage = storage.copy()
    this.db = this.adopt(db)
    this.openTab()
  }

  /** Its own copy of a database, looked at after each commit. */
  private adopt(from: Database | undefined): Database {
    const look = () => {
      log.onCommit()
      for (const { operation } of db.rowsOf('outbox')) this.world.words.keepOperation(operation, db)
    }
    const db = from ? from.copy(look) : openMemory<Rows>(shapes, new Map(), look)
    const log = new DeviceLog(db, this.asker.personId, this.world)
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
    const known = await ownDevice(db, () => this.newId())
    const device = known.signingKey ? known : await this.withKey(db, known)
    const key = device.keyId === null ? null : this.world.keys.get(device.keyId)
    const publicKey = key && {
      ...{ keyId: key.keyId, publicKey: key.publicKey },
      ...{ personId: this.asker.personId, device: device.id },
    }
    const body = JSON.stringify({ id: device.id, key: publicKey })
    const answer = await fetchHere('/api/v1/devices', { body, signal }).catch(() => null)
    if (!answer?.headers.has('X-Livret-Protocol')) return { kind: 'offline' }
    const { status } = answer
    if (status === 401) return { kind: 'signed-out' }
    if (status === 429 || status >= 500) return { kind: 'busy', retryAfterSeconds: 5 }
    if (!answer.ok) return { kind: 'refused', status, code: 'refused', expected: null }
    // As `api` does: what is no JSON is not ours.
    if ((await answer.json().catch(() => null)) === null) return { kind: 'offline' }
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
}
