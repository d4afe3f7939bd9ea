import { addDays } from '../civilDate.ts'

/** One day in somebody’s calendar. */
export interface CalendarEvent {
  /** Tells it from every other one, for ever: a later export of the same day replaces it. */
  readonly uid: string
  /** Civil date. */
  readonly date: string
  readonly summary: string
  readonly description?: string
}

export interface CalendarFile {
  /** Shown by the calendar app. */
  readonly name: string
  /** UTC instant of the export, `2025-11-07T17:30:00.000Z`. */
  readonly at: string
  readonly events: readonly CalendarEvent[]
}

/** Longest line, in bytes of UTF-8 without the line break: RFC 5545, 3.1. */
const LINE_MAX = 75

/**
 * The text of an iCalendar file (`text/calendar; charset=utf-8`): one all-day event a day.
 *
 * All-day events, because the calendar knows half-days and no hours: a date is the same day in
 * every time zone, so the file needs no VTIMEZONE, and no phone moves a day. `TRANSP` leaves the
 * day free for appointments. Throws on a UID that is no plain text.
 *
 * Source: RFC 5545: 3.1 (lines end with CRLF and are folded at 75 octets), 3.3.11 (escapes), 3.6.1
 * (an event on dates ends on the day after, exclusive), 3.8.4.7 (UID); RFC 7986, 5.1 (NAME).
 */
export function icalendar({ name, at, events }: CalendarFile): string {
  const stamp = `${at.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Livret//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    `NAME:${escape(name)}`,
    `X-WR-CALNAME:${escape(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines({ uid, date, summary, description }: CalendarEvent, stamp: string): string[] {
  if (!/^[\x21-\x7e]+$/u.test(uid)) throw new RangeError(`no UID: ${uid}`)
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escape(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escape(description)}`]),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

const compact = (date: string) => date.replaceAll('-', '')

/** Control characters have no place in a text (3.3.11), a line break has its own escape. */
const escape = (text: string) =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    // eslint-disable-next-line no-control-regex -- the control characters are what is taken out
    .replaceAll(/[\x00-\x09\x0b-\x1f\x7f]/gu, ' ')
    .replaceAll(/[\\;,]/gu, '\\$&')
    .replaceAll('\n', '\\n')

/** Cuts a line between characters, never within one, so that each piece has 75 bytes at most. */
function fold(line: string): string {
  let folded = ''
  let bytes = 0
  for (const character of line) {
    const size = bytesOf(character)
    if (bytes + size > LINE_MAX) {
      folded += '\r\n '
      // The space that marks the continuation is part of its line.
      bytes = 1
    }
    folded += character
    bytes += size
  }
  return folded
}

/** Bytes of one character in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
