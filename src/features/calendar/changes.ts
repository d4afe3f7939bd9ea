import { lastVersion } from '#domain/logbookDocument.ts'
import type { Content } from '#domain/operation.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { textOf } from '#domain/content.ts'
import type { ShownDocument } from '#store/documents.ts'

/** A change of one apprentice’s calendar, as it was published last. */
export interface ShownChange {
  readonly document: ShownDocument
  readonly content: Content
  readonly by: PersonId
  /** UTC instant. */
  readonly at: string
  readonly cancelled: boolean
}

/** The changes that were published, the latest first. */
export const changesOf = (documents: readonly ShownDocument[]): ShownChange[] =>
  documents
    .flatMap((document) => {
      const version = lastVersion(document)
      if (!version) return []
      const { content, at } = version
      return [
        {
          document,
          content,
          by: document.author,
          at,
          cancelled: textOf(content, 'cancelled') !== '',
        },
      ]
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1))
