import { documentWhen } from '#domain/documentWhen.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { kindNames, kinds } from '#domain/kinds.ts'
import { project } from '#domain/rights.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { listBooks } from '#store/books.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments, type ShownDocument } from '#store/documents.ts'

/** Something that somebody signed. */
export interface SignedDocument {
  readonly document: ShownDocument
  /** ISO week or date it is about; empty: not known. */
  readonly when: string
  /** UTC instant of the signer’s latest signature, by the clock of the device. */
  readonly at: string
}

/** What somebody signed in one logbook, latest signature first. */
export interface SignedInLogbook {
  readonly facts: LogbookFacts
  readonly signed: readonly SignedDocument[]
}

const signedKinds = kindNames.filter((kind) => kinds[kind].signers.length > 0)

/** All that a person signed and may still read, the logbook signed last first. `undefined` while it is read. */
export const useSigned = (
  db: LogbookDb,
  personId: PersonId,
): readonly SignedInLogbook[] | undefined =>
  useLiveRead(
    db,
    async (db) => {
      const books = await listBooks(db)
      const documents = await listDocuments(db, signedKinds)
      return books
        .map(({ id, role, facts }) => ({
          facts,
          signed: documents
            .filter(({ logbookId }) => logbookId === id)
            .filter((document) => project(document, { personId, role }) !== null)
            .flatMap((document) => signedBy(document, personId))
            .sort(latestFirst),
        }))
        .filter(({ signed }) => signed.length > 0)
        .sort((one, other) => latestFirst(one.signed[0], other.signed[0]))
    },
    [personId],
  )

function signedBy(document: ShownDocument, personId: PersonId): SignedDocument[] {
  const times = document.signatures.filter(({ signer }) => signer === personId).map(({ at }) => at)
  const at = times.sort().at(-1)
  return at === undefined ? [] : [{ document, when: documentWhen(document, {}), at }]
}

const latestFirst = (one: SignedDocument | undefined, other: SignedDocument | undefined) =>
  (other?.at ?? '').localeCompare(one?.at ?? '')
