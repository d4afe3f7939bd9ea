import { act as settleReact, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useDraft } from '#features/parts/useDraft.ts'
import type { PersonId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { recover } from '#store/recover.ts'
import { anUnwrittenWeek, apprentice, logbookId, nextId, WEEK } from '#tests/support/builders.ts'
import { aDatabase, aJournal, findHere, newIntent } from '#tests/store/aDatabase.ts'

const { id: documentId } = anUnwrittenWeek()

afterEach(() => {
  vi.restoreAllMocks()
})

function aScreen(db: LogbookDb) {
  const journal = aJournal()
  const target = {
    db,
    target: { logbookId, documentId, kind: 'entry' as const, actor: apprentice },
    ...{ identity: { week: WEEK }, newIntent, journal },
    onWritten: () => {},
  }
  return { journal, ...renderHook(() => useDraft(target, null)) }
}

const toldIn = async (db: LogbookDb) =>
  (await findHere(db, anUnwrittenWeek()))?.fields['told']?.value

it('words typed in the moment the person signs out are found at the next start', async () => {
  const person = nextId<PersonId>()
  const db = aDatabase(person)
  expect(await toldIn(db)).toBeUndefined()
  const { journal, result, unmount } = aScreen(db)
  settleReact(() => {
    result.current.set('told', 'Premiers')
    result.current.set('told', 'Premiers mots')
  })
  // The livret is closed: its database with it, before the screen has gone.
  db.close()
  unmount()
  // At once: the tab may be gone before the database has said no.
  expect(journal.entries.size).toBe(1)
  await result.current.flush()
  const again = aDatabase(person)

  await recover(again, journal, newIntent)
  expect(await toldIn(again)).toBe('Premiers mots')
  expect(journal.entries.size).toBe(0)
})

it('words are put aside when the page is hidden, and not left there once they are written', async () => {
  const db = aDatabase()
  const { journal, result } = aScreen(db)
  settleReact(() => {
    result.current.set('told', 'Mots')
  })
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect([...journal.entries.values()]).toMatchObject([{ set: { told: 'Mots' } }])

  await settleReact(async () => {
    expect(await result.current.flush()).toBeNull()
  })
  expect(await toldIn(db)).toBe('Mots')
  expect(journal.entries.size).toBe(0)
})
