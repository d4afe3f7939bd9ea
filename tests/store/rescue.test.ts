import { describe, expect, it } from 'vitest'
import { PUSH_BYTES_MAX } from '#protocol/conversation.ts'
import { act } from '#store/act.ts'
import { settle } from '#store/outbox.ts'
import { collectRescue } from '#store/rescue.ts'
import type { RescueContents } from '#store/rescue.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  NOW,
  unwritten,
  WEEK,
} from '#tests/support/builders.ts'
import { aDatabase, aPhoto, holdBook, holdPhoto, rowsOf } from './aDatabase.ts'

const week = anUnwrittenWeek()
const idsIn = (parcels: readonly RescueContents[]) =>
  parcels.map(({ operations }) =>
    operations.map(({ n, operation }) => [n, (operation as { id: string }).id]),
  )
const aDevice = async () => {
  const db = aDatabase()
  await holdBook(db)
  return db
}

describe('what a device gives away', () => {
  it('is all that waits, in its order, with what it belongs to, and nothing of it leaves the device', async () => {
    const db = await aDevice()
    const note = unwritten('note')
    const [text, sent, other] = [
      aPatch(week, { week: WEEK, told: 'Salon' }),
      anAct('submit', week),
      aPatch(note, { text: 'Bonjour' }),
    ]
    for (const operation of [text, sent, other]) await act(db, operation, apprentice)
    const before = await rowsOf(db, 'outbox')

    const { parcels, photos } = await collectRescue(db)
    expect(idsIn(parcels)).toEqual([
      [
        [1, text.id],
        [2, sent.id],
        [3, other.id],
      ],
    ])
    expect(parcels[0]).toMatchObject({
      logbookId,
      documents: [
        { id: week.id, kind: 'entry', when: WEEK },
        { id: note.id, kind: 'note', when: '' },
      ],
    })
    expect(photos).toEqual([])
    expect(await rowsOf(db, 'outbox')).toEqual(before)
  })

  it('is also what the server refused or put aside, and not what it took', async () => {
    const db = await aDevice()
    const note = unwritten('note')
    const all = [
      aPatch(week, { week: WEEK, told: 'Salon' }),
      aPatch(note, { text: 'Bonjour' }),
      anAct('publish', note),
    ]
    for (const operation of all) await act(db, operation, apprentice)
    const results = (['applied', 'held', 'rejected'] as const).map((verdict, index) => ({
      ...{ id: all[index]?.id as never, n: index + 1, seq: index + 1, verdict },
      code: verdict === 'applied' ? null : 'failed',
    }))
    await settle(db, logbookId, { results, serverTime: NOW })
    const { parcels } = await collectRescue(db)
    expect(idsIn(parcels)).toEqual([
      [
        [2, all[1]?.id],
        [3, all[2]?.id],
      ],
    ])
  })

  it('no longer changes: who writes on afterwards loses no word to what is in the file', async () => {
    const db = await aDevice()
    const first = aPatch(week, { week: WEEK, told: 'Salon' })
    await act(db, first, apprentice)
    const { parcels } = await collectRescue(db)
    await act(db, aPatch(week, { told: 'Salon à Lyon' }, { told: first.id }), apprentice)

    const rows = await rowsOf(db, 'outbox')
    expect(rows).toHaveLength(2)
    expect(rows[0]?.operation).toEqual(parcels[0]?.operations[0]?.operation)
  })

  it('is cut where it would not fit into a request', async () => {
    const db = await aDevice()
    for (const letter of ['a', 'b', 'c']) {
      const note = unwritten('note')
      await act(db, aPatch(note, { text: letter.repeat(PUSH_BYTES_MAX * 0.4) }), apprentice)
    }
    const { parcels } = await collectRescue(db)
    expect(parcels.map(({ operations }) => operations.map(({ n }) => n))).toEqual([[1, 2], [3]])
    expect(parcels.map(({ documents }) => documents.length)).toEqual([2, 1])
  })

  it.each([
    ['waiting', 1],
    ['refused', 1],
    ['stored', 0],
  ] as const)('holds a photo that is %s here %i times', async (state, count) => {
    const db = await aDevice()
    await holdPhoto(db, aPhoto(), state)
    expect((await collectRescue(db)).photos).toHaveLength(count)
  })
})
