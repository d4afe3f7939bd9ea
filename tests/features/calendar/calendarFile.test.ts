import { expect, it } from 'vitest'
import { alternationCalendar } from '#domain/calendar/alternation.ts'
import { calendarFile } from '#features/calendar/calendarFile.ts'
import { texts } from '#features/calendar/texts.ts'
import { logbookId } from '#tests/support/builders.ts'

const week = { start: '2025-10-06', end: '2025-10-12' }
const calendar = alternationCalendar({
  contract: week,
  plan: {
    years: [week],
    rhythm: { weeks: [['mon-am', 'mon-pm', 'tue-am', 'wed-pm']], minutesPerHalfDay: 210 },
    periods: [{ start: '2025-10-08', end: '2025-10-08', place: 'exam', half: 'am' }],
  },
})

it('the file names the days in the centre, says which half it is, and leaves the company’s out', () => {
  const at = '2025-10-01T08:00:00.000Z'
  const file = calendarFile(calendar, { logbookId, name: 'Alternance de Léa', at, t: texts.fr })
  const days = [...file.matchAll(/DTSTART;VALUE=DATE:(\d+)\r\n(?:.*\r\n)SUMMARY:(.*)\r/gu)]
  expect(days.map(([, day, summary]) => [day, summary])).toEqual([
    ['20251006', 'CFA'],
    ['20251007', 'CFA le matin'],
    ['20251008', 'CFA l’après-midi\\, Examen le matin'],
  ])
})

it('no name stands in an identifier that other calendars keep for ever', () => {
  const at = '2025-10-01T08:00:00.000Z'
  const file = calendarFile(calendar, { logbookId, name: 'Alternance de Léa', at, t: texts.fr })
  for (const line of file.match(/UID:.*/gu) ?? []) expect(line).not.toMatch(/Léa/u)
})
