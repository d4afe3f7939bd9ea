import type { Field, Kind, PlainField } from './kind.ts'
import type { LogbookDocument, Written } from './logbookDocument.ts'
import type { Content, FileReference, Value } from './operation.ts'

/** What stands under one key: a plain value, a tick, a file, or the mark of a removed item. */
export type Leaf = PlainField | { readonly type: 'tick' | 'file' | 'removed' }

/** Names of items and codes within a key: no slash, nothing JavaScript gives a meaning to. */
const ITEM = /^[\w.-]{1,64}$/u
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What may be written under `key` in a document of `kind`, or `undefined`: there is no such field,
 * or nobody patches it.
 */
export function leafAt(kind: Kind, key: string): Leaf | undefined {
  const [name = '', item, part, ...rest] = key.split('/')
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined
  if (!field || rest.length > 0) return undefined
  if (!isMany(field)) return item === undefined ? field : undefined
  if (item === undefined || !ITEM.test(item) || FORBIDDEN.has(item)) return undefined
  if (field.type === 'items') {
    if (part === 'removed') return REMOVED
    return part !== undefined && Object.hasOwn(field.of, part) ? field.of[part] : undefined
  }
  if (part !== undefined || field.type === 'hashes') return undefined
  return field.type === 'ticks' ? TICK : FILE
}

const REMOVED: Leaf = { type: 'removed' }
const TICK: Leaf = { type: 'tick' }
const FILE: Leaf = { type: 'file' }

const isMany = (field: Field) =>
  field.type === 'ticks' ||
  field.type === 'files' ||
  field.type === 'items' ||
  field.type === 'hashes'

/** Whether a field holds nothing that a reader would miss. */
export const isBlank = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'string' && value.trim() === '')

/**
 * Text as it is stored and signed: composed (NFC), so that two keyboards give one hash, without
 * the characters that neither JSON signatures nor PostgreSQL hold (lone surrogates, U+0000).
 */
export const cleanText = (text: string): string =>
  text
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll('\0', '')
    .normalize('NFC')

export const cleanValue = (value: Value): Value =>
  typeof value === 'string' ? cleanText(value) : value

/** Key of the mark that removes the item which `key` belongs to, or `null` if it is in no list of items. */
export function removalKeyOf(kind: Kind, key: string): string | null {
  const [name = '', item, part] = key.split('/')
  return kind.fields[name]?.type === 'items' && item !== undefined && part !== 'removed'
    ? `${name}/${item}/removed`
    : null
}

/** What the draft says now: current values, without blanks and removed items. New object. */
export function contentOf(kind: Kind, fields: Readonly<Record<string, Written>>): Content {
  const content: Record<string, Value> = {}
  for (const key of Object.keys(fields).sort()) {
    const value = fields[key]?.value
    const removal = removalKeyOf(kind, key)
    const removed = key.endsWith('/removed') || (removal && fields[removal]?.value === true)
    if (value !== undefined && !isBlank(value) && !removed) content[key] = value
  }
  return content
}

export const draftContent = (kind: Kind, document: LogbookDocument): Content =>
  contentOf(kind, document.fields)

/** The item names under a field that holds many: `['salon', 'prospection']` for `tasks`. */
export function itemsOf(content: Content, field: string): string[] {
  const prefix = `${field}/`
  const names = Object.keys(content)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length).split('/')[0] ?? '')
  return [...new Set(names)]
}

/** Photos and sounds that the content names. */
export const filesOf = (content: Content): FileReference[] =>
  Object.values(content).filter((value) => typeof value === 'object' && value !== null)

/** Text of a field, or the empty text. */
export function textOf(content: Content, key: string): string {
  const value = content[key]
  return typeof value === 'string' ? value : ''
}
