// Parts that the store loads when it first needs them: here already, so that loading takes no time.
import '#store/freeSpace.ts'
import '#store/takenFile.ts'
import type { DocumentId, OperationId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import type { Operation } from '#domain/operation.ts'
import { newestShapeOf } from '#domain/operationShapes.ts'
import { uuidV7 } from '#domain/uuid.ts'
import type { LogbookDb, TableName, Tables } from '#store/database.ts'
import { createDraftWriter, type DraftWriter } from '#store/draftWriter.ts'
import { createJournal, type Journal } from '#store/journal.ts'
import { recover } from '#store/recover.ts'
import { withRoom } from '#store/room.ts'
import type { Table } from '#store/tables.ts'
import { isWaiting } from '#store/waiting.ts'
import { startEngine, type Engine } from '#sync/engine.ts'
import { createSyncState } from '#sync/syncState.ts'
import { httpTransport } from '#sync/transport.ts'
import type { Browser } from './browser.ts'
import { Line } from './line.ts'
import { NEWEST_APP, OLDER_APP, OlderRelease } from './releases.ts'

/** Longest wait for the browser’s database before a transaction begins, in ms. */
const DATABASE = 4

/** What a page that is gone waits for. */
const forever = new Promise<never>(() => undefined)

/** Words that a person types on one screen. */
export interface Typing {
  readonly writer: DraftWriter
  /** The document as the screen had it last. */
  shown: LogbookDocument | null
  /** What this screen wrote last under a key, while the document does not show it yet. */
  readonly typed: Map<string, string>
}

/** One page of a browser, with the app’s own code in it. It can die and be put to sleep. */
export class Tab {
  readonly browser: Browser
  /** `null`: of the newest release. */
  readonly older: OlderRelease | null
  readonly db: LogbookDb
  readonly fetch: typeof fetch
  readonly engine: Engine
  readonly state = createSyncState()
  readonly typings = new Map<DocumentId, Typing>()
  isAlive = true
  isFrozen = false
  /** Table requests until the page dies, and writes until there is no room. */
  killIn = Infinity
  fullIn = Infinity
  /** So many transactions are broken from now on. */
  brokenFor = 0
  private deferred: (() => void)[] = []
  readonly journal: Journal
  line: Line | null = null
  private die = (): void => undefined
  /** Rejects when the page dies: what it had in hand is undone. */
  private readonly death = new Promise<never>((_, reject) => {
    this.die = () => {
      reject(new Error('the page is gone'))
    }
  })

  constructor(browser: Browser, release: 'newest' | 'older' = 'newest') {
    this.browser = browser
    this.older = release === 'older' ? new OlderRelease() : null
    this.death.catch(() => undefined)
    const db = this.openDatabase()
    // See `openLogbookDb`: pictures that the server has make room for what people write.
    this.db = { ...db, write: (names, work) => withRoom(db, () => db.write(names, work)) }
    this.journal = this.openJournal()
    const { world } = browser
    void recover(this.db, this.journal, this.newIntent).then((found) => {
      if (found > 0) this.engine.soon()
    })
    this.state.subscribe(({ phase }) => {
      // The page says that one has to sign in.
      if (phase === 'signed-out' && world.isWell) this.after(5_000, () => void this.engine.now())
    })
    const newDeviceId = () => browser.newId<never>()
    const clock = { now: world.clock.now, after: this.after }
    this.fetch = this.openNetwork()
    const { fetch: fetchHere } = this
    this.engine = startEngine({
      db: this.db,
      personId: browser.asker.personId,
      transport: httpTransport(fetchHere, world.scenario.takenAtOnce),
      state: this.state,
      clock,
      app: this.older ? OLDER_APP : NEWEST_APP,
      deviceId: (signal) => browser.deviceId(this.db, fetchHere, signal),
      newDeviceId,
      newIntent: this.newIntent,
      register: (signal) => browser.register(this.db, fetchHere, signal),
      listen: (listener) => {
        this.line = new Line(this, listener)
        return this.line
      },
      withLock: (take, work) => browser.withLock(this, take, work),
      random: world.random.next,
      hasWaiting: () => isWaiting(this.db),
    })
  }

  /** What an intent carries beside what is wanted. */
  readonly newIntent = () => ({
    id: this.browser.newId<OperationId>(),
    v: newestShapeOf(),
    at: this.browser.now(),
    present: null,
  })

  /** Does `work` after `ms` unless the page has died; when it wakes, if it sleeps. */
  readonly after = (ms: number, work: () => void): (() => void) => {
    const run = () => {
      if (!this.isAlive) return
      if (this.isFrozen) this.deferred.push(run)
      else work()
    }
    return this.browser.world.clock.after(ms, run)
  }

  freeze(isFrozen: boolean): void {
    this.isFrozen = isFrozen
    if (isFrozen) return
    for (const work of this.deferred.splice(0)) this.after(0, work)
    // The person looks at the page again.
    this.wake()
  }

  /** The network is back, or the person: a page that is awake asks at once. */
  wake(): void {
    if (this.isAlive) this.after(0, () => this.line?.wake())
  }

  /** The page is gone from one moment to the next; `hidden`: it was told before (`pagehide`). */
  kill(hidden: boolean): void {
    if (!this.isAlive) return
    if (hidden) for (const { writer } of this.typings.values()) writer.putAside()
    this.isAlive = false
    this.die()
    this.browser.onDeath(this)
  }

  /** How a person types in a document on this page. */
  typingIn(target: Parameters<typeof createDraftWriter>[0]['target'], identity: Identity): Typing {
    const known = this.typings.get(target.documentId)
    if (known) return known
    const { db, journal, newIntent } = this
    const typed = new Map<string, string>()
    const writer = createDraftWriter({
      ...{ db, target, identity, newIntent, journal },
      onWritten: () => {
        this.engine.soon()
      },
      onKept: () => undefined,
    })
    const typing = { writer, typed, shown: null }
    this.typings.set(target.documentId, typing)
    return typing
  }

  private openNetwork(): typeof fetch {
    const { browser, older } = this
    const fetchHere = browser.world.network.fetchFor({
      asker: browser.asker,
      isOnline: () => browser.isOnline,
      nextFault: () => browser.faults.shift() ?? 'none',
      after: this.after,
    })
    return (input, init) => {
      if (typeof init?.body !== 'string' || input !== '/sync/v1/push') return fetchHere(input, init)
      const request = JSON.parse(init.body) as Carried
      for (const { operation } of request.operations) browser.carried.add(operation.id)
      return older
        ? fetchHere(input, { ...init, body: inOlderShapes(request, older) })
        : fetchHere(input, init)
    }
  }

  private openDatabase(): LogbookDb {
    const { world } = this.browser
    const begin = async <Result>(run: () => Promise<Result>): Promise<Result> => {
      await new Promise<void>((resolve) => {
        this.after(world.random.below(DATABASE), resolve)
      })
      this.brokenFor -= 1
      if (this.brokenFor >= 0) throw new Error('UnknownError: the connection is closed')
      try {
        return await run()
      } catch (error) {
        // The engine tries again whatever went wrong: a mistake of ours would be seen by nobody.
        if (error instanceof TypeError || error instanceof RangeError) {
          world.report.violate('I12', `a transaction broke: ${String(error)}`)
        }
        throw error
      } finally {
        if (!this.isAlive) await forever
      }
    }
    const guard = <Name extends TableName>(tables: Tables<Name>): Tables<Name> => {
      const guarded = Object.fromEntries(
        Object.entries<Table<unknown>>(tables as never).map(([name, table]) => [
          name,
          this.guarded(table),
        ]),
      ) as never
      return this.older ? this.older.tables<Name>(guarded) : guarded
    }
    const read: LogbookDb['read'] = (names, work) =>
      begin(() =>
        this.browser.db.read(names, (tables) =>
          // A table that is read only has no more to be watched.
          Promise.race([work(guard(tables as never)), this.death]),
        ),
      )
    return {
      read,
      write: (names, work, durability) =>
        begin(() =>
          this.browser.db.write(
            names,
            (tables) => Promise.race([work(guard(tables)), this.death]),
            durability,
          ),
        ),
      onWritten: (listener) => this.browser.db.onWritten(listener),
      close: () => undefined,
      destroy: () => Promise.reject(new Error('nobody logs out here')),
    }
  }

  /** A table of a page that may die, or find no room, at any request. */
  private guarded<Row>(table: Table<Row>): Table<Row> {
    const watched =
      <Input, Output>(request: (input: Input) => Promise<Output>) =>
      (input: Input): Promise<Output> => {
        this.killIn -= 1
        if (this.killIn <= 0) this.kill(false)
        // A page that is gone waits for ever.
        return this.isAlive ? request(input) : forever
      }
    const written =
      <Input>(request: (input: Input) => Promise<void>) =>
      (input: Input): Promise<void> => {
        this.fullIn -= 1
        if (this.fullIn > 0) return request(input)
        this.fullIn = Infinity
        return Promise.reject(new DOMException('no room', 'QuotaExceededError'))
      }
    return {
      get: watched(table.get),
      list: watched(table.list),
      count: watched(table.count),
      put: watched(written(table.put)),
      putAll: watched(written(table.putAll)),
      remove: watched(table.remove),
      removeAll: watched(table.removeAll),
    }
  }

  /** What localStorage holds outlives the page; a page that is gone writes no more in it. */
  private openJournal(): Journal {
    const journal = createJournal(
      this.browser.storage as unknown as Storage,
      this.browser.asker.personId,
    )
    return {
      list: journal.list,
      save: (entry) => {
        if (!this.isAlive) return
        journal.save(entry)
        this.browser.world.words.keep(JSON.stringify(entry), this.browser.db)
      },
      remove: (id) => {
        if (this.isAlive) journal.remove(id)
      },
    }
  }
}

/** What a push carries. */
interface Carried {
  readonly operations: readonly { readonly n: number; readonly operation: Operation }[]
}

/** A push as the older release sends it: each operation as it rests there. */
function inOlderShapes(request: Carried, older: OlderRelease): string {
  const operations = request.operations.map(({ n, operation }) => ({
    n,
    operation: older.written(operation),
  }))
  return JSON.stringify({ ...request, operations })
}

type Identity = Parameters<typeof createDraftWriter>[0]['identity']

/** A UUIDv7 as a browser makes it: by its clock, and by chance. */
export const newUuid = (time: number, next: () => number): string =>
  uuidV7(
    Math.max(0, time),
    Uint8Array.from({ length: 16 }, () => next() * 256),
  )
