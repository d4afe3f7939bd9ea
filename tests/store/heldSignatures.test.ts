import { listRefused } from '#store/countWaiting.ts'
import { expect, it } from 'vitest'
import { act } from '#store/act.ts'
import { listHeldSignatures, signAgain } from '#store/heldSignatures.ts'
import { settle } from '#store/outbox.ts'
import { notice } from '#store/waiting.ts'
import { actor, aSignature, aWeek, logbookId, master, NOW } from '#tests/support/builders.ts'
import { aDatabase, hold, newIntent, pulledAs, putRow, rowsOf, sentRows } from './aDatabase.ts'
import { aVerdict } from './aPull.ts'

/** A signature whose photos have all arrived since the server put it aside. */
async function withHeld() {
  const db = aDatabase()
  const week = aWeek('submitted')
  await hold(db, pulledAs(week))
  const sign = aSignature(week)
  await act(db, sign, master)
  const verdict = { ...aVerdict(sign.id, 1, 1), verdict: 'held', code: 'files-missing' } as const
  await settle(db, logbookId, { results: [verdict], serverTime: NOW })
  return db
}

const isThere = () => Promise.resolve(true)

it('a signature that its person looked at still leaves with its photos', async () => {
  const db = await withHeld()
  await notice(db, await listHeldSignatures(db))

  expect(await signAgain(db, newIntent, isThere)).toBe(1)
  expect(await rowsOf(db, 'outbox')).toMatchObject([{ n: 2, operation: { type: 'sign' } }])
  expect(await listRefused(db)).toEqual([])
})

it('one that nobody can give any more is not tried for ever: its person is told why', async () => {
  const db = await withHeld()
  const [row] = await sentRows(db)
  if (row) await putRow(db, 'sent', { ...row, actor: actor('trainer') })

  expect(await signAgain(db, newIntent, isThere)).toBe(0)
  expect(await listHeldSignatures(db)).toEqual([])
  const refused = await listRefused(db)
  expect(refused).toMatchObject([{ result: { code: 'not-allowed' } }])
  await notice(db, refused)
  expect(await listRefused(db)).toEqual([])
})
