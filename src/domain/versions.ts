import type { Canonical } from './canonicalJson.ts'
import { contentOf, itemsOf } from './content.ts'
import { hashOf } from './hash.ts'
import type { Kind } from './kind.ts'
import { kinds } from './kinds.ts'
import type { LogbookDocument, Version } from './logbookDocument.ts'
import type { Content } from './operation.ts'

/** Why a draft cannot become a version yet. */
export type Unready = 'incomplete' | 'too-long' | 'too-many'

/** What a version’s hash is taken over. Anybody can compute it again from an export. */
export const versionStatement = (
  document: Pick<LogbookDocument, 'logbookId' | 'id' | 'kind' | 'author'>,
  version: Pick<Version, 'number' | 'content'>,
): Canonical => ({
  logbook: document.logbookId,
  document: document.id,
  kind: document.kind,
  author: document.author,
  version: version.number,
  content: version.content as Canonical,
})

export const versionHash = (
  document: Pick<LogbookDocument, 'logbookId' | 'id' | 'kind' | 'author'>,
  version: Pick<Version, 'number' | 'content'>,
): string => hashOf(versionStatement(document, version))

/** Whether `content` may be frozen: nothing missing, no text longer than its field allows. */
function unready(kind: Kind, content: Content): Unready | null {
  const has = (field: string) => Object.hasOwn(content, field) || itemsOf(content, field).length > 0
  if (!kind.needs.every((group) => group.some(has))) return 'incomplete'
  for (const [key, value] of Object.entries(content)) {
    const [name = '', , part] = key.split('/')
    const field = kind.fields[name]
    const leaf = field?.type === 'items' ? field.of[part ?? ''] : field
    if (leaf?.type === 'text' && typeof value === 'string' && value.length > leaf.max) {
      return 'too-long'
    }
    const tooMany =
      (field?.type === 'files' || field?.type === 'items') &&
      itemsOf(content, name).length > field.max
    if (tooMany) return 'too-many'
  }
  return null
}

/**
 * The next version of a document’s draft, `extra` being what the act itself adds to its content.
 * Refused when the draft is not ready.
 */
export function freeze(
  document: LogbookDocument,
  at: string,
  extra: Content = {},
): Version | Unready {
  const kind = kinds[document.kind]
  const content = { ...contentOf(kind, document.fields), ...extra }
  const number = document.versions.length + 1
  const reason = unready(kind, content)
  return reason ?? { number, content, at, hash: versionHash(document, { number, content }) }
}
