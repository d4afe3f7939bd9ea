import { beforeAll, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import {
  aBook,
  aSignature,
  logbookId,
  nextId,
  personId,
  unwritten,
  aPatch,
  writeInterview,
  writeVisit,
} from '#tests/support/builders.ts'
import { createWorld, openLogbook, type World } from './world.ts'

interface Statement {
  readonly text: string
  readonly parameters: readonly unknown[]
}

let world: World
let statements: Statement[] = []
const other = nextId<LogbookId>()
beforeAll(async () => {
  world = await createWorld((text, parameters) => statements.push({ text, parameters }))
  await openLogbook(world.deps, other)
})

const ours = /\b(logbook|member|operation|device_counter|document|version|signature)\b/u
/** The logbook is the first thing a statement asks for, or writes. */
const byLogbook =
  /where (logbook_id|id) = (\$1|any\(\$1::uuid\[\]\))|insert into \w+\s*\(logbook_id,|pg_notify/u

it('no statement of a push touches two logbooks, so that they can live on two machines', async () => {
  const laptop = await world.device('trainer')
  const book = aBook()
  writeInterview(book, 'signed')
  const visit = writeVisit(book, 'published')
  const operations = [
    ...book.done.map(({ operation, actor }) => ({
      ...operation,
      present: actor.personId === personId('trainer') ? null : actor.personId,
    })),
    { ...aSignature(visit), present: personId('master') },
    aPatch(unwritten('note'), { text: 'Un mot' }),
    { ...aPatch(unwritten('note'), { text: 'Un mot' }), v: 9 },
  ]
  statements = []
  const answers = await Promise.all([
    laptop.push(operations, { n: 1 }),
    laptop.push([aPatch(unwritten('note'), { text: 'Ailleurs' })], { logbookId: other, n: 1 }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])

  const touching = statements.filter(({ text }) => ours.test(text) && !text.includes('session'))
  expect(touching.length).toBeGreaterThanOrEqual(6)
  for (const { text, parameters } of touching) {
    const named = [logbookId, other].filter((id) => JSON.stringify(parameters).includes(id))
    expect(named, text).toHaveLength(1)
    expect(text).toMatch(byLogbook)
    expect([parameters[0]].flat(), text).toEqual(named)
  }
})

it('the first thing a push does is to take its logbook', async () => {
  const desk = await world.device('master')
  statements = []
  await desk.push([aPatch(unwritten('note'), { text: 'Un mot' })])
  const begin = statements.findIndex(({ text }) => text.startsWith('begin'))

  expect(statements[begin + 1]?.text).toMatch(/from logbook where id = \$1 for update/u)
})
