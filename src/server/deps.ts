import type pg from 'pg'
import type { ServerKey } from '#server/access/serverKey.ts'
import type { RateLimit } from '#server/access/rateLimit.ts'
import type { Configuration } from '#server/configuration.ts'
import type { FileStore } from '#server/documents/fileStore.ts'
import type { Mail } from '#server/mail/mail.ts'
import type { Pokes } from '#server/pokes.ts'
import type { LogbookStorage } from '#server/storage/logbookStorage.ts'

/** All that the routes reach of the world outside. A test makes its own. */
export interface Deps {
  readonly pool: pg.Pool
  /** What people write; the rest (people, sessions, devices) is asked of `pool`. */
  readonly storage: LogbookStorage
  /** The bytes of photos. */
  readonly files: FileStore
  /** The server's clock: the only one that is believed. */
  readonly now: () => Date
  /** A new UUIDv7. */
  readonly newId: () => string
  readonly mail: Mail
  readonly configuration: Configuration
  /** Whether this is the demonstration: our own database, with the demonstration's people in it. */
  readonly isDemo: boolean
  readonly pokes: Pokes
  /** Names this process among those that share the database. */
  readonly origin: string
  readonly serverKey: ServerKey
  readonly rateLimit: RateLimit
  /** Aborted when the server stops: long answers (SSE) end then, readiness answers 503. */
  readonly stopping: AbortSignal
  /** Folder of the built screens, or `null` where there is only the API. */
  readonly webFolder: string | null
  /** Told of each answer, and of what went wrong without being anybody's fault outside. */
  readonly log: Log
}

/** One thing that happened. Never holds a token, a query string, a body or an address of a person. */
export interface LogEvent {
  readonly event: string
  readonly [field: string]: string | number | boolean | null | undefined
}

export type Log = (event: LogEvent, error?: unknown) => void
