import type { DocumentId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { createDraftWriter, type KeepProblem } from '#store/draftWriter.ts'
import { anUnwrittenWeek, apprentice, logbookId, WEEK } from '#tests/support/builders.ts'
import { aDatabase, aJournal, breakTable, findHere, newIntent } from './aDatabase.ts'

export const documentId: DocumentId = anUnwrittenWeek().id

interface Writing {
  readonly db?: LogbookDb
  readonly journal?: ReturnType<typeof aJournal>
  readonly who?: typeof apprentice
}

/** A person at one draft, on one page. */
export function aWriter({
  db = aDatabase(),
  journal = aJournal(),
  who = apprentice,
}: Writing = {}) {
  const told: (KeepProblem | null)[] = []
  let sends = 0
  const writer = createDraftWriter({
    db,
    target: { logbookId, documentId, kind: 'entry', actor: who },
    identity: { week: WEEK },
    newIntent,
    journal,
    onWritten: () => {
      sends += 1
    },
    onKept: (problem) => told.push(problem),
  })
  return { db, journal, told, sends: () => sends, ...writer }
}

export const wordsIn = async (db: LogbookDb, id: DocumentId = documentId) => {
  const document = await findHere(db, { kind: 'entry', id })
  return {
    told: document?.fields['told']?.value,
    others: document?.alternatives['told']?.map(({ value }) => value) ?? [],
  }
}

/** The device’s disk is full, until the returned function frees it. */
export const fillDisk = (db: LogbookDb) => breakTable(db, 'outbox')
