import { isCivilDate } from '#domain/civilDate.ts'
import { leafAt, type Leaf } from '#domain/content.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import { DRAFT_TEXT_MAX, type FileReference, type Value } from '#domain/operation.ts'
import { isDate, isWeek } from '#domain/week.ts'
import { roles } from '#domain/kind.ts'
import * as z from 'zod/mini'
import { documentId, sha256Hex } from './identifier.ts'

/** Largest file of any kind, in bytes. */
export const FILE_SIZE_MAX = 10_000_000
/** Largest sound, in bytes: three minutes, as large as a browser makes them that minds no wish. */
export const SOUND_SIZE_MAX = 4_000_000

/** What a photo may be once the device has made it small. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
/** What a memo may be: as browsers record, Opus in the first two, AAC or Opus in the last. */
export const soundTypes = ['audio/webm', 'audio/ogg', 'audio/mp4'] as const

const photoReference = z.readonly(
  z.strictObject({
    sha256: sha256Hex,
    size: z.int().check(z.minimum(1), z.maximum(FILE_SIZE_MAX)),
    mime: z.enum(photoTypes),
  }),
) satisfies z.ZodMiniType<FileReference>

const soundReference = z.readonly(
  z.strictObject({
    sha256: sha256Hex,
    size: z.int().check(z.minimum(1), z.maximum(SOUND_SIZE_MAX)),
    mime: z.enum(soundTypes),
  }),
) satisfies z.ZodMiniType<FileReference>

/** A file of any kind; which one a field takes, its declaration says. */
export const fileReferenceSchema = z.union([
  photoReference,
  soundReference,
]) satisfies z.ZodMiniType<FileReference>

const schemas = new WeakMap<Leaf, z.ZodMiniType<Value>>()

/** Schema of the value under one key, made once for each field. */
function schemaOf(leaf: Leaf): z.ZodMiniType<Value> {
  const known = schemas.get(leaf) ?? valueSchema(leaf)
  schemas.set(leaf, known)
  return known
}

/** Every value may be emptied with `null`. */
function valueSchema(leaf: Leaf): z.ZodMiniType<Value> {
  switch (leaf.type) {
    case 'text':
      return z.nullable(z.string().check(z.maxLength(DRAFT_TEXT_MAX)))
    case 'week':
      return z.nullable(z.string().check(z.refine(isWeek)))
    case 'date':
      return z.nullable(z.string().check(z.refine(isDate)))
    case 'birthDate':
      return z.nullable(z.string().check(z.refine(isCivilDate)))
    case 'choice':
      return z.nullable(z.enum(leaf.of as readonly [string, ...string[]]))
    case 'integer':
      return z.nullable(z.int().check(z.minimum(leaf.min), z.maximum(leaf.max)))
    case 'code':
      return z.nullable(z.string().check(z.regex(/^[A-Za-z\d][\w.-]{0,63}$/u)))
    case 'document':
      return z.nullable(documentId)
    case 'authorRole':
      return z.nullable(z.enum(roles))
    case 'tick':
    case 'removed':
      return z.nullable(z.literal(true))
    case 'file':
      return z.nullable(photoReference)
    case 'sound':
      return z.nullable(soundReference)
  }
}

/** The first key of `content` that is no field of the kind or has a wrong value, or `null`. */
export function firstWrongKey(kind: KindName, content: Readonly<Record<string, unknown>>) {
  for (const [key, value] of Object.entries(content)) {
    const leaf = leafAt(kinds[kind], key)
    if (!leaf || !schemaOf(leaf).safeParse(value).success) return key
  }
  return null
}
