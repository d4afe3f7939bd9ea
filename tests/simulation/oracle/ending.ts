import { isDeepStrictEqual } from 'node:util'
import { filesOf } from '#domain/content.ts'
import { partsOn } from '#domain/membership.ts'
import { kindNames } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { listDocuments } from '#store/documents.ts'
import { rowsIn } from '#store/sent.ts'
import type { Browser } from '../browser.ts'
import { resultOf, type MemoryLogbook } from '../memoryStorage.ts'
import type { World } from '../world.ts'
import { seenAs, withoutInstants } from './projection.ts'
import { wordsIn, wordsOf } from './words.ts'

/** What has to be true once the network is good, everybody is there, and all is quiet. */
export async function checkEnding(world: World): Promise<void> {
  for (const browser of world.browsers) {
    checkVerdicts(world, browser)
    checkOwnPhotos(world, browser)
    if (browser.isReportedLost()) continue
    for (const book of world.server.storage.state().values()) {
      await checkConverged(world, browser, book)
    }
  }
  checkWords(world)
  checkPhotos(world)
}

/** I13: the photos of a document are on the server, or still with who took them. */
function checkPhotos(world: World): void {
  const { report, server, browsers, lostPhotos, letGo, goneWithServer } = world
  const isAnyLost = ['wipe', 'roll-back'].some((each) => report.counts.has(`step ${each}`))
  if (isAnyLost) return
  const held = new Set(browsers.flatMap(({ db }) => db.rowsOf('files').map(({ sha256 }) => sha256)))
  for (const { facts, documents } of server.storage.state().values()) {
    for (const { document } of documents.values()) {
      const fields = Object.entries(document.fields).map(
        ([key, { value }]) => [key, value] as const,
      )
      for (const { sha256 } of filesOf(Object.fromEntries(fields))) {
        report.count('photos named')
        if (server.hasFile(facts.id, sha256) || held.has(sha256) || lostPhotos.has(sha256)) continue
        // A backup from before it came, and a phone that had made room by then: nobody has it any more.
        // Of a restore by hand no phone is told, so it may make room after it, too.
        if (goneWithServer.has(sha256) || (world.isRestoredByHand && letGo.has(sha256))) {
          report.count('photos that only a lost server had')
          continue
        }
        report.violate('I13', `a photo of a ${document.kind} is nowhere`)
      }
    }
  }
}

/**
 * I13: what counts as sent is on the server, after a restore too; what was put aside for good was so
 * because the server refused it, and not because somebody else was signed in.
 */
function checkOwnPhotos(world: World, browser: Browser): void {
  const { report, server, lostPhotos, isRestoredByHand } = world
  const { db, who, asker } = browser
  const isOffered = !isRestoredByHand && !isBarred(world, browser)
  const today = civilDay(new Date(world.time()))
  for (const { logbookId, sha256, state, refusal } of db.rowsOf('files')) {
    const isThere = server.hasFile(logbookId, sha256)
    if (state === 'stored' && !isThere && isOffered) {
      report.violate('I13', `a photo of a ${who} counts as sent, and is not there`)
    }
    const members = server.storage.state().get(logbookId)?.facts.members ?? []
    const isMember = partsOn(members, today).get(asker.personId)?.standing === 'present'
    const isInVain = refusal === 'not-found' || refusal === 'wrong-hash'
    if (state === 'refused' && isInVain && isMember && !lostPhotos.has(sha256)) {
      report.violate('I16', `a photo of a ${who} is not offered, who belongs to the logbook`)
    }
  }
}

/** I6, I3: the device knows what the server says of each of its operations, and the server has each. */
function checkVerdicts(world: World, browser: Browser): void {
  const { report, server, isRestoredByHand } = world
  for (const { logbookId, operation, result } of browser.db.rowsOf('sent').flatMap(rowsIn)) {
    const book = server.storage.state().get(logbookId)
    const kept = book?.operations.find(({ id }) => id === operation.id)
    if (!book || !kept) {
      if (!isBarred(world, browser))
        report.violate('I3', `a confirmed ${operation.type} is not on the server`)
      continue
    }
    if (browser.isReportedLost()) continue
    const { verdict, seq, reason } = resultOf(book, kept)
    // Put back by hand, without a generation, a server that gets the same push once more from a
    // network that kept it looks as before: it counts again, at another place, and it may find a text
    // beside which both are kept.
    const isCounted = [verdict, result.verdict].every(
      (each) => each !== 'rejected' && each !== 'held',
    )
    const isSame = isRestoredByHand
      ? isCounted || verdict === result.verdict
      : seq === result.seq && verdict === result.verdict
    if (!isSame) {
      const said = `${result.verdict} at ${result.seq}`
      const is = `${verdict} at ${seq}`
      report.violate('I6', `a ${operation.type} counts as ${said} on its device, and is ${is}`)
    }
    if (reason && result.reason !== reason) {
      report.violate('I6', 'its author does not hear why it was decided so')
    }
  }
}

/** A restored server asks for what it lost; a device that was reported lost by then is not let in with it. */
const isBarred = (world: World, browser: Browser): boolean =>
  world.isRestored() && browser.isReportedLost()

/** I1: everybody sees what the server says they may see, and nothing waits. */
async function checkConverged(world: World, browser: Browser, book: MemoryLogbook): Promise<void> {
  const { report } = world
  const { personId } = browser.asker
  const { id, members } = book.facts
  const part = partsOn(members, civilDay(new Date(world.time()))).get(personId)
  const isOfBook = ({ logbookId }: { readonly logbookId: string }) => logbookId === id
  const waiting = browser.db.rowsOf('outbox').filter(isOfBook)
  const row = browser.db.rowsOf('books').find((each) => each.id === id)
  // Who was never in it, as the server has it, is told so; the words stay, and are shown as refused.
  const wasMember = members.some((member) => member.personId === personId)
  if (waiting.length > 0 && wasMember) {
    report.violate('I1', `${waiting.length} operations of a ${browser.who} never arrive`)
  }
  if (part?.standing !== 'present') {
    if (row) report.violate('I1', `a ${browser.who} keeps a logbook that was taken away`)
    return
  }
  if (!row) {
    report.violate('I1', `a ${browser.who} does not get a logbook`)
    return
  }
  // A disk put back by hand counts the changes of its members again: the same number may stand for
  // other ones, until the next change.
  const areOld = !world.isRestoredByHand && !isDeepStrictEqual(row.facts, book.facts)
  if (row.role !== part.role || areOld) {
    report.violate('I1', `a ${browser.who} has old facts`)
  }
  const reader = { personId, role: part.role }
  const must = [...book.documents.values()].flatMap(({ document }) => {
    const face = seenAs(document, reader)
    return face && face.state !== 'discarded' ? [face] : []
  })
  // What a person present has begun here and not sent: nobody else may read it, so no pull brings it.
  const begun = new Set(
    browser.db
      .rowsOf('shown')
      .filter(isOfBook)
      .filter(({ document }) => document.author !== personId)
      .map((each) => each.id)
      .filter((each) => must.every((face) => face.id !== each)),
  )
  const rest = browser.db
    .rowsOf('shown')
    .filter(isOfBook)
    .filter((each) => !begun.has(each.id))
  if (rest.length > 0) report.violate('I1', `a ${rest[0]?.kind ?? ''} is never pulled`)
  const shown: LogbookDocument[] = []
  for (const kind of kindNames) {
    for (const { waiting: _, ...document } of await listDocuments(browser.db, kind, id)) {
      const { revision: _revision, ...face } = document as LogbookDocument & { revision?: number }
      if (!begun.has(face.id)) shown.push(face)
    }
  }
  const plain = (document: LogbookDocument) =>
    world.isRestored() ? withoutInstants(document) : document
  const byId = (one: LogbookDocument, other: LogbookDocument) => one.id.localeCompare(other.id)
  if (!isDeepStrictEqual(shown.sort(byId).map(plain), must.sort(byId).map(plain))) {
    report.violate('I1', `a ${browser.who} sees something else than the server says`)
  }
}

/** I2: every word is somewhere, unless somebody who saw it wrote another one in its place. */
function checkWords(world: World): void {
  const { report, server, browsers, words } = world
  const present = new Set<string>()
  for (const book of server.storage.state().values()) {
    for (const { document } of book.documents.values()) {
      for (const word of wordsOf(document)) present.add(word)
    }
    // In custody: its device says so, and a person can look at it.
    for (const kept of book.operations) {
      const { id, verdict, code } = resultOf(book, kept)
      const { body } = kept
      if (verdict === 'applied' || code === 'both-kept') words.carriedOut(id)
      if (verdict !== 'rejected' && verdict !== 'held') continue
      for (const word of wordsIn(body)) present.add(word)
    }
  }
  for (const browser of browsers) {
    const { db, storage } = browser
    const kept = isBarred(world, browser) ? db.rowsOf('sent') : []
    const texts = JSON.stringify([db.rowsOf('outbox'), kept, storage.texts()])
    for (const word of wordsIn(texts)) present.add(word)
  }
  for (const word of words.lost(present)) report.violate('I2', `${word} is lost`)
}
