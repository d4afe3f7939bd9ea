import { lastVersion } from '#domain/logbookDocument.ts'
import type { Actor } from '#domain/rights.ts'
import { useDocuments } from '#features/parts/useDocuments.ts'
import type { LogbookDb } from '#store/database.ts'
import type { ShownDocument } from '#store/documents.ts'

/** What this person noted of a session. `undefined` while it is read; `null`: nothing yet. */
export function useOwnCandidacy(
  db: LogbookDb,
  actor: Actor,
  session: number | undefined,
): ShownDocument | null | undefined {
  const all = useDocuments(db, 'candidacy', actor.logbookId)
  if (!all || session === undefined) return undefined
  const sessionOf = (document: ShownDocument) =>
    document.fields['session']?.value ?? lastVersion(document)?.content['session']
  return (
    all.find((document) => document.author === actor.personId && sessionOf(document) === session) ??
    null
  )
}
