import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import {
  receiveFile,
  receivePiece,
  type FileOutcome,
  type FileRefusal,
  type FileStorage,
} from '#server/exchange/receiveFile.ts'
import type { FilePlace } from '#server/storage/logbookFiles.ts'
import { hashOfBytes, json, problem, type Reply, type Sent } from './reply.ts'

/** What has arrived of a photo that comes in pieces. */
interface Upload {
  readonly size: number
  readonly pieces: readonly Buffer[]
  /** When the last piece came; UTC instant by the server’s clock, in ms. */
  readonly at: number
}

/** What of the photos is in the database, and goes back with it. */
export interface FileRows {
  /** Who brought which photo into which logbook. */
  readonly brought: ReadonlySet<string>
  readonly uploads: ReadonlyMap<string, Upload>
}

export interface FileWatch {
  /** A photo is here now. `isWhole`: it is what its name says. */
  readonly onPhoto: (id: LogbookId, isWhole: boolean) => void
  /** Something about photos happened that is worth counting. */
  readonly count: (name: string) => void
}

/** Everybody’s quota of one logbook, in bytes: more than most worlds need. */
const ROOM = 60_000_000

const keyOf = ({ logbookId, personId, sha256 }: FilePlace) => `${logbookId} ${sha256} ${personId}`

const statuses: Readonly<Record<FileRefusal, number>> = {
  busy: 503,
  'cut-off': 400,
  'too-large': 413,
  'quota-reached': 413,
  'wrong-hash': 422,
  'not-a-photo': 422,
}

/** The server’s photos: what `photoUpload.ts` does, on rows in memory. The bytes are not kept. */
export class SimulatedFiles {
  private rows: FileRows = { brought: new Set(), uploads: new Map() }
  /** Who ever brought which photo: what was confirmed once, whatever a restore took away since. */
  private readonly confirmed = new Set<string>()
  private readonly time: () => number
  private readonly watch: FileWatch

  constructor(time: () => number, watch: FileWatch) {
    this.time = time
    this.watch = watch
  }

  /** A backup of the database has these; the folder of the bytes is no part of it. */
  state(): FileRows {
    return this.rows
  }

  restore(rows: FileRows): void {
    this.rows = rows
  }

  has(logbookId: string, sha256: string): boolean {
    return isIn(this.rows.brought, logbookId, sha256)
  }

  hasConfirmed(logbookId: string, sha256: string): boolean {
    return isIn(this.confirmed, logbookId, sha256)
  }

  /** See `sweepUploads`. */
  sweep(before: number): void {
    const uploads = [...this.rows.uploads].filter(([, { at }]) => at >= before)
    this.rows = { ...this.rows, uploads: new Map(uploads) }
  }

  /** A whole photo. */
  async put(place: FilePlace, sent: Sent): Promise<Reply> {
    return this.reply(await receiveFile(this.storage(), place, read(sent)))
  }

  /** See `getReceived`. */
  getReceived(place: FilePlace): Reply {
    if (this.rows.brought.has(keyOf(place))) return json({ stored: true })
    const received = this.received(place)
    if (received > 0) this.watch.count('photos that go on after a cut')
    return json({ stored: false, received })
  }

  async putPiece(place: FilePlace, start: number, sent: Sent): Promise<Reply> {
    const piece = { start, size: Number(sent.length), at: new Date(this.time()) }
    this.watch.count('pieces of photos')
    return this.reply(await receivePiece(this.storage(), place, piece, read(sent)))
  }

  private reply(outcome: FileOutcome): Reply {
    if ('refused' in outcome) {
      this.watch.count(`photos refused ${outcome.refused}`)
      return problem(statuses[outcome.refused], outcome.refused)
    }
    if ('expected' in outcome) return problem(409, 'wrong-start', { expected: outcome.expected })
    return json(outcome)
  }

  private received(place: FilePlace): number {
    const pieces = this.rows.uploads.get(keyOf(place))?.pieces ?? []
    return pieces.reduce((sum, piece) => sum + piece.length, 0)
  }

  private putUpload(place: FilePlace, upload: Upload | null): void {
    const uploads = new Map(this.rows.uploads)
    if (upload) uploads.set(keyOf(place), upload)
    else uploads.delete(keyOf(place))
    this.rows = { ...this.rows, uploads }
  }

  private storage(): FileStorage {
    return {
      isBrought: (place) => Promise.resolve(this.rows.brought.has(keyOf(place))),
      hasRoom: (_, size) => Promise.resolve(size <= ROOM),
      addPiece: (place, { start, bytes, size, at }) => {
        const known = this.rows.uploads.get(keyOf(place)) ?? { size, pieces: [], at: 0 }
        const received = this.received(place)
        const isNext = start === received && known.size === size && start + bytes.length <= size
        if (!isNext || bytes.length === 0) return Promise.resolve(received)
        const pieces = [...known.pieces, bytes]
        this.putUpload(place, { size, pieces, at: at.getTime() })
        return Promise.resolve(received + bytes.length)
      },
      readPieces: (place) =>
        Promise.resolve(Buffer.concat(this.rows.uploads.get(keyOf(place))?.pieces ?? [])),
      dropUpload: (place) => {
        this.putUpload(place, null)
        return Promise.resolve()
      },
      keep: (place, bytes) => {
        const isNew = !this.rows.brought.has(keyOf(place))
        this.rows = { ...this.rows, brought: new Set([...this.rows.brought, keyOf(place)]) }
        this.confirmed.add(keyOf(place))
        this.watch.onPhoto(place.logbookId, hashOfBytes(bytes) === place.sha256)
        return Promise.resolve({ isNew, size: bytes.length, mime: 'image/jpeg' })
      },
    }
  }
}

const isIn = (keys: ReadonlySet<string>, logbookId: string, sha256: string): boolean =>
  [...keys].some((key) => key.startsWith(`${logbookId} ${sha256} `))

const read = (sent: Sent) => () =>
  Promise.resolve(
    sent.isCutOff || !(sent.body instanceof ArrayBuffer)
      ? ('cut-off' as const)
      : Buffer.from(sent.body),
  )

/** Which photo a path names, and what is asked of it; `null`: it is no such path. */
export function fileIn(path: string, personId: PersonId): FileQuestion | null {
  const [, logbookId, sha256, rest = ''] = FILE.exec(path) ?? []
  if (!logbookId || !sha256) return null
  const start = /^\/pieces\/(\d+)$/u.exec(rest)?.[1]
  const place = { logbookId: logbookId as LogbookId, sha256, personId }
  return { place, isPieces: rest.startsWith('/pieces'), start: start ? Number(start) : null }
}

interface FileQuestion {
  readonly place: FilePlace
  readonly isPieces: boolean
  readonly start: number | null
}

const FILE = /^\/api\/v1\/logbooks\/([^/]+)\/files\/([^/?]+)(\/pieces(?:\/\d+)?|\?form=\w+)?$/u
