import type { LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import { syncRound, type RoundOptions } from '#sync/round.ts'
import { aPatch, apprentice, unwritten } from '#tests/support/builders.ts'
import { aDatabase, rowsOf } from '#tests/store/aDatabase.ts'
import { aFakeServer, roundOptions } from './fakeServer.ts'

const { signal } = new AbortController()

/** A database, a server in memory, and rounds between them. */
export function aPhone() {
  const db = aDatabase()
  const fake = aFakeServer()
  const options = roundOptions(db, fake.transport)
  return {
    ...fake,
    db,
    options,
    round: (change: Partial<RoundOptions> = {}, stop = signal, pull = true) =>
      syncRound({ ...options, ...change }, { check: false, pull, told: false }, stop),
  }
}

/** The ids of notes that wait. */
export async function writeNotes(db: LogbookDb, count: number) {
  const patches = Array.from({ length: count }, (_, index) =>
    aPatch(unwritten('note'), { text: `Note ${index + 1}` }),
  )
  for (const patch of patches) await act(db, patch, apprentice)
  return patches.map(({ id }) => id)
}

export const unsent = async (db: LogbookDb) =>
  (await rowsOf(db, 'outbox')).map(({ operation }) => operation.id)
