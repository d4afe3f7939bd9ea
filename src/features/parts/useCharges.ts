import type { Charge } from '#domain/contract/masterLimits.ts'
import { lastDay } from '#domain/contract/contract.ts'
import { readContract } from '#domain/contract/readContract.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { useMemo } from 'react'
import { useDocuments } from './useDocuments.ts'

/**
 * Which master has which apprentice when, in all logbooks of this device: who reads one logbook only
 * sees one apprentice. Masters are told apart by name, logbooks are the apprentices.
 */
export function useCharges(db: LogbookDb): readonly Charge[] {
  const all = useDocuments(db, 'contract')
  return useMemo(
    () =>
      (all ?? []).flatMap((document) => {
        const content = lastVersion(document)?.content
        if (!content) return []
        const record = readContract(content)
        const last = lastDay(record)
        const repeating = record.extension?.reason === 'exam-failure'
        return record.couples.map(({ masterId, from, until }): Charge => {
          const end = until !== null && until < last ? until : last
          return { masterId, apprenticeId: document.logbookId, from, until: end, repeating }
        })
      }),
    [all],
  )
}
