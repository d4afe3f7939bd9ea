import type { HalfDay } from '#domain/calendar/day.ts'
import { absentHalves } from '#domain/contract/workWeeks.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import { lastVersion } from '#domain/logbookDocument.ts'
import type { LogbookDb } from '#store/database.ts'
import { useMemo } from 'react'
import { useDocuments } from './useDocuments.ts'

/** The half-days on which an apprentice was or will be absent, whatever the reason; no order. */
export function useAbsentHalves(db: LogbookDb, logbookId: LogbookId): readonly HalfDay[] {
  const documents = useDocuments(db, 'absence', logbookId)
  return useMemo(() => {
    const contents = (documents ?? []).flatMap((each) => {
      const version = lastVersion(each)
      return version ? [version.content] : []
    })
    return [...absentHalves(contents)].map((item): HalfDay => {
      const [date = '', half] = item.split('.')
      return { date, half: half === 'pm' ? 'pm' : 'am' }
    })
  }, [documents])
}
