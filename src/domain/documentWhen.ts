import { lastVersion, type LogbookDocument } from './logbookDocument.ts'
import type { Value } from './operation.ts'
import { isDate, isWeek } from './week.ts'

/**
 * The ISO week of an entry or ISO date of a visit or interview; empty: not known. `written`: what
 * stands in operations of a document that may not be here.
 */
export function documentWhen(
  document: LogbookDocument | null,
  written: Readonly<Record<string, Value>>,
): string {
  const content = document ? lastVersion(document)?.content : undefined
  const value = (key: string) => document?.fields[key]?.value ?? content?.[key] ?? written[key]
  const week = value('week')
  if (typeof week === 'string' && isWeek(week)) return week
  const date = value('date')
  return typeof date === 'string' && isDate(date) ? date : ''
}
