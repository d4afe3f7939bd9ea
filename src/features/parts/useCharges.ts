import { chargesOf } from '#domain/contract/charges.ts'
import type { Charge } from '#domain/contract/masterLimits.ts'
import { readContract } from '#domain/contract/readContract.ts'
import type { DocumentId } from '#domain/identifiers.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { useMemo } from 'react'
import { useDocuments } from './useDocuments.ts'

/**
 * Which master has which apprentice when, in all logbooks of this device: who reads one logbook only
 * sees one apprentice. Masters are told apart by name, logbooks are the apprentices. `but`: a
 * contract that does not count, because it is being written anew.
 */
export function useCharges(db: LogbookDb, but?: DocumentId): readonly Charge[] {
  const all = useDocuments(db, 'contract')
  return useMemo(
    () =>
      (all ?? []).flatMap((document) => {
        const content = document.id === but ? undefined : lastVersion(document)?.content
        return content ? chargesOf(readContract(content), document.logbookId) : []
      }),
    [all, but],
  )
}
