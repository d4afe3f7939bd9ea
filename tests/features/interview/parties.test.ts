import { expect, it } from 'vitest'
import { sectionIdOf } from '#domain/decide.ts'
import {
  frozenSection,
  partiesOf,
  sectionsOf,
  sentHashes,
  type Sections,
} from '#features/interview/parties.ts'
import {
  aBook,
  anAct,
  aPatch,
  apprentice,
  lastHash,
  trainer,
  writeFrame,
  writeInterview,
  writeSection,
  type Book,
} from '#tests/support/builders.ts'

const sectionsIn = (book: Book, interview: ReturnType<typeof writeFrame>): Sections =>
  sectionsOf(
    interview,
    (['apprentice', 'master', 'trainer'] as const).flatMap(
      (party) => book.find(sectionIdOf(interview, party)) ?? [],
    ),
  )

it('the type says who writes', () => {
  expect(partiesOf('interview', { type: 'review' })).toEqual(['apprentice', 'master', 'trainer'])
  expect(partiesOf('interview', { type: 'regulation' })).toEqual(['apprentice', 'trainer'])
  expect(partiesOf('individualInterview', { type: 'review' })).toEqual(['apprentice', 'trainer'])
})

it('a part that was taken back is missing again', () => {
  const book = aBook()
  const interview = writeFrame(book, 'formative')
  const own = writeSection(book, interview, 'trainer')
  const others = writeSection(book, interview, 'apprentice')

  expect(sentHashes(['apprentice', 'trainer'], sectionsIn(book, interview))).toEqual({
    apprentice: lastHash(others),
    trainer: lastHash(own),
  })
  book.must(anAct('withdraw', own), trainer)
  expect(sentHashes(['apprentice', 'trainer'], sectionsIn(book, interview))).toBeNull()
})

it('what was frozen is shown, not what was written since', () => {
  const book = aBook()
  const frozen = writeInterview(book, 'frozen')
  const content = frozen.versions[0]?.content ?? {}
  book.must(anAct('amend', frozen), trainer)
  const section = book.find(sectionIdOf(frozen, 'apprentice'))
  if (!section) throw new Error('no section')
  const open = book.must(anAct('withdraw', section), apprentice)
  book.must(aPatch(open, { progress: 'Autre chose.' }), apprentice)
  const again = book.must(anAct('submit', open), apprentice)

  expect(frozenSection(content, again, 'apprentice')).toMatchObject({
    progress: 'Les progrès vus par apprentice.',
  })
  expect(frozenSection(content, undefined, 'apprentice')).toBeNull()
})
