import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import { partsOn } from '#domain/membership.ts'
import { isOlderApp, PULL_TYPE } from '#protocol/conversation.ts'
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
import type { KnownDevice } from '#server/storage/logbookDevices.ts'
import type { FilePlace } from '#server/storage/logbookFiles.ts'
import {
  Unstorable,
  type LogbookStorage,
  type StoredDocument,
} from '#server/storage/logbookStorage.ts'
import {
  createMemoryStorage,
  type MemoryState,
  type MemoryStorage,
  type MemoryStorageOptions,
} from './memoryStorage.ts'
import { OLDER_APP } from './releases.ts'
import { json, problem, type Reply, type Sent } from './reply.ts'
import { serverKey } from './signingKeys.ts'
import { answerDesk, type DeskWatch } from './simulatedDesk.ts'
import { fileIn, SimulatedFiles, type FileRows, type FileWatch } from './simulatedFiles.ts'

/** Whose page asks. The browser’s session may be somebody else’s. */
export interface Asker {
  /** The cookie that goes with a request. */
  readonly session: () => string
  readonly personId: PersonId
}

/** Everything that is in a backup. */
interface Backup {
  readonly books: MemoryState
  readonly devices: ReadonlyMap<DeviceId, KnownDevice>
  readonly sessions: ReadonlyMap<string, PersonId>
  readonly files: FileRows
}

/** What an answer to a pull was made of. */
export interface Pulled {
  readonly personId: PersonId
  readonly deviceId: DeviceId
  readonly day: string
  readonly books: MemoryState
  readonly parts: readonly PullPart[]
}

export interface ServerWatch
  extends
    DeskWatch,
    FileWatch,
    Required<Pick<MemoryStorageOptions, 'onCommit' | 'onSettled' | 'onRescued'>> {
  readonly onPull: (pulled: Pulled) => void
  /** What a push changed, once it is committed. */
  readonly onNews: (news: News) => void
  readonly onPush: (operations: readonly { readonly operation: unknown }[]) => void
}

/** The server’s own code around the exchange, without HTTP and without a database. */
export class SimulatedServer {
  readonly storage: MemoryStorage
  /** Documents on which the rules break, once. */
  readonly poisoned = new Set<DocumentId>()
  /** Operations on these documents make rows that the database refuses. */
  readonly refused = new Set<DocumentId>()
  devices: ReadonlyMap<DeviceId, KnownDevice> = new Map()
  sessions: ReadonlyMap<string, PersonId> = new Map()
  /** The oldest version of the app that a pull can be answered. */
  appMin = OLDER_APP
  readonly files: SimulatedFiles
  private backup: Backup | null = null
  private readonly time: () => number
  private readonly answerMax: number
  private readonly watch: ServerWatch

  /** `time`: UTC instant by the server’s clock, in ms. `answerMax`: see `Scenario`. */
  constructor(time: () => number, answerMax: number, watch: ServerWatch) {
    this.time = time
    this.answerMax = answerMax
    this.watch = watch
    this.files = new SimulatedFiles(time, watch)
    const { onCommit, onSettled, onRescued } = watch
    this.storage = createMemoryStorage({
      ...{ onCommit, onSettled, onRescued, findDevice: this.findDevice },
      hasFile: (id, sha256) => this.files.has(id, sha256),
      refuses: ({ documents }) => documents.some(({ document }) => this.refused.has(document.id)),
    })
  }

  keepBackup(): void {
    const { devices, sessions } = this
    const files = this.files.state()
    this.backup = { books: this.storage.state(), devices, sessions, files }
  }

  /** Goes back to the last backup; `false`: there is none. `byCommand`: see `Step`. */
  restore(byCommand: boolean): boolean {
    if (!this.backup) return false
    this.storage.restore(this.backup.books)
    if (byCommand) this.storage.beginGeneration(new Date(this.time()))
    this.devices = this.backup.devices
    this.sessions = this.backup.sessions
    this.files.restore(this.backup.files)
    return true
  }

  signIn({ session, personId }: Asker, isIn: boolean): void {
    const sessions = new Map(this.sessions)
    if (isIn) sessions.set(session(), personId)
    else sessions.delete(session())
    this.sessions = sessions
  }

  /** Whose session a request comes with, or `null`. */
  personOf({ session }: Asker): PersonId | null {
    return this.sessions.get(session()) ?? null
  }

  /** Somebody reports a device as lost. */
  distrust(id: DeviceId): void {
    const known = this.devices.get(id)
    if (known) this.devices = new Map([...this.devices, [id, { ...known, isTrusted: false }]])
  }

  readonly findDevice = (id: DeviceId): KnownDevice | null => this.devices.get(id) ?? null

  /** The logbooks a person may read today. */
  async listReadable(personId: PersonId): Promise<readonly LogbookId[]> {
    const day = civilDay(new Date(this.time()))
    const books = await this.storage.inSnapshot((snapshot) => snapshot.listReadable(personId, day))
    return books.map(({ id }) => id)
  }

  async answer(sent: Sent, asker: Asker): Promise<Reply> {
    const personId = this.personOf(asker)
    const { path, body } = sent
    if (personId === null) return problem(401, 'signed-out')
    if (path === '/sync/v1/push') return this.push(body, personId)
    if (path === '/sync/v1/pull') return this.pull(body, personId)
    if (path === '/api/v1/session') return json(personId)
    if (path === '/api/v1/devices') return this.register(body as NewDevice, personId)
    const file = fileIn(path, personId)
    if (file) return this.answerFile(file, sent)
    const { storage, time, findDevice, watch } = this
    return (
      (await answerDesk({ storage, time, findDevice, watch }, sent, personId)) ??
      problem(404, 'not-found')
    )
  }

  private async answerFile(
    { place, isPieces, start }: NonNullable<ReturnType<typeof fileIn>>,
    sent: Sent,
  ): Promise<Reply> {
    const isPut = sent.method === 'PUT'
    if (!this.mayCarry(place, isPut || isPieces)) return problem(404, 'not-found')
    if (isPut && start !== null) return this.files.putPiece(place, start, sent)
    if (isPut) return this.files.put(place, sent)
    if (isPieces) return this.files.getReceived(place)
    return this.files.has(place.logbookId, place.sha256) ? json({}) : problem(404, 'not-arrived')
  }

  /** See `readQuestion`. */
  private mayCarry({ logbookId, personId }: FilePlace, isLate: boolean): boolean {
    const members = this.storage.state().get(logbookId)?.facts.members ?? []
    const part = partsOn(members, civilDay(new Date(this.time()))).get(personId)
    return part?.standing === 'present' || (isLate && part?.standing === 'late')
  }

  /** Whether it was ever said to be here. */
  hasConfirmedFile(logbookId: string, sha256: string): boolean {
    return this.files.hasConfirmed(logbookId, sha256)
  }

  hasFile(logbookId: string, sha256: string): boolean {
    return this.files.has(logbookId, sha256)
  }

  /** See `enrolDevice`. */
  private register({ id, owner, key }: NewDevice, personId: PersonId): Reply {
    if (owner !== personId) return problem(401, 'signed-out')
    const known = this.devices.get(id)
    if (known && known.owner !== personId) return problem(409, 'device-taken')
    if (known?.isTrusted === false) return problem(409, 'device-revoked')
    if (known?.key && key && known.key.keyId !== key.keyId) return problem(409, 'key-exists')
    const owners = [...this.devices].filter(([, device]) => device.key?.keyId === key?.keyId)
    if (key && owners.some(([owner]) => owner !== id)) return problem(409, 'key-taken')
    const device = { owner: personId, isTrusted: true, key: key ?? known?.key ?? null }
    this.devices = new Map([...this.devices, [id, device]])
    return json({})
  }

  /** See `findDevice` of the server: this person’s, and not lost. */
  private deviceOf(id: DeviceId, personId: PersonId): KnownDevice | null {
    const device = this.devices.get(id)
    return device?.owner === personId && device.isTrusted ? device : null
  }

  private async push(body: unknown, personId: PersonId): Promise<Reply> {
    const request = pushRequestSchema.safeParse(body)
    if (!request.success) return problem(422, 'not-our-protocol')
    const { deviceId, logbookId, pending, operations } = request.data
    const device = this.deviceOf(deviceId, personId)
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
      { logbookId, personId, deviceId, key: device.key, pending, items },
    )
    if ('results' in outcome) {
      const { results, news } = outcome
      for (const each of news) this.watch.onNews(each)
      return json({ results: [...results], serverTime: at.toISOString() } satisfies PushResponse)
    }
    return outcome.refused === 'not-a-member'
      ? problem(403, outcome.refused)
      : problem(409, outcome.refused, { expected: outcome.expected })
  }

  private async pull(body: unknown, personId: PersonId): Promise<Reply> {
    const request = pullRequestSchema.safeParse(body)
    if (!request.success) return problem(422, 'not-our-protocol')
    const { deviceId, app } = request.data
    if (isOlderApp(app, this.appMin)) {
      this.watch.count('pulls of an app that is too old')
      return problem(426, 'app-too-old', { minApp: this.appMin })
    }
    if (!this.deviceOf(deviceId, personId)) return problem(403, 'unknown-device')
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

  /**
   * The storage, whose documents break the rules that look at them once. Where all is undone because
   * a row is refused, that did not happen, and they break again.
   */
  private poisonedStorage(): Pick<LogbookStorage, 'inLogbook'> {
    return {
      inLogbook: async (id, ahead, work) => {
        const broke = new Set<DocumentId>()
        const poison = (stored: StoredDocument) => this.poison(stored, broke)
        try {
          return await this.storage.inLogbook(id, ahead, (logbook) =>
            work({
              ...logbook,
              documents: logbook.documents.map(poison),
              loadDocuments: async (ids) => (await logbook.loadDocuments(ids)).map(poison),
            }),
          )
        } catch (error) {
          if (error instanceof Unstorable) for (const each of broke) this.poisoned.add(each)
          throw error
        }
      },
    }
  }

  private poison(stored: StoredDocument, broke: Set<DocumentId>): StoredDocument {
    const { poisoned } = this
    const { id, kind } = stored.document
    if (!poisoned.has(id)) return stored
    const document = Object.defineProperty({ ...stored.document }, 'kind', {
      enumerable: true,
      get: () => {
        if (!poisoned.delete(id)) return kind
        broke.add(id)
        throw new Error(POISON)
      },
    })
    return { ...stored, document }
  }
}

/** What the poisoned rules say. */
export const POISON = 'poison'

interface NewDevice {
  readonly id: DeviceId
  readonly owner: PersonId
  readonly key: SigningKey | null
}
