import { createHash } from 'node:crypto'
import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import { partsOn } from '#domain/membership.ts'
import { PULL_TYPE } from '#protocol/conversation.ts'
import type { SigningKey } from '#protocol/logbookFacts.ts'
import {
  pullRequestSchema,
  pushRequestSchema,
  type PullPart,
  type PullStart,
  type PushResponse,
} from '#protocol/sync.ts'
import { answerPull } from '#server/exchange/answerPull.ts'
import type { News } from '#server/exchange/news.ts'
import { receivePush } from '#server/exchange/receivePush.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import type { Changes, LogbookStorage, StoredDocument } from '#server/storage/logbookStorage.ts'
import {
  createMemoryStorage,
  type MemoryLogbook,
  type MemoryState,
  type MemoryStorage,
} from './memoryStorage.ts'
import { serverKey } from './signingKeys.ts'

/** Whose browser asks. */
export interface Asker {
  /** Names the browser, for its session. */
  readonly browser: string
  readonly personId: PersonId
}

/** An answer, line by line as it leaves. */
export interface Reply {
  readonly status: number
  readonly type: string
  readonly lines: readonly string[]
}

/** A device as the server knows it. */
export interface KnownDevice {
  readonly personId: PersonId
  readonly key: SigningKey | null
}

/** Everything that is in a backup. */
interface Backup {
  readonly books: MemoryState
  readonly devices: ReadonlyMap<DeviceId, KnownDevice>
  readonly sessions: ReadonlySet<string>
}

/** What an answer to a pull was made of. */
export interface Pulled {
  readonly personId: PersonId
  readonly deviceId: DeviceId
  readonly day: string
  readonly books: MemoryState
  readonly parts: readonly PullPart[]
}

export interface ServerWatch {
  readonly onCommit: (id: LogbookId, changes: Changes, after: MemoryLogbook) => void
  readonly onPull: (pulled: Pulled) => void
  /** What a push changed, once it is committed. */
  readonly onNews: (news: News) => void
  readonly onPush: (operations: readonly { readonly operation: unknown }[]) => void
  /** An operation was held because our own rules broke on it. */
  readonly onBroken: (error: unknown, id: OperationId) => void
}

/** The server’s own code around the exchange, without HTTP and without a database. */
export class SimulatedServer {
  readonly storage: MemoryStorage
  /** Documents on which the rules break, once. */
  readonly poisoned = new Set<DocumentId>()
  /** Operations on these documents make rows that the database refuses. */
  readonly refused = new Set<DocumentId>()
  devices: ReadonlyMap<DeviceId, KnownDevice> = new Map()
  sessions: ReadonlySet<string> = new Set()
  private files: ReadonlySet<string> = new Set()
  private backup: Backup | null = null
  private readonly time: () => number
  private readonly answerMax: number
  private readonly watch: ServerWatch

  /** `time`: UTC instant by the server’s clock, in ms. `answerMax`: see `Scenario`. */
  constructor(time: () => number, answerMax: number, watch: ServerWatch) {
    this.time = time
    this.answerMax = answerMax
    this.watch = watch
    this.storage = createMemoryStorage({
      onCommit: watch.onCommit,
      hasFile: (id, sha256) => this.hasFile(id, sha256),
      refuses: ({ documents }) => documents.some(({ document }) => this.refused.has(document.id)),
    })
  }

  keepBackup(): void {
    const { devices, sessions } = this
    this.backup = { books: this.storage.state(), devices, sessions }
  }

  /** Goes back to the last backup; `false`: there is none. */
  restore(): boolean {
    if (!this.backup) return false
    this.storage.restore(this.backup.books)
    this.devices = this.backup.devices
    this.sessions = this.backup.sessions
    return true
  }

  signIn({ browser }: Asker, isIn: boolean): void {
    const sessions = new Set(this.sessions)
    if (isIn) sessions.add(browser)
    else sessions.delete(browser)
    this.sessions = sessions
  }

  isSignedIn({ browser }: Asker): boolean {
    return this.sessions.has(browser)
  }

  /** The logbooks a person may read today. */
  async listReadable(personId: PersonId): Promise<readonly LogbookId[]> {
    const day = civilDay(new Date(this.time()))
    const books = await this.storage.inSnapshot((snapshot) => snapshot.listReadable(personId, day))
    return books.map(({ id }) => id)
  }

  async answer(path: string, body: unknown, asker: Asker): Promise<Reply> {
    if (!this.isSignedIn(asker)) return problem(401, 'signed-out')
    if (path === '/sync/v1/push') return this.push(body, asker)
    if (path === '/sync/v1/pull') return this.pull(body, asker)
    if (path === '/api/v1/devices') return this.register(body as NewDevice, asker)
    const [, logbookId, sha256, form] = FILE.exec(path) ?? []
    if (logbookId && sha256 && form) return this.getFile(logbookId as LogbookId, sha256, asker)
    if (logbookId && sha256) return this.putFile(logbookId as LogbookId, sha256, body, asker)
    return problem(404, 'not-found')
  }

  /** See `putFile`. The folder of files is no part of the database: a restore leaves it as it is. */
  private putFile(logbookId: LogbookId, sha256: string, body: unknown, asker: Asker): Reply {
    if (!this.isPresent(logbookId, asker)) return problem(404, 'not-found')
    if (!(body instanceof ArrayBuffer) || hashOfBytes(body) !== sha256) {
      return problem(422, 'wrong-hash')
    }
    this.files = new Set([...this.files, `${logbookId} ${sha256}`])
    return json({})
  }

  private getFile(logbookId: LogbookId, sha256: string, asker: Asker): Reply {
    return this.isPresent(logbookId, asker) && this.hasFile(logbookId, sha256)
      ? json({})
      : problem(404, 'not-found')
  }

  private isPresent(logbookId: LogbookId, { personId }: Asker): boolean {
    const members = this.storage.state().get(logbookId)?.facts.members ?? []
    const part = partsOn(members, civilDay(new Date(this.time()))).get(personId)
    return part?.standing === 'present'
  }

  hasFile(logbookId: string, sha256: string): boolean {
    return this.files.has(`${logbookId} ${sha256}`)
  }

  /** See `enrolDevice`. */
  private register({ id, key }: NewDevice, { personId }: Asker): Reply {
    const known = this.devices.get(id)
    if (known && known.personId !== personId) return problem(409, 'device-taken')
    if (known?.key && key && known.key.keyId !== key.keyId) return problem(409, 'key-exists')
    const owners = [...this.devices].filter(([, device]) => device.key?.keyId === key?.keyId)
    if (key && owners.some(([owner]) => owner !== id)) return problem(409, 'key-taken')
    this.devices = new Map([...this.devices, [id, { personId, key: key ?? known?.key ?? null }]])
    return json({})
  }

  private deviceOf(id: DeviceId, { personId }: Asker): KnownDevice | null {
    const device = this.devices.get(id)
    return device?.personId === personId ? device : null
  }

  private async push(body: unknown, asker: Asker): Promise<Reply> {
    const request = pushRequestSchema.safeParse(body)
    if (!request.success) return problem(422, 'not-our-protocol')
    const { deviceId, logbookId, pending, operations } = request.data
    const device = this.deviceOf(deviceId, asker)
    if (!device) return problem(403, 'unknown-device')
    this.watch.onPush(operations)
    const at = new Date(this.time())
    const items = operations.map(({ n, operation }) => ({
      id: (operation as { id: OperationId }).id,
      n,
      body: operation,
    }))
    const outcome = await receivePush(
      {
        storage: this.poisonedStorage(),
        at: at.toISOString(),
        day: civilDay(at),
        signReceipt: serverKey.signReceipt,
        report: this.watch.onBroken,
      },
      { logbookId, personId: asker.personId, deviceId, key: device.key, pending, items },
    )
    if ('results' in outcome) {
      const { results, news } = outcome
      for (const each of news) this.watch.onNews(each)
      return json({ results: [...results], serverTime: at.toISOString() } satisfies PushResponse)
    }
    return outcome.refused === 'not-a-member'
      ? problem(403, outcome.refused)
      : problem(409, outcome.refused, outcome.expected)
  }

  private async pull(body: unknown, asker: Asker): Promise<Reply> {
    const request = pullRequestSchema.safeParse(body)
    if (!request.success) return problem(422, 'not-our-protocol')
    const { personId } = asker
    const { deviceId } = request.data
    if (!this.deviceOf(deviceId, asker)) return problem(403, 'unknown-device')
    const at = new Date(this.time())
    const day = civilDay(at)
    const start: PullStart = {
      type: 'start',
      serverKey: { ...serverKey.publicKey },
      serverTime: at.toISOString(),
    }
    const lines = [JSON.stringify(start)]
    const parts: PullPart[] = []
    let length = 0
    const books = this.storage.state()
    await this.storage.inSnapshot((snapshot) =>
      answerPull(snapshot, { ...request.data, personId, day }, (line) => {
        lines.push(line)
        parts.push(JSON.parse(line) as PullPart)
        length += line.length
        return length < this.answerMax
      }),
    )
    this.watch.onPull({ personId, deviceId, day, books, parts })
    return { status: 200, type: PULL_TYPE, lines }
  }

  /** The storage, whose documents break the rules that look at them once. */
  private poisonedStorage(): Pick<LogbookStorage, 'inLogbook'> {
    return {
      inLogbook: (id, ahead, work) =>
        this.storage.inLogbook(id, ahead, (logbook) =>
          work({
            ...logbook,
            documents: logbook.documents.map((stored) => this.poison(stored)),
            loadDocuments: async (ids) =>
              (await logbook.loadDocuments(ids)).map((stored) => this.poison(stored)),
          }),
        ),
    }
  }

  private poison(stored: StoredDocument): StoredDocument {
    const { poisoned } = this
    const { id, kind } = stored.document
    if (!poisoned.has(id)) return stored
    const document = Object.defineProperty({ ...stored.document }, 'kind', {
      enumerable: true,
      get: () => {
        if (poisoned.delete(id)) throw new Error(POISON)
        return kind
      },
    })
    return { ...stored, document }
  }
}

const FILE = /^\/api\/v1\/logbooks\/([^/]+)\/files\/([^/?]+)(?:\?form=(\w+))?$/u

/** SHA-256, hexadecimal. */
export const hashOfBytes = (bytes: ArrayBuffer): string =>
  createHash('sha256').update(new Uint8Array(bytes)).digest('hex')

/** What the poisoned rules say. */
export const POISON = 'poison'

interface NewDevice {
  readonly id: DeviceId
  readonly key: SigningKey | null
}

const json = (body: unknown): Reply => ({
  status: 200,
  type: 'application/json',
  lines: [JSON.stringify(body)],
})

export const problem = (status: number, code: string, expected?: number): Reply => ({
  ...json({ code, message: code, expected }),
  status,
})
