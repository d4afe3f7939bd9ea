import { act } from '#store/act.ts'
import type { LogbookDb } from '#store/database.ts'
import {
  after,
  anUnwrittenWeek,
  aPatch,
  apprentice,
  logbookId,
  WEEK,
} from '#tests/support/builders.ts'
import { findHere, rowsOf } from './aDatabase.ts'
import { take } from './aPull.ts'

export const week = anUnwrittenWeek()
export const reset = 'new' as const

export const revoke = (db: LogbookDb, lastN = 0) =>
  take(db, { type: 'revoked', id: logbookId, lastN })
export const told = async (db: LogbookDb) => (await findHere(db, week))?.fields['told']?.value
export const waitingOf = async (db: LogbookDb) =>
  (await rowsOf(db, 'outbox')).map(({ operation }) => operation)

export async function writeWeek(db: LogbookDb, words = 'Salon') {
  const patch = aPatch(week, { week: WEEK, told: words })
  await act(db, patch, apprentice)
  return { patch, onServer: after(null, patch, apprentice) }
}
