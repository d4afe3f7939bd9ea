import type { Language } from './texts.tsx'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const
const NBSP = '\u00a0'

/** What a clock gave: an ISO string with its zone, milliseconds, or a `Date`. */
type Instant = string | number | Date

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>

/** Made once for each way of writing: to make one takes longer than to write a hundred dates. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // In the device’s own zone not: that may become another one.
  if (options.timeZone === undefined) return new Intl.DateTimeFormat(locales[language], options)
  const name = JSON.stringify([language, options])
  const format = formats.get(name) ?? new Intl.DateTimeFormat(locales[language], options)
  formats.set(name, format)
  return format
}

/** What a way of writing consists of, with the day as it is said: “1er”, “2”. */
export const partsOf = (
  date: Instant,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Parts & { readonly dayOf: string } => {
  const parts: Parts = Object.fromEntries(
    formatOf(language, options)
      .formatToParts(new Date(date))
      .map(({ type, value }) => [type, value]),
  )
  const day = parts.day ?? ''
  return { ...parts, dayOf: language === 'fr' && day === '1' ? '1er' : day }
}

/** A calendar day has no zone: read and written in UTC, it stays the same everywhere. */
export const utc = { timeZone: 'UTC' } as const

/** `2026-11-03` → “mardi 3 novembre 2026”. */
export function formatDay(day: string, language: Language): string {
  const { weekday, dayOf, month, year } = partsOf(day, language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...utc,
  })
  return `${weekday} ${dayOf}${NBSP}${month} ${year}`
}

/** `2026-11-03` → “3 novembre 2026”. */
export function formatDayWithoutWeekday(day: string, language: Language): string {
  const { dayOf, month, year } = partsOf(day, language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...utc,
  })
  return `${dayOf}${NBSP}${month} ${year}`
}

/** `2026-11-03` → “3 nov.”. */
export function formatShortDay(day: string, language: Language): string {
  const { dayOf, month } = partsOf(day, language, { day: 'numeric', month: 'short', ...utc })
  return `${dayOf}${NBSP}${month}`
}

/** `2026-11-03` → “03/11/2026”. */
export function formatNumericDay(day: string, language: Language): string {
  const numeric = { day: '2-digit', month: '2-digit', year: 'numeric', ...utc } as const
  return formatOf(language, numeric).format(new Date(day))
}

/** An instant → “14 h 32”, in the zone given or that of the device. */
export function formatTime(instant: Instant, language: Language, timeZone?: string): string {
  const { hour, minute } = partsOf(instant, language, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
  if (language === 'en') return `${hour?.padStart(2, '0')}:${minute}`
  return `${Number(hour)}${NBSP}h${NBSP}${minute}`
}

/** An instant → the calendar day `2026-11-03` in the zone given or that of the device. */
export function dayOfInstant(instant: Instant, timeZone?: string): string {
  const { year, month, day } = partsOf(instant, 'en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone,
  })
  return `${year}-${month}-${day}`
}

/** An instant → “mardi 3 novembre 2026 à 14 h 32”. */
export function formatInstant(instant: Instant, language: Language, timeZone?: string): string {
  const day = formatDay(dayOfInstant(instant, timeZone), language)
  return `${day} ${language === 'fr' ? 'à' : 'at'} ${formatTime(instant, language, timeZone)}`
}

/** An instant → “3 nov., 14 h 32”. */
export function formatShortInstant(
  instant: Instant,
  language: Language,
  timeZone?: string,
): string {
  const day = formatShortDay(dayOfInstant(instant, timeZone), language)
  return `${day}, ${formatTime(instant, language, timeZone)}`
}

/** Two days → “2 – 8 nov.”, or “30 nov. – 6 déc.”, with the year only where it changes. */
export function formatRange(from: string, to: string, language: Language): string {
  const last = formatShortDay(to, language)
  if (from === to) return last
  const dash = `${NBSP}–${NBSP}`
  if (from.slice(0, 7) === to.slice(0, 7)) {
    const { dayOf } = partsOf(from, language, { day: 'numeric', month: 'short', ...utc })
    return `${dayOf}${dash}${last}`
  }
  const years = from.slice(0, 4) === to.slice(0, 4) ? ['', ''] : [from, to].map(yearOf)
  return `${formatShortDay(from, language)}${years[0] ?? ''}${dash}${last}${years[1] ?? ''}`
}

const yearOf = (day: string) => `${NBSP}${day.slice(0, 4)}`
