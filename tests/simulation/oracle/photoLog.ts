import type { LogbookId } from '#domain/identifiers.ts'
import { generationOf } from '#server/exchange/pullPlan.ts'
import { GRANTS_MAX } from '#server/storage/logbookStorage.ts'
import type { FileRow, Rows } from '#store/database.ts'
import type { MemoryStorage } from '../memoryStorage.ts'
import type { MemoryDatabase } from '../memoryTables.ts'
import type { Report } from './report.ts'

/** What there is beside the photos of a device. */
export interface AroundPhotos {
  readonly report: Report
  readonly server: {
    readonly hasFile: (logbookId: string, sha256: string) => boolean
    /** Whether it was ever said to be there. */
    readonly hasConfirmedFile: (logbookId: string, sha256: string) => boolean
    readonly storage: Pick<MemoryStorage, 'state'>
  }
  /** A disk was put back: no device is told so. */
  readonly isRestoredByHand: boolean
  /** Photos whose bytes the browser has lost by itself. */
  readonly lostPhotos: ReadonlySet<string>
  /** Photos that a device let go of once the server had them. */
  readonly letGo: Set<string>
  /** Those of them that a restored server may have lost. */
  readonly goneWithServer: Set<string>
}

/** I13: a photo stays, with its bytes, until the server has it, and counts as sent only then. */
export class PhotoLog {
  private readonly db: MemoryDatabase<Rows>
  private readonly world: AroundPhotos
  private before: readonly FileRow[] = []

  constructor(db: MemoryDatabase<Rows>, world: AroundPhotos) {
    this.db = db
    this.world = world
  }

  onCommit(): void {
    const { report, lostPhotos, letGo, goneWithServer } = this.world
    const photos = this.db.rowsOf('files')
    if (photos.length === 0 && this.before.length === 0) return
    const now = new Map(photos.map((photo) => [photo.sha256, photo]))
    const bytes = this.db.rowsOf('bytes').filter(({ form }) => form === 'original')
    const whole = new Set(bytes.map(({ sha256 }) => sha256))
    for (const { logbookId, sha256, state } of this.before) {
      const photo = now.get(sha256)
      if (state === 'stored') {
        if (!photo) letGo.add(sha256)
        if (!photo && !this.hasHeard(logbookId)) goneWithServer.add(sha256)
        continue
      }
      if (!photo) report.violate('I13', 'a photo is gone')
      else if (photo.state === 'stored' && !this.mayCount(logbookId, sha256)) {
        report.violate('I13', 'a photo counts as sent, and is not there')
      }
    }
    for (const { sha256, state } of photos) {
      if (state === 'stored' || whole.has(sha256) || lostPhotos.has(sha256)) continue
      report.violate('I13', 'the bytes of a photo go before it was sent')
    }
    this.before = photos
  }

  /**
   * Whether a photo may count as sent now: it is there, or it was until a restore of which this device
   * does not know yet, and which makes it offer the photo again.
   */
  private mayCount(logbookId: LogbookId, sha256: string): boolean {
    const { server, isRestoredByHand } = this.world
    if (server.hasFile(logbookId, sha256)) return true
    if (!server.hasConfirmedFile(logbookId, sha256)) return false
    return isRestoredByHand || !this.hasHeard(logbookId)
  }

  /** Whether this device knows of the last restore: until then it takes what was confirmed for kept. */
  private hasHeard(logbookId: LogbookId): boolean {
    const progress = this.db.rowsOf('progress').find((row) => row.logbookId === logbookId)
    const book = this.world.server.storage.state().get(logbookId)
    const now = book ? Math.floor(book.grantNumber / GRANTS_MAX) : 0
    return generationOf(progress?.grant ?? 0) === now
  }
}
