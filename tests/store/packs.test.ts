import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import type { DocumentId } from '#domain/identifiers.ts'
import type { PulledDocument } from '#protocol/pulledDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { findDocument, listDocuments } from '#store/documents.ts'
import { RECENT } from '#store/packs.ts'
import { aWeek, logbookId } from '#tests/support/builders.ts'
import { aDatabase, hold, pulledAs, putRow, rowsOf } from './aDatabase.ts'
import { aBookPart, chainAt, pull } from './aPull.ts'

/** In which row each last figure of an id is, on every device there is. */
const rows = ['0 4 8 c', '1 5 9 d', '2 6 a e', '3 7 b f']

it('what a device pulled before an update of the app is found after it, and is there once', async () => {
  const db = aDatabase()
  const documents = rows.map((figures) =>
    figures.split(' ').map((figure) => {
      const week = pulledAs(aWeek('submitted'))
      return { ...week, id: (week.id.slice(0, -1) + figure) as DocumentId }
    }),
  )
  for (const [bucket, each] of documents.entries())
    await putRow(db, 'packs', { kind: 'entry', logbookId, bucket, documents: each })

  const all = documents.flat()
  for (const { id } of all)
    expect(await findDocument(db, { kind: 'entry', logbookId, id })).toMatchObject({ id })
  for (const document of all) await hold(db, document)
  const ids = (await listDocuments(db, 'entry', logbookId)).map(({ id }) => id)
  expect(ids.sort()).toEqual(all.map(({ id }) => id).sort())
})

/** Weeks of the tests’ logbook, each in the row of the figure its id ends with. */
const weeksIn = (...figures: readonly string[]) =>
  figures.map((figure, index) => {
    const week = pulledAs(aWeek('submitted'))
    return { ...week, id: `${week.id.slice(0, -2)}${index.toString(16)}${figure}` as DocumentId }
  }) as [PulledDocument, ...PulledDocument[]]

const revisionOf = async (db: LogbookDb, id: DocumentId) => {
  const found = await findDocument(db, { kind: 'entry', logbookId, id })
  return (found as { revision?: number } | null)?.revision
}

describe('what changed last', () => {
  /** A device with twelve weeks that came together. */
  async function aDevice() {
    const db = aDatabase()
    const weeks = weeksIn(...'0 0 0 1 1 1 2 2 2 3 3 3'.split(' '))
    await pull(db, aBookPart(1, weeks))
    return { db, weeks }
  }
  /** The news of one week, as of number `seq`. */
  const change = (db: LogbookDb, week: PulledDocument, seq: number) =>
    pull(db, aBookPart(seq, [{ ...week, revision: seq }], { from: place(seq - 1), sum: null }))
  const place = (seq: number) => ({ seq, chain: chainAt(seq) })

  it('is written in a row of its own: the others are left as they are', async () => {
    const { db, weeks } = await aDevice()
    const [week] = weeks
    const before = await rowsOf(db, 'packs')
    await change(db, week, 2)

    const after = await rowsOf(db, 'packs')
    const recent = after.filter(({ bucket }) => bucket === RECENT)
    expect(recent).toMatchObject([{ documents: [{ id: week.id, revision: 2 }] }])
    expect(after.filter(({ bucket }) => bucket !== RECENT)).toEqual(before)
  })

  it('is found once, as it is now, however many they become', async () => {
    const { db, weeks } = await aDevice()
    for (const [index, week] of weeks.entries()) {
      await change(db, week, index + 2)
      const listed = await listDocuments(db, 'entry', logbookId)
      expect(listed.map(({ id }) => id).sort()).toEqual(weeks.map(({ id }) => id).sort())
      for (const [at, { id }] of weeks.entries()) {
        const expected = at <= index ? at + 2 : 1
        expect(await revisionOf(db, id)).toBe(expected)
        expect(listed.find((each) => each.id === id)).toMatchObject({ revision: expected })
      }
      const recent = (await rowsOf(db, 'packs')).filter(({ bucket }) => bucket === RECENT)
      expect(recent[0]?.documents.length).toBeLessThanOrEqual(8)
    }
  })

  it('gives way to what comes in great number', async () => {
    const { db, weeks } = await aDevice()
    await change(db, weeks[0], 2)
    const all = weeks.map((week) => ({ ...week, revision: 3 }))
    await pull(db, aBookPart(3, all, { from: place(2) }))

    expect((await rowsOf(db, 'packs')).map(({ bucket }) => bucket)).toEqual([0, 1, 2, 3])
    for (const { id } of weeks) expect(await revisionOf(db, id)).toBe(3)
  })

  it('goes with its logbook when all of it comes anew', async () => {
    const { db, weeks } = await aDevice()
    await change(db, weeks[0], 2)
    await pull(db, aBookPart(3, weeksIn('4'), { from: place(2), reset: 'restored' }))
    expect(await listDocuments(db, 'entry', logbookId)).toMatchObject([{ revision: 1 }])
  })
})
