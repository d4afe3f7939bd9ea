import type { Link } from '#domain/chain.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { Database } from './database.ts'

/** The whole history of a logbook, in order, without its words. */
export async function listLinks(db: Database, logbookId: LogbookId): Promise<Link[]> {
  const { rows } = await db.query<Link>(
    `select seq, hash, verdict from operation where logbook_id = $1
     union all select seq, hash, verdict from settlement where logbook_id = $1 order by seq`,
    [logbookId],
  )
  return rows
}
