import { describe, expect, it } from 'vitest'
import { act } from '#store/act.ts'
import type { LogbookDb, RecordingRow } from '#store/database.ts'
import { findDocument } from '#store/documents.ts'
import { confirmFile } from '#store/files.ts'
import { dropRecording, keepPiece, listRecordings } from '#store/recordings.ts'
import { dropRemovedSounds } from '#store/removedSounds.ts'
import { deleteIfAllSent } from '#store/waiting.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, aPhoto, rowsOf } from './aDatabase.ts'

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes).buffer

const row = (id: string, n: number, bytes: ArrayBuffer): RecordingRow => {
  const { id: documentId, kind } = anUnwrittenWeek()
  const place = { logbookId, documentId, kind, actor: apprentice, identity: { week: WEEK } }
  return { ...place, id, n, mime: 'audio/webm', bytes }
}

const keep = async (db: LogbookDb, ...rows: readonly RecordingRow[]) => {
  for (const each of rows) await keepPiece(db, each)
}

it('a recording is whole, in the order it was said, beside another one', async () => {
  const db = aDatabase()
  await keep(db, row('a', 0, bytesOf(1)), row('b', 0, bytesOf(9)))
  await keep(db, ...[3, 1, 10, 2].map((n) => row('a', n, bytesOf(n + 1))))

  const found = await listRecordings(db)
  expect(
    found.map(({ id, pieces }) => [id, pieces.map((each) => [...new Uint8Array(each)])]),
  ).toEqual([
    ['a', [[1], [2], [3], [4], [11]]],
    ['b', [[9]]],
  ])
  await dropRecording(db, 'a')
  expect((await listRecordings(db)).map(({ id }) => id)).toEqual(['b'])
})

it('the act that makes a memo of it lets go of its pieces, and of no others; a refused one does not', async () => {
  const db = aDatabase()
  await keep(db, row('a', 0, bytesOf(1)), row('a', 1, bytesOf(2)), row('b', 0, bytesOf(9)))
  const { thumbnail: _, ...photo } = aPhoto()
  const file = { ...photo, mime: 'audio/webm', recording: 'a' }
  const { sha256, size, mime } = file
  const set = { week: WEEK, 'memos/a/sound': { sha256, size, mime } }
  const stranger = { ...apprentice, role: 'master' as const }

  const refused = await act(db, aPatch(anUnwrittenWeek(), set), stranger, { file })
  expect(refused.verdict).toBe('rejected')
  expect(await rowsOf(db, 'recordings')).toHaveLength(3)

  await act(db, aPatch(anUnwrittenWeek(), set), apprentice, { file })
  expect((await listRecordings(db)).map(({ id }) => id)).toEqual(['b'])
  expect(await rowsOf(db, 'files')).toEqual([
    { sha256, size, mime, logbookId, state: 'waiting', addedAt: file.addedAt },
  ])
  // A sound has no picture.
  expect((await rowsOf(db, 'bytes')).map(({ form }) => form)).toEqual(['original'])
})

it('whoever signs out leaves nothing behind that was said and is in no week yet', async () => {
  const db = aDatabase()
  await keep(db, row('a', 0, bytesOf(1)))
  expect(await deleteIfAllSent(db)).toBe(false)
  await dropRecording(db, 'a')
  expect(await deleteIfAllSent(db)).toBe(true)
})

it('the same words said twice are one file: nothing is sent again, and the pieces go', async () => {
  const db = aDatabase()
  const { thumbnail: _, ...photo } = aPhoto()
  const { sha256, size } = photo
  const mime = 'audio/webm'
  for (const id of ['a', 'b']) {
    await keep(db, row(id, 0, bytesOf(1)))
    const set = { week: WEEK, [`memos/${id}/sound`]: { sha256, size, mime } }
    const file = { ...photo, mime, recording: id }
    await act(db, aPatch(anUnwrittenWeek(), set), apprentice, { file })
    await confirmFile(db, sha256)
  }
  expect(await rowsOf(db, 'recordings')).toEqual([])
  expect(await rowsOf(db, 'files')).toMatchObject([{ state: 'stored' }])
})

describe('a memo that is taken out of a draft', () => {
  const week = anUnwrittenWeek()
  const place = { kind: 'entry', logbookId, id: week.id } as const

  async function withTwo(mime = 'audio/webm') {
    const db = aDatabase()
    const { thumbnail: _, ...photo } = aPhoto()
    for (const letter of ['c', 'd']) {
      const file = { ...photo, mime, sha256: letter.repeat(64) }
      const { sha256, size } = file
      const set = { week: WEEK, [`memos/${letter}/sound`]: { sha256, size, mime } }
      await act(db, aPatch(anUnwrittenWeek(), set), apprentice, { file })
    }
    const remove = async () => {
      const document = await findDocument(db, place)
      await act(db, aPatch(document ?? week, { 'memos/c/removed': true }), apprentice)
      await dropRemovedSounds(db, place)
    }
    const left = async () => (await rowsOf(db, 'files')).map(({ sha256 }) => sha256[0]).sort()
    return { db, remove, left }
  }

  it('does not leave: what somebody unsays is gone, and the other one stays', async () => {
    const { db, remove, left } = await withTwo()
    await remove()
    expect(await left()).toEqual(['d'])
    expect((await rowsOf(db, 'bytes')).map(({ sha256 }) => sha256[0])).toEqual(['d'])
  })

  it('stays where a version names it: others may be about to sign it', async () => {
    const { db, remove, left } = await withTwo()
    await act(db, anAct('submit', week), apprentice)
    await act(db, anAct('withdraw', week), apprentice)
    await remove()
    expect(await left()).toEqual(['c', 'd'])
  })

  it('stays where the server has it already, as everything that was stored', async () => {
    const { db, remove, left } = await withTwo()
    await confirmFile(db, 'c'.repeat(64))
    await remove()
    expect(await left()).toEqual(['c', 'd'])
  })
})
