import { expect, it } from 'vitest'
import { recentTasks } from '#features/week/recentTasks.ts'
import { aBook, aPatch, apprentice, anUnwrittenWeek, writeWeek } from '#tests/support/builders.ts'

const book = aBook()
const week = (name: string, ...tasks: readonly string[]) =>
  book.must(
    aPatch(anUnwrittenWeek(name), {
      week: name,
      ...Object.fromEntries(tasks.map((code) => [`tasks/${code}`, true])),
    }),
    apprentice,
  )

const entries = [
  week('2025-W43', 'trade-fair', 'remote-sale'),
  week('2025-W44', 'remote-sale', 'site-content'),
  week('2025-W45', 'home-sale'),
  week('2025-W46', 'store-event'),
]

it('the latest tasks come first, each once; this week and later ones are not recent', () => {
  expect(recentTasks(entries, '2025-W45')).toEqual({
    codes: ['remote-sale', 'site-content', 'trade-fair'],
    last: { week: '2025-W44', codes: ['remote-sale', 'site-content'] },
  })
})

it('a week without tasks is passed over, however near it is', () => {
  const leave = writeWeek(aBook(), 'draft', { week: '2025-W44' })
  const { 'tasks/prospection': _task, ...fields } = leave.fields

  expect(recentTasks([...entries.slice(0, 1), { ...leave, fields }], '2025-W45').last?.week).toBe(
    '2025-W43',
  )
})

it('who begins has nothing to take again', () => {
  expect(recentTasks([], '2025-W45')).toEqual({ codes: [], last: null })
})
