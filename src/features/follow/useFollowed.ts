import type { PersonId } from '#domain/identifiers.ts'
import { useLiveRead } from '#features/parts/useLiveRead.ts'
import type { LogbookDb } from '#store/database.ts'
import { useDeferredValue } from 'react'
import type { Followed } from './followed.ts'
import { followedReaderOf } from './readFollowed.ts'

/**
 * The apprentices of this person, who needs help first. `undefined` while they are read for the first
 * time; a page that is opened later begins with what is known. They are drawn
 * when nothing more urgent is, in pieces: a finger on the screen does not wait for three hundred.
 */
export function useFollowed(
  db: LogbookDb,
  personId: PersonId,
  today: string,
): readonly Followed[] | undefined {
  const reader = followedReaderOf(db, personId, today)
  return useDeferredValue(useLiveRead(db, reader.read, [reader], reader.last()))
}
