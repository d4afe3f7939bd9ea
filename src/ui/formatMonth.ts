import { partsOf, utc } from './formatDate.ts'
import type { Language } from './texts.tsx'

const NBSP = '\u00a0'

/** `2026-11` (or a day of it) → “novembre 2026”. */
export function formatMonth(month: string, language: Language): string {
  const { month: name, year } = partsOf(`${month.slice(0, 7)}-01`, language, {
    month: 'long',
    year: 'numeric',
    ...utc,
  })
  return `${name}${NBSP}${year}`
}

/** `2026-11` → “nov. 2026”. */
export function formatShortMonth(month: string, language: Language): string {
  const { month: name, year } = partsOf(`${month}-01`, language, {
    month: 'short',
    year: 'numeric',
    ...utc,
  })
  return `${name}${NBSP}${year}`
}
