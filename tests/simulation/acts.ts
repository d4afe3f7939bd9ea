import type { LogbookId, OperationId } from '#domain/identifiers.ts'
import { sectionIdOf } from '#domain/decide.ts'
import { roles, type Role } from '#domain/kind.ts'
import { kindNames } from '#domain/kinds.ts'
import { lastVersion, type LogbookDocument } from '#domain/logbookDocument.ts'
import {
  operationTypes,
  type Freeze,
  type Operation,
  type OperationType,
  type Patch,
} from '#domain/operation.ts'
import { may, plays, type Actor } from '#domain/rights.ts'
import { FILE_REQUEST_MAX } from '#protocol/conversation.ts'
import { act } from '#store/act.ts'
import { actorIn, listBooks } from '#store/books.ts'
import type { BookRow } from '#store/database.ts'
import type { TakenFile } from '#store/takenFile.ts'
import { findDocument, listShown } from '#store/documents.ts'
import { personId, seenIn } from '#tests/support/builders.ts'
import { bookAt, people, slotAt, slotNames, type Slot } from './people.ts'
import type { Act, Offered, Step } from './scenario.ts'
import { hashOfBytes } from './reply.ts'
import type { Tab } from './tab.ts'

const NO_HASH = '0'.repeat(64)

/** The logbook, if this device holds it: what it does not hold, nobody can open. */
async function bookOn(tab: Tab, book: number): Promise<BookRow | null> {
  const id = bookAt(book)
  return (await listBooks(tab.db)).find((row) => row.id === id) ?? null
}

/** Somebody does something on a page, as the screens do it: with what they see there. */
export async function perform(tab: Tab, step: Act): Promise<void> {
  const { world } = tab.browser
  const book = await bookOn(tab, step.book)
  if (!book) return
  const slot = slotAt(step.book, step.slot)
  const actor = actorOf(tab, step, book)
  const view = await shownIn(tab, book.id, slot)
  const sections = step.type === 'freeze' ? await sectionsSeen(tab, book.id, slot) : {}
  const intent = tab.newIntent()
  const present = actor.via ? actor.personId : null
  const made = make(step, { slot, view, sections, word: world.words.make })
  const operation = {
    ...intent,
    ...{ at: actor.at, present, documentId: slot.id, kind: slot.kind },
    ...made,
  } as Operation
  const signed =
    operation.type === 'sign'
      ? { ...operation, jws: await sealOf(tab, view, operation.hash, actor) }
      : operation
  const photo =
    step.whole && step.key % 2 === 0 && signed.type === 'patch'
      ? photoOf(slot, signed, book.id, world.scenario.largePhotos === true)
      : null
  const wanted = photo ? withPhoto(signed as Patch, photo) : signed
  const texts = Object.entries(signed.type === 'patch' ? signed.set : {}).filter(isText)
  // Before it is done: a page that dies right after it says nothing more.
  for (const [key, text] of texts) world.words.replaceBy(signed.id, view?.fields[key], text)
  const decision = await act(tab.db, wanted, actor, photo ? { file: photo } : {})
  world.report.count(`act ${decision.verdict}`)
  if (decision.verdict === 'rejected') return
  tab.engine.promptly(decision.ready)
  if (signed.type === 'resolve') {
    const rows = view?.alternatives[signed.key] ?? []
    world.words.drop(rows.filter(({ by }) => signed.drop.includes(by)).map(({ value }) => value))
  }
  for (const [key, text] of texts) {
    // What comes too late replaces nothing; only the server knows whether it does.
    if (decision.document.fields[key]?.value !== text) continue
    world.words.replace(view?.fields[key]?.value, text)
  }
}

const isText = (entry: readonly [string, unknown]): entry is [string, string] =>
  typeof entry[1] === 'string'

/** What weighs more than others in what people choose: else they would mostly write. */
const weights: Readonly<Partial<Record<OperationType, number>>> = {
  sign: 4,
  freeze: 4,
  submit: 3,
  publish: 3,
  return: 2,
}

/** Does one of the things that the screens of this device offer now, if there is any. */
export async function performOffered(tab: Tab, { choice, ...step }: Offered): Promise<void> {
  const book = await bookOn(tab, step.book)
  if (!book) return
  const actor = actorOf(tab, { ...step, lie: false }, book)
  const documents = await tab.db.read(['packs', 'shown', 'progress'], async (tx) => {
    const shown = await listShown(tx, kindNames, book.id)
    return new Map(shown.map((document) => [document.id, document as LogbookDocument]))
  })
  const find = (id: LogbookDocument['id']) => documents.get(id) ?? null
  const offers = slotNames.flatMap((_, slot) => {
    const { id, kind, author } = slotAt(step.book, slot)
    const document = find(id)
    if (!document) {
      return author === actor.role && plays(actor, 'patch', kind, null)
        ? [{ slot, type: 'patch' as const }]
        : []
    }
    return operationTypes
      .filter((type) => may(actor, type, document, find))
      .flatMap((type) => Array<typeof type>(weights[type] ?? 1).fill(type))
      .map((type) => ({ slot, type }))
  })
  const offer = offers[choice % offers.length]
  if (offer) await perform(tab, { ...step, ...offer, do: 'act', lie: false })
}

const shownIn = (tab: Tab, logbookId: LogbookId, { kind, id }: Pick<Slot, 'kind' | 'id'>) =>
  findDocument(tab.db, { kind, logbookId, id })

function actorOf(
  tab: Tab,
  { lent, lie, key }: Pick<Act, 'lent' | 'lie' | 'key'>,
  book: BookRow,
): Actor {
  const own = actorIn(book, tab.browser.asker.personId, tab.browser.now())
  if (lie) return { ...own, role: roles[key % roles.length] ?? own.role }
  const other = lent === null ? undefined : people[lent % people.length]
  const id = other && personId(other)
  const member = book.facts.members.find((each) => each.personId === id)
  if (!member || member.personId === own.personId) return own
  const { personId: owner, role } = own
  return { ...own, personId: member.personId, role: member.role, via: { personId: owner, role } }
}

interface Made {
  readonly slot: Slot
  readonly view: LogbookDocument | null
  readonly sections: Freeze['sections']
  readonly word: () => string
}

/** What the act says beside who does it, and to which document. */
function make({ type, key, whole, back }: Act, { slot, view, sections, word }: Made): object {
  const one = slot.keys[key % slot.keys.length] ?? ''
  const hash = view?.versions.at(-1 - (back % 3))?.hash ?? NO_HASH
  switch (type) {
    case 'patch': {
      const keys = whole ? slot.keys : [one]
      const written = keys.map((each) => [each, each.endsWith('/removed') ? true : word()])
      const others = view && !whole ? {} : slot.others
      const set = { ...others, ...(Object.fromEntries(written) as object) }
      return { type, set, seen: view ? seenIn(view) : {} }
    }
    case 'sign':
      return { type, hash, jws: null }
    case 'return':
      return { type, hash, reason: word() }
    case 'resolve':
      return { type, key: one, drop: view?.alternatives[one]?.slice(0, 1).map(byOf) ?? [] }
    case 'freeze':
      return { type, sections }
    default:
      return { type: type satisfies OperationType }
  }
}

const byOf = ({ by }: { readonly by: OperationId }) => by

/** A large photo: more than one request may carry. In bytes. */
const LARGE = FILE_REQUEST_MAX + 100_000

/** A photo goes with the form of a week. Each is another one, like its words. */
function photoOf(
  { kind }: Slot,
  { set, at }: Patch,
  logbookId: LogbookId,
  isLarge: boolean,
): TakenFile | null {
  if (kind !== 'entry') return null
  const text = new TextEncoder().encode(JSON.stringify(set))
  const small = text.buffer.slice(text.byteOffset, text.byteOffset + text.byteLength)
  const bytes = isLarge ? new ArrayBuffer(LARGE) : small
  if (isLarge) new Uint8Array(bytes).set(text)
  const sha256 = hashOfBytes(bytes)
  const of = { sha256, size: bytes.byteLength, mime: 'image/jpeg', logbookId }
  return { ...of, bytes, thumbnail: small, addedAt: at }
}

const withPhoto = (patch: Patch, { sha256, size, mime }: TakenFile): Patch => ({
  ...patch,
  set: { ...patch.set, [`photos/${patch.id}`]: { sha256, size, mime } },
})

async function sectionsSeen(
  tab: Tab,
  logbookId: LogbookId,
  { id }: Slot,
): Promise<Freeze['sections']> {
  const sections: Partial<Record<Role, string>> = {}
  for (const party of ['apprentice', 'master', 'trainer'] as const) {
    const place = {
      kind: 'section' as const,
      id: sectionIdOf({ id, logbookId, kind: 'interview' }, party),
    }
    const section = await shownIn(tab, logbookId, place)
    const version = section && lastVersion(section)
    if (version) sections[party] = version.hash
  }
  return sections
}

async function sealOf(tab: Tab, view: LogbookDocument | null, hash: string, actor: Actor) {
  const version = view?.versions.find((each) => each.hash === hash)
  if (!view || !version) return null
  const { logbookId: logbook, personId: signer, role, at } = actor
  const statement = { logbook, document: view.id, version: version.number, hash, signer, role, at }
  return tab.browser.sign(tab.db, statement)
}

/** Somebody types some words into a draft, one after the other, as fast as a person does. */
export async function type(tab: Tab, step: Extract<Step, { do: 'type' }>): Promise<void> {
  const { world } = tab.browser
  const book = await bookOn(tab, step.book)
  if (!book) return
  const slot = slotAt(step.book, step.slot)
  const { id: documentId, kind } = slot
  const actor = actorIn(book, tab.browser.asker.personId, tab.browser.now())
  const target = { logbookId: book.id, documentId, kind, actor }
  const typing = tab.typingIn(target, slot.others)
  const { writer, typed } = typing
  if (!step.stale || !typing.shown) {
    typing.shown = await shownIn(tab, book.id, slot)
    writer.show(typing.shown)
  }
  const keys = slot.keys.filter((key) => !key.endsWith('/removed'))
  const key = keys[step.key % keys.length] ?? ''
  for (let count = 0; count <= step.words % 3; count += 1) {
    const word = world.words.make()
    const isTyped = typed.has(key) && writer.holds(key)
    world.words.replace(isTyped ? typed.get(key) : typing.shown?.fields[key]?.value, word)
    typed.set(key, word)
    writer.write(key, word)
  }
  await writer.flush()
}
