import { expect, it } from 'vitest'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { followedOf, inOrderOfNeed } from '#features/follow/followed.ts'
import { aVisit, aWeek, logbooks, personId } from '#tests/support/builders.ts'
import { someFacts, TODAY } from '#tests/app/routes/aWorkspace.ts'
import { loadOutline } from '#programmes/outlines.ts'

await loadOutline('bts-ndrc')

const book = (facts: ReturnType<typeof someFacts>) =>
  ({ id: facts.id, role: 'trainer', facts }) as const
const lea = book(someFacts())
const ines = book(someFacts('secondApprentice', logbooks.elsewhere))
const shown = (document: LogbookDocument, logbookId = logbooks.here) => ({
  ...document,
  logbookId,
  waiting: false,
})
const trainer = personId('trainer')

it('who has nothing written comes before who has little left to do', () => {
  const weeks = ['2025-W41', '2025-W42', '2025-W43', '2025-W44', '2025-W45']
  const documents = weeks.map((week) => shown(aWeek('signed', { week }), logbooks.elsewhere))

  const list = inOrderOfNeed([
    followedOf(ines, documents, trainer, TODAY),
    followedOf(lea, [], trainer, TODAY),
  ])

  expect(list.map(({ name }) => name)).toEqual(['Léa Moreau', 'Inès Benali'])
  expect(list.map(({ needs }) => needs.map(({ type }) => type))).toEqual([
    ['late-weeks', 'visit-due'],
    ['visit-due'],
  ])
})

it('only the visits that this person has begun are theirs to finish', () => {
  const own = shown(aVisit('draft'))
  // Being corrected: others read what was sent before.
  const others = shown({ ...aVisit('amended'), author: personId('secondTrainer') })
  const sent = shown(aVisit('published'))

  const { drafts } = followedOf(lea, [own, others, sent], trainer, TODAY)

  expect(drafts).toEqual([own])
})
