import type pg from 'pg'
import { inTransaction } from './database.ts'
import { loadDocuments } from './logbookDocuments.ts'
import { listBrought } from './logbookFiles.ts'
import { findResults, lastNumber } from './logbookOperations.ts'
import { listMemberships, lockLogbook } from './logbooks.ts'
import type { LogbookStorage } from './logbookStorage.ts'
import { writeChanges } from './logbookWrites.ts'
import { snapshotOf } from './snapshot.ts'

/** The logbooks as PostgreSQL keeps them. */
export const createPostgresStorage = (pool: pg.Pool): LogbookStorage => ({
  inLogbook: (id, work) =>
    inTransaction(pool, async (tx) => {
      const head = await lockLogbook(tx, id)
      if (!head) return null
      return work({
        head,
        listMemberships: () => listMemberships(tx, id),
        findResults: (ids) => findResults(tx, id, ids),
        lastNumber: (deviceId) => lastNumber(tx, id, deviceId),
        loadDocuments: (ids) => loadDocuments(tx, { logbookIds: [id], ids }),
        findFiles: (hashes) => listBrought(tx, id, hashes),
        write: (changes) => writeChanges(tx, id, changes),
      })
    }),
  inSnapshot: (work) =>
    inTransaction(pool, (tx) => work(snapshotOf(tx)), {
      isolation: 'repeatable read',
      readOnly: true,
    }),
})
