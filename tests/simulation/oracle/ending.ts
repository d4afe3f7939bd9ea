import { isDeepStrictEqual } from 'node:util'
import { filesOf } from '#domain/content.ts'
import { partsOn } from '#domain/membership.ts'
import { kindNames } from '#domain/kinds.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { civilDay } from '#server/storage/civilDay.ts'
import { listDocuments } from '#store/documents.ts'
import type { Browser } from '../browser.ts'
import type { MemoryLogbook } from '../memoryStorage.ts'
import type { World } from '../world.ts'
import { seenAs, withoutInstants } from './projection.ts'
import { wordsIn, wordsOf } from './words.ts'

/** What has to be true once the network is good, everybody is there, and all is quiet. */
export async function checkEnding(world: World): Promise<void> {
  for (const browser of world.browsers) {
    checkVerdicts(world, browser)
    for (const book of world.server.storage.state().values()) {
      await checkConverged(world, browser, book)
    }
  }
  checkWords(world)
  checkPhotos(world)
}

/** I13: the photos of a document are on the server, or still with who took them. */
function checkPhotos({ report, server, browsers }: World): void {
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
        if (server.hasFile(facts.id, sha256) || held.has(sha256)) continue
        report.violate('I13', `a photo of a ${document.kind} is nowhere`)
      }
    }
  }
}

/** I6, I3: the device knows what the server says of each of its operations, and the server has each. */
function checkVerdicts({ report, server }: World, { db }: Browser): void {
  for (const { logbookId, operation, result } of db.rowsOf('sent')) {
    const { operations = [] } = server.storage.state().get(logbookId) ?? {}
    const kept = operations.find(({ id }) => id === operation.id)
    if (!kept) {
      report.violate('I3', `a confirmed ${operation.type} is not on the server`)
    } else if (kept.verdict !== result.verdict || kept.seq !== result.seq) {
      const said = `${result.verdict} at ${result.seq}`
      const is = `${kept.verdict} at ${kept.seq}`
      report.violate('I6', `a ${operation.type} counts as ${said} on its device, and is ${is}`)
    }
  }
}

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
  if (row.role !== part.role || !isDeepStrictEqual(row.facts, book.facts)) {
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
function checkWords({ report, server, browsers, words }: World): void {
  const present = new Set<string>()
  for (const { documents, operations } of server.storage.state().values()) {
    for (const { document } of documents.values()) {
      for (const word of wordsOf(document)) present.add(word)
    }
    // In custody: its device says so, and a person can look at it.
    for (const { id, verdict, code, body } of operations) {
      if (verdict === 'applied' || code === 'both-kept') words.carriedOut(id)
      if (verdict !== 'rejected' && verdict !== 'held') continue
      for (const word of wordsIn(body)) present.add(word)
    }
  }
  for (const { db, storage } of browsers) {
    const texts = JSON.stringify([db.rowsOf('outbox'), storage.texts()])
    for (const word of wordsIn(texts)) present.add(word)
  }
  for (const word of words.lost(present)) report.violate('I2', `${word} is lost`)
}
