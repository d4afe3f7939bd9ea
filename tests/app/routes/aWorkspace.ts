import { removeFile } from '#app/files/removeFile.ts'
import type { Workspace } from '#app/workspace.ts'
import type { DocumentId, LogbookId, OperationId, PersonId } from '#domain/identifiers.ts'
import type { Operation } from '#domain/operation.ts'
import type { Actor } from '#domain/rights.ts'
import type { LogbookFacts } from '#protocol/logbookFacts.ts'
import { readOperation } from '#protocol/operation.ts'
import { act } from '#store/act.ts'
import type { LogbookDb } from '#store/database.ts'
import { createJournal } from '#store/journal.ts'
import type { SyncState } from '#sync/syncState.ts'
import { aDatabase, pulledAs, pulledOf, putRow, rowsOf } from '#tests/store/aDatabase.ts'
import { aBookPart, aVerdict, pull } from '#tests/store/aPull.ts'
import { logbookId, nextId, NOW, personId } from '#tests/support/builders.ts'
import { afterEach, expect } from 'vitest'
import { createStore } from 'zustand/vanilla'

/** A Friday of week 45; `NOW` is in it. */
export const TODAY = '2025-11-07'

const names = {
  apprentice: 'Léa Moreau',
  secondApprentice: 'Inès Benali',
  master: 'Paul Durand',
  trainer: 'Claire Roux',
  coordinator: 'Hélène Martinet',
  guardian: 'Samira Haddad',
}
type Named = keyof typeof names

const member = (who: Named) => ({
  personId: personId(who),
  name: names[who],
  role: who === 'secondApprentice' ? ('apprentice' as const) : who,
  from: '2025-09-01',
  until: null,
})

/** What is known of a logbook in which everybody has a name. */
export const someFacts = (
  apprentice: 'apprentice' | 'secondApprentice' = 'apprentice',
  id: LogbookId = logbookId,
): LogbookFacts => ({
  id,
  centre: 'Campus Tezenas du Montcel',
  company: { name: 'Boissons du Forez', city: 'Saint-Étienne', activity: 'Grossiste' },
  programme: 'bts-ndrc',
  cohort: '2025-2027',
  // Short: what a test looks for by its role is looked for among all weeks of the ribbon.
  contract: { start: '2025-10-06', end: '2026-01-30' },
  members: [member(apprentice), member('master'), member('trainer'), member('coordinator')],
})

/** The same of a minor, whose guardian belongs to the logbook. */
export const factsOfMinor = (): LogbookFacts => {
  const facts = someFacts()
  return { ...facts, members: [...facts.members, member('guardian')] }
}

export const addBook = (
  db: LogbookDb,
  role: 'apprentice' | 'master' | 'trainer' | 'coordinator' | 'guardian',
  facts = someFacts(),
) => putRow(db, 'books', { id: facts.id, role, facts })

/** What a screen wrote and the server would turn down, words and all. */
const unreadable: unknown[] = []

afterEach(() => {
  expect(unreadable.splice(0)).toEqual([])
})

function check(operation: Operation) {
  const read = readOperation(operation)
  if (!read.ok) unreadable.push({ ...read, operation })
}

/** The device of `who`, on a real database in memory, with nothing behind it. */
export function aWorkspace(who: Named, change: Partial<Workspace> = {}): Workspace {
  const db = aDatabase(personId(who), check)
  const newIntent = (present?: PersonId) => ({
    id: nextId<OperationId>(),
    v: 1 as const,
    at: NOW,
    present: present ?? null,
  })
  const perform = async (operation: Operation, actor: Actor) => {
    const decision = await act(db, operation, actor)
    return decision.verdict === 'rejected' ? decision.code : null
  }
  return {
    db,
    person: { id: personId(who), name: names[who] },
    now: () => NOW,
    today: () => TODAY,
    newDocumentId: nextId<DocumentId>,
    newIntent,
    act: perform,
    sign: ({ id, kind }, hash, actor) =>
      perform({ ...newIntent(), documentId: id, kind, type: 'sign', hash, jws: null }, actor),
    draftOf: (kind, documentId, identity, actor) => ({
      db,
      target: { logbookId: actor.logbookId, documentId, kind, actor },
      identity,
      newIntent,
      journal: createJournal(localStorage, personId(who)),
      onWritten: () => undefined,
    }),
    addPhoto: () => Promise.resolve('not-a-photo'),
    recordMemo: () => Promise.resolve('no-recorder'),
    removeFile: (file) => removeFile({ db, act: perform, newIntent }, personId(who), file),
    hasRoomForFile: () => Promise.resolve(true),
    fileUrl: () => Promise.resolve(null),
    sync: {
      state: createStore<SyncState>(() => ({
        phase: 'idle',
        code: null,
        answered: true,
        stuck: false,
      })),
      now: () => Promise.resolve(),
    },
    ...change,
  }
}

/** As if the server had confirmed all that waits, and a pull had brought it back. */
export async function settle(db: LogbookDb): Promise<void> {
  const waiting = await rowsOf(db, 'shown')
  const held = [...(await pulledOf(db)), ...waiting.map(({ document }) => document)]
  const latest = new Map(held.map((document) => [document.id, pulledAs(document)]))
  const rows = await rowsOf(db, 'outbox')
  const verdicts = rows.map(({ operation, n }) => aVerdict(operation.id, n, n))
  const lastN = rows.length
  const documents = [...latest.values()]
  await pull(db, aBookPart(lastN, documents, { reset: 'new', facts: null, verdicts, lastN }))
}
