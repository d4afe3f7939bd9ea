import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#domain/uuid.ts'

/** A new UUIDv7. */
export const newId = (at: Date = new Date()): string => uuidV7(at.getTime(), randomBytes(16))
