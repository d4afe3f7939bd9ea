import { awaitsSignature } from '#domain/awaitingSignature.ts'
import { textOf } from '#domain/content.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { kindNames, kinds, type KindName } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument, type Version } from '#domain/logbookDocument.ts'
import { weekOfEntry } from '#domain/weekStates.ts'
import { findFileWait, type FileWait } from '#features/parts/useFileWait.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { actorIn, listBooks } from '#store/books.ts'
import type { BookRow, LogbookDb } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'

/** Something that waits for a signature, with the version one reads. */
export interface WaitingDocument {
  readonly document: LogbookDocument
  readonly version: Version
  readonly facts: LogbookFacts
}

/** An entry that waits for a signature. */
export interface WaitingWeek extends WaitingDocument {
  /** ISO week. */
  readonly week: string
  /** What its files keep from being signed; `null`: nothing. */
  readonly fileWait: FileWait | null
}

/** Somebody whose master this person is. */
export interface Apprenticeship {
  readonly facts: LogbookFacts
  /** ISO week of the latest entry that was sent; `null`: none yet. */
  readonly lastSent: string | null
  /** How many weeks and pieces wait for a signature. */
  readonly waiting: number
}

export interface SignatureQueue {
  /** Of all apprentices together, oldest week first. */
  readonly weeks: readonly WaitingWeek[]
  /** Of exam files, in the order in which they came. */
  readonly pieces: readonly WaitingDocument[]
  /** What this person has to do, soonest due first. */
  readonly objectives: readonly WaitingDocument[]
  /** Of any other kind that names him as its signer, in the order in which they came. */
  readonly others: readonly WaitingDocument[]
  readonly apprenticeships: readonly Apprenticeship[]
}

/** All kinds that a master signs, but for meetings: these may ask for words, too, see `useWaitingMeetings`. */
const signedKinds = kindNames.filter(
  (kind) => kinds[kind].signers.includes('master') && kind !== 'visit' && kind !== 'interview',
)
/** What `awaitsSignature` may ask for beside them. */
const aroundThem: readonly KindName[] = ['absence']

/** What waits for a master’s signature, and his apprentices. `undefined` while it is read. */
export const useSignatureQueue = (db: LogbookDb, personId: PersonId): SignatureQueue | undefined =>
  useLiveRead(
    db,
    async (db) => {
      const books = (await listBooks(db)).filter(({ role }) => role === 'master')
      const documents = await listDocuments(db, [...signedKinds, ...aroundThem])

      const waiting = books.flatMap((book) => waitingIn(book, personId, documents))
      const ofKind = (kind: KindName) => waiting.filter(({ document }) => document.kind === kind)
      const weeks = await Promise.all(
        ofKind('entry').map(async (each) => ({
          ...each,
          week: weekOfEntry(each.document) ?? '',
          fileWait: await findFileWait(db, each.document),
        })),
      )
      const pieces = ofKind('piece').sort(inOrderOf(sentAt))
      return {
        weeks: weeks.sort(inOrderOf(({ week, facts }) => `${week} ${facts.id}`)),
        pieces,
        objectives: ofKind('objective').sort(
          inOrderOf(({ version }) => textOf(version.content, 'due')),
        ),
        others: waiting
          .filter(({ document: { kind } }) => !shownApart.includes(kind))
          .sort(inOrderOf(sentAt)),
        apprenticeships: books.map(({ id, facts }) => ({
          facts,
          lastSent: lastSentOf(documents.filter(({ logbookId }) => logbookId === id)),
          waiting: [...weeks, ...pieces].filter((each) => each.facts.id === id).length,
        })),
      }
    },
    [personId],
  )

const shownApart: readonly KindName[] = ['entry', 'piece', 'objective']

function waitingIn(
  book: BookRow,
  personId: PersonId,
  documents: readonly LogbookDocument[],
): WaitingDocument[] {
  const actor = actorIn(book, personId, '')
  const own = new Map(
    documents.filter(({ logbookId }) => logbookId === book.id).map((each) => [each.id, each]),
  )
  return [...own.values()].flatMap((document) => {
    const version = lastVersion(document)
    const waits = awaitsSignature(document, actor, (id) => own.get(id) ?? null)
    return waits && version ? [{ document, version, facts: book.facts }] : []
  })
}

function lastSentOf(documents: readonly LogbookDocument[]): string | null {
  const weeks = documents.flatMap((document) => {
    const sent = document.kind === 'entry' && document.versions.length > 0
    return sent ? (weekOfEntry(document) ?? []) : []
  })
  return weeks.sort().at(-1) ?? null
}

const sentAt = ({ version }: WaitingDocument) => version.at

const inOrderOf =
  <Item>(keyOf: (item: Item) => string) =>
  (one: Item, other: Item): number =>
    keyOf(one).localeCompare(keyOf(other))
