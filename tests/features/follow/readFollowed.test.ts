import { expect, it } from 'vitest'
import { createFollowedReader, followedReaderOf } from '#features/follow/readFollowed.ts'
import { TODAY } from '#tests/app/routes/aWorkspace.ts'
import { aDatabase, pulledAs } from '#tests/store/aDatabase.ts'
import { aBookPart, pull } from '#tests/store/aPull.ts'
import { aBook, aWeek, logbooks, personId, writeInterview } from '#tests/support/builders.ts'

const { here, elsewhere } = logbooks
const own = (id: typeof here) => ({ id, role: 'trainer' as const })
const signed = (week: string, revision: number) => pulledAs(aWeek('signed', { week }), revision)

it('what comes into one logbook makes its line anew, and no other line', async () => {
  const db = aDatabase()
  await pull(db, aBookPart(1, [signed('2025-W41', 1)], own(here)))
  await pull(db, aBookPart(1, [], own(elsewhere)))
  const { read } = createFollowedReader(personId('trainer'), TODAY)
  const before = new Map((await read(db)).map((each) => [each.logbookId, each]))

  const both = [signed('2025-W41', 1), signed('2025-W42', 2)]
  await pull(db, aBookPart(2, both, own(here)))
  const after = new Map((await read(db)).map((each) => [each.logbookId, each]))

  const signedOf = (list: typeof before) =>
    list.get(here)?.weeks.filter(({ state }) => state === 'signed').length
  expect([signedOf(before), signedOf(after)]).toEqual([1, 2])
  expect(after.get(elsewhere)).toBe(before.get(elsewhere))
})

it('where nothing has changed, it is the same list, and nothing is drawn again', async () => {
  const db = aDatabase()
  await pull(db, aBookPart(1, [], own(here)))
  const { read } = createFollowedReader(personId('trainer'), TODAY)

  expect(await read(db)).toBe(await read(db))
})

it('a page that is opened later begins with what is known, of the same day and the same person', async () => {
  const db = aDatabase()
  await pull(db, aBookPart(1, [], own(here)))
  const of = (whose: typeof db, day: string) => followedReaderOf(whose, personId('trainer'), day)
  expect(of(db, TODAY).last()).toBeUndefined()

  const list = await of(db, TODAY).read(db)
  expect(list).toHaveLength(1)
  expect(of(db, TODAY).last()).toBe(list)
  expect(of(aDatabase(), TODAY).last(), 'another person signed in').toBeUndefined()
  expect(of(db, '2025-11-22').last(), 'another day').toBeUndefined()
})

it('who has been helped goes down in the list', async () => {
  const db = aDatabase()
  await pull(db, aBookPart(1, [], own(here)))
  await pull(db, aBookPart(1, [], own(elsewhere)))
  const { read } = createFollowedReader(personId('trainer'), TODAY)
  const [first] = await read(db)
  if (!first) throw new Error('two logbooks')

  const weeks = ['2025-W41', '2025-W42', '2025-W43', '2025-W44', '2025-W45']
  const helped = weeks.map((week) => ({ ...signed(week, 1), logbookId: first.logbookId }))
  await pull(db, aBookPart(2, helped, own(first.logbookId)))

  expect((await read(db)).map(({ logbookId }) => logbookId)).toEqual(
    [here, elsewhere].sort((one) => (one === first.logbookId ? 1 : -1)),
  )
})

it('documents stay in their logbook', async () => {
  const db = aDatabase()
  const interview = { ...writeInterview(aBook(), 'frozen'), logbookId: elsewhere }
  await pull(db, aBookPart(1, [], own(here)))
  await pull(db, aBookPart(1, [pulledAs(interview)], own(elsewhere)))

  const list = await createFollowedReader(personId('trainer'), TODAY).read(db)

  const asked = list.filter(({ needs }) => needs.some(({ type }) => type === 'signature-missing'))
  expect(asked.map(({ logbookId }) => logbookId)).toEqual([elsewhere])
})
