import { expect, it } from 'vitest'
import { reminderOf } from '#features/notes/reminder.ts'
import { texts } from '#features/notes/reminder.texts.ts'
import { addWeeks } from '#domain/week.ts'

const NOTE_MAX = 2_000
const reminder = (weeks: readonly string[]) => reminderOf('Inès', weeks, texts.fr, 'fr')

it('weeks that follow each other are named together, over the new year too', () => {
  expect(reminder(['2025-W45', '2025-W51', '2025-W52', '2026-W01'])).toContain(
    'il manque\u00a0: la semaine\u00a045 (du 3\u00a0nov. au 9\u00a0nov.\u00a02025) et les semaines\u00a051 à 1 ' +
      '(du 15\u00a0déc.\u00a02025 au 4\u00a0janv.\u00a02026).',
  )
})

it('a week number that comes twice in two years is told apart by its year', () => {
  expect(reminder(['2025-W44', '2026-W44'])).toContain(
    'la semaine\u00a044 (du 27\u00a0oct. au 2\u00a0nov.\u00a02025) et ' +
      'la semaine\u00a044 (du 26\u00a0oct. au 1er\u00a0nov.\u00a02026).',
  )
})

it('does not say « tu » or « vous »: only the two of them know', () => {
  expect(reminder(['2025-W45'])).not.toMatch(/\b(?:tu|ta|tes|te|vous|votre|vos)\b/iu)
})

it('is short enough to be sent, however much is missing', () => {
  const everySecond = Array.from({ length: 52 }, (_, at) => addWeeks('2025-W36', 2 * at))
  expect(reminder(everySecond).length).toBeLessThan(NOTE_MAX)
  expect(reminder(everySecond)).toContain('la semaine\u00a036,')
})
