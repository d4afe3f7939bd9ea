import { expect, it } from 'vitest'
import { act } from '#store/act.ts'
import { takeBatch } from '#store/batch.ts'
import { settle } from '#store/outbox.ts'
import {
  aBook,
  actor,
  after,
  anAct,
  aPatch,
  logbookId,
  NOW,
  present,
  unwritten,
  writeFrame,
  writeSection,
} from '#tests/support/builders.ts'
import { sectionIdOf } from '#domain/decide.ts'
import { project } from '#domain/rights.ts'
import { aDatabase, findHere, hold, pulledAs, rowsOf } from './aDatabase.ts'
import { aBookPart, aVerdict, pull } from './aPull.ts'

const book = aBook()
const interview = writeFrame(book)
const section = unwritten('section', sectionIdOf(interview, 'master'))
const words = { interview: interview.id, party: 'master', progress: 'A de l’aisance.' }
const masterHere = present('master', 'trainer')
const frame = pulledAs(interview, 1)

/** The trainer’s device, on which the master has begun her part, which was sent and pulled. */
async function aBegunPart() {
  const db = aDatabase()
  await hold(db, frame)
  const patch = aPatch(section, words)
  await act(db, patch, masterHere)
  await takeBatch(db, logbookId)
  await settle(db, logbookId, { results: [aVerdict(patch.id, 1, 2)], serverTime: NOW })
  // Nobody but the master reads her draft: the pull that brings its effect does not bring it.
  const brought = { held: [frame], reset: 'new' as const }
  await pull(db, aBookPart(2, [frame], { ...brought, lastN: 1 }))
  return { db, patch }
}

it('what somebody writes on a device they were handed stays there while they write', async () => {
  const { db, patch } = await aBegunPart()
  expect(await findHere(db, section)).toMatchObject(after(null, patch, masterHere))

  const more = aPatch((await findHere(db, section)) ?? section, { difficulties: 'Le téléphone.' })
  expect(await act(db, more, masterHere)).toMatchObject({ verdict: 'applied' })
  expect(await act(db, anAct('submit', section), masterHere)).toMatchObject({ verdict: 'applied' })
  expect((await findHere(db, section))?.versions[0]?.content).toEqual({
    ...words,
    difficulties: 'Le téléphone.',
  })
})

it('and gives way to what the server says as soon as others may read it', async () => {
  const { db } = await aBegunPart()
  const submit = anAct('submit', section)
  expect(await act(db, submit, masterHere)).toMatchObject({ verdict: 'applied' })
  await takeBatch(db, logbookId)
  await settle(db, logbookId, { results: [aVerdict(submit.id, 2, 3)], serverTime: NOW })
  const sent = project(writeSection(aBook(), interview, 'master'), actor('trainer'))
  if (!sent) throw new Error('a trainer reads what was sent')
  const seen = pulledAs(sent, 3)
  await pull(db, aBookPart(3, [seen], { held: [frame, seen], lastN: 2 }))

  expect(await rowsOf(db, 'shown')).toEqual([])
  expect(await findHere(db, section)).toMatchObject({ state: 'submitted', fields: {} })
})

it('and comes back when a person took what had been put aside', async () => {
  const db = aDatabase()
  await hold(db, frame)
  const patch = aPatch(section, words)
  await act(db, patch, masterHere)
  await takeBatch(db, logbookId)
  const held = { held: [frame], lastN: 1 }
  const aside = aVerdict(patch.id, 1, 2, 'held')
  await pull(db, aBookPart(2, [frame], { ...held, reset: 'new', verdicts: [aside] }))
  expect(await findHere(db, section)).toBeNull()

  await pull(db, aBookPart(3, [], { ...held, verdicts: [aVerdict(patch.id, 1, 3)] }))
  expect(await findHere(db, section)).toMatchObject({
    fields: { progress: { value: 'A de l’aisance.' } },
  })
  // The next pull, of something else, takes nothing away again.
  await pull(db, aBookPart(4, [], held))
  expect(await findHere(db, section)).toMatchObject({
    fields: { progress: { value: 'A de l’aisance.' } },
  })
})
