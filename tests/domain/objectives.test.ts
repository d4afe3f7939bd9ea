import { expect, it } from 'vitest'
import { isOpen, objectivesOf } from '#domain/objectives.ts'
import { aBook, actor, anAct, aPatch, writeNote } from '#tests/support/builders.ts'
import { writePublished } from '#tests/support/trainingDocuments.ts'

const TODAY = '2025-11-20'
const due = (date: string) => ({ set: { due: date, label: date } })

it('the plan says what is open, what is past its date and what is done, soonest due first', () => {
  const book = aBook()
  const documents = [
    writePublished(book, 'objective', 'published', due('2025-12-01')),
    writePublished(book, 'objective', 'published', due('2025-11-19')),
    // Due today is in time until the day is over.
    writePublished(book, 'objective', 'published', due('2025-11-20')),
    writePublished(book, 'objective', 'acknowledged', due('2025-10-01')),
    writePublished(book, 'objective', 'draft', due('2025-09-01')),
    writeNote(book, 'published'),
  ]

  const plan = objectivesOf(documents, TODAY)

  expect(plan.map(({ label, state }) => `${label} ${state}`)).toEqual([
    '2025-10-01 done',
    '2025-11-19 overdue',
    '2025-11-20 open',
    '2025-12-01 open',
  ])
  expect(plan.filter(isOpen)).toHaveLength(3)
})

it('only the owner can say that it is done, not who set it', () => {
  const book = aBook()
  const objective = writePublished(book, 'objective', 'published')
  const hash = objective.versions[0]?.hash ?? ''
  const { id: documentId } = objective
  const done = (who: 'trainer' | 'master' | 'apprentice') =>
    book.act(
      {
        ...anAct('publish', objective),
        ...{ type: 'sign', documentId, hash, jws: null },
      },
      actor(who),
    ).verdict
  expect(done('trainer')).toBe('rejected')
  expect(done('master')).toBe('rejected')
  expect(done('apprentice')).toBe('applied')
})

it('what its author ended is ended, and a changed objective has to be done anew', () => {
  const book = aBook()
  const stateOf = (id: (typeof ended)['id']) => {
    const document = book.find(id)
    return document && objectivesOf([document], TODAY)[0]?.state
  }
  const ended = writePublished(book, 'objective', 'amended', due('2025-11-01'))
  book.must(aPatch(ended, { outcome: 'dropped' }), actor('trainer'))
  expect(stateOf(ended.id)).toBe('overdue')
  book.must(anAct('publish', ended), actor('trainer'))
  expect(stateOf(ended.id)).toBe('dropped')

  const changed = writePublished(book, 'objective', 'acknowledged', due('2025-12-01'))
  book.must(anAct('amend', changed), actor('trainer'))
  book.must(aPatch(changed, { label: 'Plus difficile' }), actor('trainer'))
  book.must(anAct('publish', changed), actor('trainer'))
  expect(stateOf(changed.id)).toBe('open')
})
