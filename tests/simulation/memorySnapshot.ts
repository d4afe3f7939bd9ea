import { CHAIN_START } from '#domain/chain.ts'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { kinds } from '#domain/kinds.ts'
import { partsOn } from '#domain/membership.ts'
import type { Member } from '#protocol/logbookFacts.ts'
import { groupBy } from '#server/storage/groupBy.ts'
import { frozenText } from '#server/storage/logbookDocuments.ts'
import type {
  DocumentFilter,
  DocumentFrame,
  DocumentText,
  ReadableLogbook,
  Snapshot,
  StoredDocument,
} from '#server/storage/logbookStorage.ts'
import { verdictsFor } from './memoryHeld.ts'
import { documentsOf, type MemoryLogbook, type MemoryState } from './memoryStorage.ts'

/** What one moment sees of the logbooks in memory. */
export function snapshotOf(books: MemoryState): Snapshot {
  const chosen = (ids: readonly LogbookId[]) => ids.flatMap((id) => books.get(id) ?? [])
  const byId = <Value>(ids: readonly LogbookId[], valueOf: (book: MemoryLogbook) => Value[]) =>
    new Map(
      chosen(ids).flatMap((book) => {
        const values = valueOf(book)
        return values.length > 0 ? [[book.facts.id, values] as const] : []
      }),
    )
  const load = ({ logbookIds, ids }: DocumentFilter) =>
    chosen(logbookIds)
      .flatMap(documentsOf)
      .filter(({ document }) => ids === null || ids.includes(document.id))
      .sort((one, other) => one.seq - other.seq)

  return {
    listReadable: (personId, day) => Promise.resolve(listReadable(books, personId, day)),
    findHeads: (places) => {
      const known = new Map(
        places.map(({ id, seq }) => [
          `${id}/${seq}`,
          books.get(id)?.history[seq - 1]?.chain ?? null,
        ]),
      )
      return Promise.resolve((id: LogbookId, seq: number) =>
        seq === 0 ? CHAIN_START : (known.get(`${id}/${seq}`) ?? null),
      )
    },
    listFrames: (ids) =>
      Promise.resolve(byId(ids, (book) => [...book.documents.values()].map(frameOf))),
    loadDocuments: (filter) => Promise.resolve(load(filter)),
    loadTexts: (filter, author) =>
      Promise.resolve(load(filter).map((each) => textOf(each, author))),
    readFacts: (ids) => Promise.resolve(new Map(chosen(ids).map(({ facts }) => [facts.id, facts]))),
    listSigningKeys: (since) => {
      const after = new Map(since.map(({ id, seq }) => [id, seq]))
      return Promise.resolve(
        byId([...after.keys()], ({ keys, facts }) =>
          [...keys.values()]
            .filter(({ seq }) => seq > (after.get(facts.id) ?? 0))
            .map(({ key }) => key),
        ),
      )
    },
    listVerdicts: (deviceId, settled) => {
      const places = new Map(settled.map((place) => [place.id, place]))
      return Promise.resolve(
        byId([...places.keys()], (book) => {
          const place = places.get(book.facts.id)
          return place ? verdictsFor(book, deviceId, place) : []
        }),
      )
    },
    lastNumbers: (deviceId, ids) =>
      Promise.resolve(
        new Map(
          chosen(ids).flatMap(({ counters, facts }) => {
            const counter = counters.get(deviceId)
            return counter ? [[facts.id, counter.lastN] as const] : []
          }),
        ),
      ),
    listLinks: (id) =>
      Promise.resolve(
        (books.get(id)?.history ?? []).map(({ seq, hash, verdict }) => ({ seq, hash, verdict })),
      ),
  }
}

function listReadable(books: MemoryState, personId: PersonId, day: string): ReadableLogbook[] {
  const isToday = ({ from, until }: Member) => from <= day && (until === null || until >= day)
  return [...books.values()].flatMap(({ facts, head, grantNumber }) => {
    const members = groupBy(facts.members.filter(isToday), (each) => each.personId)
    const part = partsOn(members.get(personId) ?? [], day).get(personId)
    return part ? [{ id: facts.id, ...head, grantNumber, role: part.role }] : []
  })
}

function frameOf({ document, seq, sharedSeq }: StoredDocument): DocumentFrame {
  const { id, logbookId, kind, author, state, versions } = document
  return { id, logbookId, kind, author, state, seq, sharedSeq, versions: versions.length }
}

/** A draft that only its author may read does not leave the storage. */
function textOf(stored: StoredDocument, author: PersonId): DocumentText {
  const { document } = stored
  const { fields, alternatives } = document
  const isShown = document.author === author || kinds[document.kind].draftReaders.length > 0
  const draft = isShown ? JSON.stringify({ fields, alternatives }) : null
  return { ...frameOf(stored), draft, frozen: frozenText(document) }
}
