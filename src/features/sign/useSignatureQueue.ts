import { lastVersion, type LogbookDocument, type Version } from '#domain/logbookDocument.ts'
import type { PersonId } from '#domain/identifiers.ts'
import { may } from '#domain/rights.ts'
import { weekOfEntry } from '#domain/weekStates.ts'
import { findPhotoWait, type PhotoWait } from '#features/parts/usePhotoWait.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { actorIn, listBooks } from '#store/books.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'
import { useLiveQuery } from 'dexie-react-hooks'

/** An entry that waits for a signature, with the version one reads. */
export interface WaitingWeek {
  readonly document: LogbookDocument
  readonly version: Version
  /** ISO week. */
  readonly week: string
  readonly facts: LogbookFacts
  /** What its photos keep from being signed; `null`: nothing. */
  readonly photoWait: PhotoWait | null
}

/** Somebody whose master this person is. */
export interface Apprenticeship {
  readonly facts: LogbookFacts
  /** ISO week of the latest entry that was sent; `null`: none yet. */
  readonly lastSent: string | null
  /** How many weeks wait for a signature. */
  readonly waiting: number
}

export interface SignatureQueue {
  /** Of all apprentices together, oldest week first. */
  readonly weeks: readonly WaitingWeek[]
  readonly apprenticeships: readonly Apprenticeship[]
}

/** What waits for a master’s signature, and his apprentices. `undefined` while it is read. */
export const useSignatureQueue = (db: LogbookDb, personId: PersonId): SignatureQueue | undefined =>
  useLiveQuery(async () => {
    const books = (await listBooks(db)).filter(({ role }) => role === 'master')
    const entries = await listDocuments(db, 'entry')

    const all = books.map((book) => {
      const { facts } = book
      const actor = actorIn(book, personId, '')
      const own = entries.filter(({ logbookId }) => logbookId === book.id)
      const weeks = own.flatMap((document): Omit<WaitingWeek, 'photoWait'>[] => {
        const version = lastVersion(document)
        const week = weekOfEntry(document)
        // One signature is enough: what another master signed waits for nobody.
        const waits = document.state === 'submitted' && may(actor, 'sign', document)
        return waits && version && week !== null ? [{ document, version, week, facts }] : []
      })
      const sent = own
        .filter(({ versions }) => versions.length > 0)
        .flatMap((document) => weekOfEntry(document) ?? [])
        .sort()
      return { weeks, facts, lastSent: sent.at(-1) ?? null, waiting: weeks.length }
    })
    const waiting = all.flatMap(({ weeks }) => weeks)
    const weeks = await Promise.all(
      waiting.map(async (week) => ({
        ...week,
        photoWait: await findPhotoWait(db, week.document),
      })),
    )
    return {
      weeks: weeks.sort(
        (a, b) => a.week.localeCompare(b.week) || a.facts.id.localeCompare(b.facts.id),
      ),
      apprenticeships: all.map(({ facts, lastSent, waiting: count }) => ({
        facts,
        lastSent,
        waiting: count,
      })),
    }
  }, [db, personId])
