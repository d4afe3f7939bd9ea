import type { Canonical } from './canonicalJson.ts'
import { hashOf, hashOfText } from './hash.ts'
import type { DeviceId, LogbookId, PersonId } from './identifiers.ts'
import { uuidV8 } from './uuid.ts'

/** Code of an operation that came in a rescue file: a coordinator decides about it. */
export const RESCUED = 'rescued'

/** One operation in a rescue file, under the number it has on the device that wrote it. */
export interface RescuedOperation {
  readonly n: number
  /** Unread: a newer app may have written it. */
  readonly operation: unknown
}

/** What a device says with its key of the operations it gives away in a rescue file. */
export interface RescueStatement {
  readonly logbook: LogbookId
  /** Whose device it is. */
  readonly person: PersonId
  readonly device: DeviceId
  /** See `rescueHash`. */
  readonly operations: string
  /** UTC instant by the device’s clock. */
  readonly at: string
}

/** Payload of the compact JWS (ES256) beside the operations, as canonical JSON. */
export const rescueStatement = (statement: RescueStatement): Canonical => ({
  logbook: statement.logbook,
  person: statement.person,
  device: statement.device,
  operations: statement.operations,
  at: statement.at,
})

/** SHA-256 in hex of the operations as JSON, in the order of the file. */
export const rescueHash = (operations: readonly RescuedOperation[]): string =>
  hashOfText(JSON.stringify(operations.map(({ n, operation }) => ({ n, operation }))))

/**
 * Under which device the server counts what it got from a device in files: one of its own for each,
 * so that a file never takes a number which the device itself may still use.
 */
export const rescueDeviceId = (device: DeviceId): DeviceId =>
  uuidV8(hashOf(['rescue', device])) as DeviceId
