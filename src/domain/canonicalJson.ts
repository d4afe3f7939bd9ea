/** What may stand in signed content: no fraction, no `undefined`, no lone surrogate. */
export type Canonical =
  string | number | boolean | null | readonly Canonical[] | { readonly [key: string]: Canonical }

/**
 * JSON Canonicalization Scheme (RFC 8785) for the values of `Canonical`.
 *
 * Throws a `TypeError` on what two machines could write differently: fractions, unsafe integers
 * and lone surrogates.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new TypeError('a lone surrogate cannot be signed')
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError('only safe integers can be signed')
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  // RFC 8785 sorts by UTF-16 code units, which is what `sort` does without an argument.
  const members = Object.keys(value)
    .sort()
    .map((key) => `${canonicalJson(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

const isList = (value: Canonical): value is readonly Canonical[] => Array.isArray(value)
