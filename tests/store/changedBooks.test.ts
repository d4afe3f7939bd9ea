import { expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { act } from '#store/act.ts'
import { listChangedBooks } from '#store/changedBooks.ts'
import type { LogbookDb } from '#store/database.ts'
import { listDocuments } from '#store/documents.ts'
import {
  anUnwrittenWeek,
  aPatch,
  apprentice,
  aWeek,
  logbooks,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, findHere, pulledAs } from './aDatabase.ts'
import { aBookPart, pull } from './aPull.ts'

const kinds = ['entry'] as const
const { here, elsewhere } = logbooks

/** What is read of each logbook by somebody who knows these marks, and the marks afterwards. */
async function read(db: LogbookDb, known: ReadonlyMap<LogbookId, string> = new Map()) {
  const found = await listChangedBooks(db, kinds, known)
  return {
    documents: Object.fromEntries(found.map(({ book, documents }) => [book.id, documents])),
    marks: new Map(found.map(({ book, mark }) => [book.id, mark])),
  }
}

/** A device with two logbooks, one week in the first. */
async function twoBooks(): Promise<LogbookDb> {
  const db = aDatabase()
  await pull(db, aBookPart(1, [pulledAs(aWeek('draft'))], { id: here }))
  await pull(db, aBookPart(1, [], { id: elsewhere }))
  return db
}

it('documents are read of every logbook the first time, and then of the one in which something came', async () => {
  const db = await twoBooks()
  const { documents, marks } = await read(db)
  expect(documents).toEqual({ [here]: await listDocuments(db, 'entry', here), [elsewhere]: [] })
  expect((await read(db, marks)).documents).toEqual({ [here]: null, [elsewhere]: null })

  const submitted = pulledAs(aWeek('submitted'), 2)
  await pull(db, aBookPart(2, [submitted], { id: here }))

  const again = await read(db, marks)
  expect(again.documents).toEqual({
    [here]: [expect.objectContaining({ state: 'submitted' })],
    [elsewhere]: null,
  })
})

it('each letter that waits on this device is in the next reading', async () => {
  const db = await twoBooks()
  const week = anUnwrittenWeek()
  let { marks } = await read(db)
  for (const told of ['S', 'Sa', 'Salon']) {
    const before = await findHere(db, week)
    await act(db, aPatch(before ?? week, { week: WEEK, told }), apprentice)

    const { documents, marks: next } = await read(db, marks)
    expect(documents[here]).toEqual(await listDocuments(db, 'entry', here))
    expect(JSON.stringify(documents[here])).toContain(`"${told}"`)
    marks = next
  }
})

it('other kinds than those asked for are left out', async () => {
  const db = await twoBooks()

  const found = await listChangedBooks(db, ['visit'], new Map())

  expect(found.map(({ documents }) => documents)).toEqual([[], []])
})

it('a logbook that does not add up is read each time: it may come anew and stand where it stood', async () => {
  const db = await twoBooks()
  const wrong = { id: here, sum: '0'.repeat(64) }
  await pull(db, aBookPart(2, [pulledAs(aWeek('submitted'), 2)], wrong))
  const { marks } = await read(db)
  await pull(db, aBookPart(2, [pulledAs(aWeek('signed'), 2)], { ...wrong, reset: 'new' }))

  const { documents } = await read(db, marks)

  expect(documents[here]).toEqual([expect.objectContaining({ state: 'signed' })])
})
