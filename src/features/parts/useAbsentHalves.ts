import type { HalfDay } from '#domain/calendar/day.ts'
import { itemsOf, textOf } from '#domain/content.ts'
import { absentHalves } from '#domain/contract/workWeeks.ts'
import type { LogbookId } from '#domain/identifiers.ts'
import type { LogbookDb } from '#store/database.ts'
import { useMemo } from 'react'
import { contentsOf } from './calendarOf.ts'
import { useDocuments } from './useDocuments.ts'

/** Half a day of which a part was missed. */
export interface LateHalf extends HalfDay {
  readonly minutes: number
}

interface Missed {
  /** Half-days on which an apprentice was or will be absent, whatever the reason. */
  readonly absent: readonly HalfDay[]
  readonly late: readonly LateHalf[]
}

/** What an apprentice missed, by all that was declared and not taken back; no order. */
export function useAbsentHalves(db: LogbookDb, logbookId: LogbookId): Missed {
  const documents = useDocuments(db, 'absence', logbookId)
  return useMemo(() => {
    const contents = contentsOf(documents ?? [], 'absence')
    return {
      absent: [...absentHalves(contents)].map(halfDayOf),
      late: contents.flatMap((content) => {
        const { minutes } = content
        if (typeof minutes !== 'number' || textOf(content, 'cancelled') !== '') return []
        return itemsOf(content, 'halfDays').map((item) => ({ ...halfDayOf(item), minutes }))
      }),
    }
  }, [documents])
}

function halfDayOf(item: string): HalfDay {
  const [date = '', half] = item.split('.')
  return { date, half: half === 'pm' ? 'pm' : 'am' }
}
