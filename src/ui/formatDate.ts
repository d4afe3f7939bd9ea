import type { Language } from './texts.tsx'

const locales = { fr: 'fr-FR', en: 'en-GB' } as const
const NBSP = '\u00a0'
const DAY = 86_400_000

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

const partsOf = (
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
const utc = { timeZone: 'UTC' } as const

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

/** `2026-W45` → 45. */
export const weekNumber = (week: string): number => Number(week.slice(-2))

/** ISO week `2026-W45` → its Monday and its Sunday, as calendar days. */
export function daysOfWeek(week: string): readonly [monday: string, sunday: string] {
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(Number(week.slice(0, 4)), 0, 4)
  const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY
  const monday = firstMonday + (weekNumber(week) - 1) * 7 * DAY
  return [isoDay(monday), isoDay(monday + 6 * DAY)]
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10)

/** ISO week `2026-W45` → “semaine 45 (2 – 8 nov.)”. */
export function formatWeek(week: string, language: Language): string {
  return `${formatWeekName(week, language)} (${formatRange(...daysOfWeek(week), language)})`
}

/** ISO week `2026-W45` → “semaine 45”. */
const formatWeekName = (week: string, language: Language): string =>
  `${language === 'fr' ? 'semaine' : 'week'}${NBSP}${weekNumber(week)}`

/** Whole minutes → “7 h 30”, “35 h”, “45 min”. */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest}${NBSP}min`
  if (rest === 0) return `${hours}${NBSP}h`
  return `${hours}${NBSP}h${NBSP}${String(rest).padStart(2, '0')}`
}
