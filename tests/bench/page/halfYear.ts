import { documentIdOf } from '#domain/documentId.ts'
import type { DocumentId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import { actIn, textOnly } from '#store/act.ts'
import { listBooks } from '#store/books.ts'
import { openLogbookDb } from '#store/database.ts'
import { newId } from './livret.ts'

const WEEKS = 26
/** Of a week: how many notes were written, and how often each was kept; its card, half as often. */
const NOTES = 21
const NOTE = 12
/** So many acts are written in one transaction, only to be ready sooner. */
const TOGETHER = 200

/**
 * Writes half a year of work of an apprentice without a network, on a device that has pulled: each
 * act as its own operation, as of somebody who goes back and forth between cards and notes. Gives how
 * many there are.
 */
export async function writeHalfYear(person: string, story: string): Promise<number> {
  const personId = person as PersonId
  const db = openLogbookDb(personId)
  const [book] = await listBooks(db)
  if (!book) throw new Error('no logbook is here')
  const at = new Date().toISOString()
  const actor: Actor = { logbookId: book.id, personId, role: book.role, at }
  const acts = Array.from({ length: WEEKS }, (_, week) => actsOf(actor, week, story)).flat()
  for (let from = 0; from < acts.length; from += TOGETHER) {
    await db.write(textOnly, async (tx) => {
      for (const each of acts.slice(from, from + TOGETHER)) {
        const { verdict } = await actIn(tx, each, actor, {})
        if (verdict !== 'applied') throw new Error(verdict)
      }
    })
  }
  db.close()
  return acts.length
}

/** One week: the card and the notes in turn, so that no two acts on one document grow into one. */
function actsOf({ logbookId, at }: Actor, index: number, story: string): Operation[] {
  const week = `2031-W${String(index + 1).padStart(2, '0')}`
  const card = { id: documentIdOf(logbookId, 'entry', [week]), kind: 'entry' as const }
  const notes = Array.from({ length: NOTES }, () => ({
    ...{ id: newId<DocumentId>(), kind: 'note' as const },
  }))
  const last = new Map<string, OperationId>()
  const acts: Operation[] = []
  const intent = ({ id: documentId, kind }: { id: DocumentId; kind: 'entry' | 'note' }) => ({
    ...{ id: newId<OperationId>(), documentId, kind, v: 1 as const, at, present: null },
  })
  const write = (document: typeof card | (typeof notes)[number], words: number) => {
    const key = document.kind === 'entry' ? 'told' : 'text'
    const own = intent(document)
    const before = last.get(document.id)
    const text = story.slice(0, Math.ceil((story.length * words) / NOTE) % story.length)
    const set = { [key]: `${words} ${text}`, ...(document.kind === 'entry' && { week }) }
    const seen = before ? { [key]: before, ...(document.kind === 'entry' && { week: before }) } : {}
    last.set(document.id, own.id)
    acts.push({ ...own, type: 'patch', set, seen })
  }
  for (let words = 1; words <= NOTE; words += 1) {
    for (const note of notes) {
      write(note, words)
      if (acts.length % 3 === 0) write(card, words)
    }
  }
  acts.push({ ...intent(card), type: 'submit' })
  for (const note of notes) acts.push({ ...intent(note), type: 'publish' })
  return acts
}
