import { leafAt } from '#domain/content.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import { isDate, isWeek } from '#domain/week.ts'
import { memberOf } from './memberOf.ts'

/** Most text that is shown of one operation, in UTF-16 code units: the longest draft of one field. */
const WORDS_MAX = 100_000

/** What an operation holds beside what somebody wrote. */
const frame = new Set(
  'id documentId kind type v n at present hash jws seen sections drop key'.split(' '),
)

/**
 * The texts that somebody wrote in an operation, also in one that nothing here can read: then all
 * that may be a word. In the order they stand there.
 */
export function wordsIn(body: unknown): string[] {
  const kind = kindOf(body)
  const words: string[] = []
  let length = 0
  const add = (text: string) => {
    if (text.trim() === '' || isName(text) || length >= WORDS_MAX) return
    words.push(text.slice(0, WORDS_MAX - length))
    length += text.length
  }
  const walk = (value: unknown, key: string): void => {
    const leaf = kind && leafAt(kinds[kind], key)
    if (leaf && leaf.type !== 'text') return
    if (typeof value === 'string') add(value)
    if (typeof value !== 'object' || value === null) return
    for (const [name, inner] of Object.entries(value)) walk(inner, name)
  }
  if (typeof body !== 'object' || body === null) return []
  for (const [name, value] of Object.entries(body)) if (!frame.has(name)) walk(value, name)
  return words
}

/** What only programs read: an id, a hash, a day, an instant. */
const isName = (text: string): boolean =>
  /^(?:[\da-f-]{36}|[\da-f]{64}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/u.test(text) ||
  isWeek(text) ||
  isDate(text)

/**
 * The ISO week or date of the document that an operation is about; empty: not known. `seen`: as the
 * reader may see it. What names the document is in its id already, and no secret.
 */
export function whenOf(
  body: unknown,
  document: LogbookDocument | null,
  seen: LogbookDocument | null,
): string {
  const set = memberOf(body, 'set')
  const content = seen ? lastVersion(seen)?.content : undefined
  for (const key of ['week', 'date']) {
    const isNaming = document && kinds[document.kind].identity.includes(key)
    const shown = isNaming ? document : seen
    const value = memberOf(set, key) ?? shown?.fields[key]?.value ?? content?.[key]
    if (typeof value === 'string' && (isWeek(value) || isDate(value))) return value
  }
  return ''
}

/** A text of the operation’s frame, as it says itself, or `null`. */
export function frameText(body: unknown, key: string): string | null {
  const value = memberOf(body, key)
  return typeof value === 'string' ? value.slice(0, 80) : null
}

function kindOf(body: unknown): KindName | null {
  const kind = memberOf(body, 'kind')
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? (kind as KindName) : null
}
