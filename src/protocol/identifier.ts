import type { DeviceId, DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import * as z from 'zod/mini'

const uuid = z.string().check(z.regex(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/u))

const branded = <Id extends string>() =>
  z.pipe(
    uuid,
    z.transform((text) => text as Id),
  )

export const logbookId = branded<LogbookId>()
export const documentId = branded<DocumentId>()
export const operationId = branded<OperationId>()
export const personId = branded<PersonId>()
export const deviceId = branded<DeviceId>()

/** SHA-256 in lower-case hex. */
export const sha256Hex = z.string().check(z.regex(/^[\da-f]{64}$/u))

/** UTC instant, `2026-11-20T15:02:13.120Z`. */
export const instant = z.iso.datetime()
