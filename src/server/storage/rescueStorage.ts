import type { DeviceId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Ahead, Changes, OpenLogbook } from './logbookStorage.ts'

/** Where operations of a file come from, beside what they say. */
export interface Origin {
  readonly deviceId: DeviceId
  readonly owner: PersonId
  readonly broughtBy: PersonId
  readonly seal: string | null
}

/** What a file changes in one logbook. */
export interface RescueChanges extends Changes {
  readonly origin: Origin
  /** Those that are new, with their numbers on the device they come from. */
  readonly rescued: readonly { readonly id: OperationId; readonly n: number }[]
}

/** A logbook that nobody else writes in. Its `lastN` is that of the device the file comes from. */
export interface RescueLogbook extends Omit<OpenLogbook, 'write' | 'grantNumber'> {
  /** The last number under which something came in files of this device. */
  readonly lastRescued: number
  /** Throws `Unstorable` where the words themselves are at fault. */
  readonly write: (changes: RescueChanges) => Promise<void>
}

/** What taking a file asks of whatever keeps the logbooks. `null`: there is no such logbook. */
export interface RescueStorage {
  readonly inRescueLogbook: <Result>(
    id: LogbookId,
    ahead: Ahead,
    work: (logbook: RescueLogbook) => Promise<Result>,
  ) => Promise<Result | null>
}
