import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarEvents } from '#domain/calendar/calendarEvents.ts'
import { icalendar, type CalendarEvent } from '#domain/calendar/ical.ts'
import { logbookId, NOW } from '#tests/support/builders.ts'
import { calendarWith } from './plans.ts'

const event: CalendarEvent = { uid: '2025-10-06.a', date: '2025-10-06', summary: 'CFA' }
const file = (events: readonly CalendarEvent[], name = 'Alternance') =>
  icalendar({ name, at: NOW, events })

/** What a calendar app reads: lines unfolded, texts without their escapes. */
const read = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')
const valueOf = (text: string, name: string) =>
  read(text)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .replaceAll(/\\(.)/gu, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))

describe('the calendar as a file', () => {
  it('is what RFC 5545 asks for, byte for byte', () => {
    expect(file([{ ...event, description: 'Salle 12' }])).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Livret//Calendrier//FR',
        'CALSCALE:GREGORIAN',
        'NAME:Alternance',
        'X-WR-CALNAME:Alternance',
        'BEGIN:VEVENT',
        'UID:2025-10-06.a',
        'DTSTAMP:20251107T173000Z',
        'DTSTART;VALUE=DATE:20251006',
        'DTEND;VALUE=DATE:20251007',
        'SUMMARY:CFA',
        'DESCRIPTION:Salle 12',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it.each([
    ['2025-12-31', '20260101', 'the last day of a year'],
    ['2028-02-28', '20280229', 'the day before a leap day'],
    ['2026-03-29', '20260330', 'the day on which clocks go forward'],
  ])('a day that ends on the next: %s, %s (%s)', (date, end) => {
    expect(file([{ ...event, date }])).toContain(`DTEND;VALUE=DATE:${end}\r\n`)
  })

  it.each([
    ['Salle 12, bâtiment B; étage 1', 'SUMMARY:Salle 12\\, bâtiment B\\; étage 1'],
    ['un \\ deux', 'SUMMARY:un \\\\ deux'],
    ['un\ndeux\r\ntrois', 'SUMMARY:un\\ndeux\\ntrois'],
    ['un\u0007 deux', 'SUMMARY:un  deux'],
    ['BEGIN:VEVENT', 'SUMMARY:BEGIN:VEVENT'],
  ])('what people typed stays one text: %j', (summary, line) => {
    expect(read(file([{ ...event, summary }]))).toContain(line)
  })

  it('no line has more than 75 bytes, and no letter is cut in two', () => {
    const summary = 'é'.repeat(100) + '👩‍🎓'.repeat(20)
    const text = file([{ ...event, summary }])
    const bytes = text.split('\r\n').map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...bytes)).toBe(75)
    expect(valueOf(text, 'SUMMARY')).toBe(summary)
  })

  it('a UID that is no plain text is never written: it could break out of its line', () => {
    for (const uid of ['', 'a b', 'a\r\nBEGIN:VALARM', 'é']) {
      expect(() => file([{ ...event, uid }])).toThrow(RangeError)
    }
  })

  it('whatever the texts are, they are read back as they were, on lines of 75 bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme' }),
        (name, summary) => {
          // eslint-disable-next-line no-control-regex -- what a text of the format cannot hold
          const plain = (text: string) => text.replaceAll(/[\x00-\x1f\x7f]/gu, '')
          const text = file([{ ...event, summary: plain(summary) }], plain(name))
          for (const line of text.split('\r\n')) {
            expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
          }
          expect(valueOf(text, 'SUMMARY')).toBe(plain(summary))
          expect(valueOf(text, 'NAME')).toBe(plain(name))
          expect(text.split('BEGIN:VEVENT')).toHaveLength(2)
        },
      ),
    )
  })
})

describe('the events of an apprentice', () => {
  const calendar = calendarWith()
  const centreDays = (given = calendar) =>
    calendarEvents(given, logbookId, ({ am, pm }) =>
      am === 'centre' || pm === 'centre' ? `CFA ${am} ${pm}` : null,
    )

  it('are the days that have words, each with a UID of its own', () => {
    const events = centreDays()
    expect(events[0]).toEqual({
      uid: `2025-09-22.${logbookId}`,
      date: '2025-09-22',
      summary: 'CFA centre centre',
    })
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    expect(events.map(({ date }) => date)).not.toContain('2025-09-25')
  })

  it('keep their UIDs when a day is moved: imported again, none is there twice', () => {
    const one = { date: '2025-10-07', half: 'am' } as const
    const other = { date: '2025-10-09', half: 'am' } as const
    const moved = centreDays(calendarWith({ path: { exchanges: [{ one, other }] } }))
    const known = new Set(centreDays().map(({ uid }) => uid))
    expect(moved.filter(({ uid }) => !known.has(uid)).map(({ date }) => date)).toEqual([
      '2025-10-09',
    ])
  })
})
