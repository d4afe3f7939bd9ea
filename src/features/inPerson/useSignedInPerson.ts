import { textOf } from '#domain/content.ts'
import { documentWhen } from '#domain/documentWhen.ts'
import type { PersonId } from '#domain/identifiers.ts'
import type { Kind } from '#domain/kind.ts'
import { kinds, type KindName } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument, type Signature } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { actorIn, listBooks } from '#store/books.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'

/** A signature in this person’s name that was made on another person’s device. */
export interface SignedInPerson {
  readonly document: LogbookDocument
  readonly signature: Signature
  /** ISO week or date of the document; empty: not known. */
  readonly when: string
  readonly facts: LogbookFacts
  readonly actor: Actor
}

/** Kinds signed on devices that are handed over; that a visit was read is no signature. */
const handedOver = (Object.keys(kinds) as KindName[]).filter((name) => {
  const { handOver, lifecycle }: Kind = kinds[name]
  return handOver.acts.includes('sign') && lifecycle.sign?.to === 'signed'
})

/**
 * Signatures made in this person’s name on devices that were handed over, and not yet answered for:
 * the answer is a note about the document. Oldest first.
 */
export const useSignedInPerson = (
  db: LogbookDb,
  personId: PersonId,
): readonly SignedInPerson[] | undefined =>
  useLiveRead(
    db,
    async (db) => {
      const books = await listBooks(db)
      const documents = await listDocuments(db, handedOver)
      const notes = await listDocuments(db, 'note')
      const answered = notes
        .filter(({ author }) => author === personId)
        .map((note) => textOf(lastVersion(note)?.content ?? {}, 'about'))

      return documents
        .flatMap((document): SignedInPerson[] => {
          const book = books.find(({ id }) => id === document.logbookId)
          const signature = document.signatures.findLast(
            ({ signer, level }) => signer === personId && level === 'in-person',
          )
          if (!book || !signature || answered.includes(document.id)) return []
          const { facts } = book
          const when = documentWhen(document, {})
          return [{ document, signature, when, facts, actor: actorIn(book, personId, '') }]
        })
        .sort((a, b) => a.signature.at.localeCompare(b.signature.at))
    },
    [personId],
  )
