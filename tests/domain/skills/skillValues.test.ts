import { expect, it } from 'vitest'
import { latestValues, skillValues } from '#domain/skills/skillValues.ts'
import { aBook, actor, anAct, aPatch, writeNote } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'

const key = 'skills/B1.C1.3/level'

it('the values of three people stand side by side, each with its own latest', () => {
  const book = aBook()
  const documents = [
    writePublished(book, 'assessment', 'published', { set: { date: '2025-12-01' } }),
    writePublished(book, 'selfAssessment', 'published', { set: { date: '2025-10-01' } }),
    writePublished(book, 'selfAssessment', 'published', {
      set: { date: '2026-02-01', [key]: 'independent' },
    }),
    writePublished(book, 'assessment', 'published', {
      by: 'trainer',
      set: { party: 'trainer', date: '2026-01-10', [key]: 'not-seen' },
    }),
    writeNote(book, 'published'),
  ]

  const values = skillValues(documents)

  expect(values.map(({ view, date, level }) => `${date} ${view} ${level}`)).toEqual([
    '2025-10-01 apprentice progressing',
    '2025-12-01 master acquired',
    '2026-01-10 trainer not-seen',
    '2026-02-01 apprentice independent',
  ])
  expect(latestValues(values, 'B1.C1.3')).toMatchObject({
    apprentice: { level: 'independent' },
    master: { level: 'acquired' },
    trainer: { level: 'not-seen' },
  })
  expect(latestValues(values, 'B1.C2.1')).toEqual({})
})

it('a draft says nothing, and a correction counts once it is published again', () => {
  const book = aBook()
  const own = writePublished(book, 'selfAssessment', 'amended')
  const levelsOf = () => skillValues([book.find(own.id) ?? own]).map(({ level }) => level)
  expect(skillValues([writePublished(book, 'selfAssessment', 'draft')])).toEqual([])
  expect(levelsOf()).toEqual(['progressing'])

  book.must(aPatch(own, { [key]: 'acquired' }), actor('apprentice'))
  expect(levelsOf()).toEqual(['progressing'])
  book.must(anAct('publish', own), actor('apprentice'))
  expect(levelsOf()).toEqual(['acquired'])
})

it('a trainer cannot put words in the part of the master', () => {
  const book = aBook()
  const forged = () =>
    writePublished(book, 'assessment', 'draft', { by: 'trainer', set: { party: 'master' } })
  expect(forged).toThrow(/rejected/u)
  const own = writePublished(book, 'assessment', 'draft', {
    by: 'trainer',
    set: { party: 'trainer' },
  })
  const later = book.act(aPatch(own, { party: 'master' }), actor('trainer'))
  expect(later).toMatchObject({ verdict: 'rejected', code: 'wrong-identity' })
})
