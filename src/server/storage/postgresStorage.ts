import type pg from 'pg'
import type { LogbookId, OperationId } from '#domain/identifiers.ts'
import type { Membership } from '#domain/membership.ts'
import type { Result } from '#protocol/sync.ts'
import { inShortTransaction, inTransaction, type Database } from './database.ts'
import { frame, loadDocuments, readText } from './logbookDocuments.ts'
import { findTypes } from './logbookFiles.ts'
import { lockLogbook } from './logbooks.ts'
import type { Ahead, DocumentText, LogbookStorage, OpenLogbook } from './logbookStorage.ts'
import { writeChanges } from './logbookWrites.ts'
import { snapshotOf } from './snapshot.ts'

/**
 * The logbooks as PostgreSQL keeps them. `origin` names this process among those that share the
 * database: what it wrote itself, it need not be told.
 */
export const createPostgresStorage = (pool: pg.Pool, origin: string): LogbookStorage => ({
  inLogbook: (id, ahead, work) =>
    inShortTransaction(
      pool,
      // The second is asked once the first is granted, and sees what was written until then.
      (tx) => Promise.all([lockLogbook(tx, id), readAhead(tx, id, ahead)]),
      async (tx, [locked, read], last) => {
        if (!locked) return null
        const { seq, chain, grantNumber, programme } = locked
        return work({
          head: { seq, chain },
          ...{ grantNumber, programme },
          ...read,
          loadDocuments: (ids) => loadDocuments(tx, { logbookIds: [id], ids }),
          findFiles: (hashes) => findTypes(tx, id, hashes),
          write: (changes) => {
            last(() => writeChanges(tx, id, changes, origin))
          },
        })
      },
    ),
  inSnapshot: (work) =>
    inTransaction(pool, (tx) => work(snapshotOf(tx)), {
      isolation: 'repeatable read',
      readOnly: true,
    }),
})

export async function readAhead(
  tx: Database,
  id: LogbookId,
  { deviceId, operationIds, documentIds }: Ahead,
): Promise<Pick<OpenLogbook, 'memberships' | 'results' | 'lastN' | 'documents'>> {
  const { rows } = await tx.query<AheadRow>({
    name: 'read-ahead',
    text: readAheadText,
    values: [id, operationIds, deviceId, documentIds],
  })
  const [{ memberships, results, lastN, documents } = nothing] = rows
  return {
    documents: (documents ?? []).map(readText),
    memberships: memberships ?? [],
    results: new Map<OperationId, Result>((results ?? []).map((result) => [result.id, result])),
    lastN: lastN ?? 0,
  }
}

const nothing: AheadRow = { memberships: null, results: null, lastN: 0, documents: null }

const readAheadText = `select
       (select json_agg(json_build_object('personId', person_id, 'role', role,
          'from', valid_from, 'until', valid_until))
        from member where logbook_id = $1) as memberships,
       (select json_agg(json_build_object('id', o.id, 'n', o.n, 'seq', coalesce(s.seq, o.seq),
          'verdict', coalesce(s.verdict, o.verdict),
          'code', case when s.seq is null then o.code else s.code end))
        from operation o
        left join settlement s on s.logbook_id = o.logbook_id and s.operation_id = o.id
        where o.logbook_id = $1 and o.id = any($2::uuid[])) as results,
       (select last_n from device_counter where logbook_id = $1 and device_id = $3) as "lastN",
       (select json_agg(row) from (select ${frame}, draft::text as draft, frozen from document
          where logbook_id = $1 and id = any($4::uuid[])) row) as documents`

interface AheadRow {
  readonly memberships: readonly Membership[] | null
  readonly results: readonly Result[] | null
  readonly lastN: number | null
  readonly documents: readonly (DocumentText & { readonly draft: string })[] | null
}
