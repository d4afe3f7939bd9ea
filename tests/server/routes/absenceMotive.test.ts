import { beforeAll, describe, expect, it } from 'vitest'
import { aBook, logbookId, type PersonName } from '#tests/support/builders.ts'
import { writeAbsence, writeMotive } from '#tests/support/apprenticeshipBuilders.ts'
import { createWorld, type World } from './world.ts'

/** A motive that tells of health, on a day that each side has half of. */
const MOTIVE = { centre: 'illness', company: 'prenatal-exam' } as const

let world: World
const received = new Map<PersonName, string>()
const people: readonly PersonName[] = [
  ...(['apprentice', 'master', 'trainer', 'coordinator', 'guardian', 'auditor'] as const),
]

beforeAll(async () => {
  world = await createWorld()
  const book = aBook()
  const absence = writeAbsence(book, 'published')
  writeMotive(book, absence, 'centre', 'submitted', MOTIVE.centre)
  writeMotive(book, absence, 'company', 'submitted', MOTIVE.company)
  const phone = await world.device('apprentice')
  const { body } = await phone.push(
    book.done.map(({ operation }) => operation),
    { n: 1 },
  )
  expect(body.results.map(({ verdict }) => verdict)).toEqual(book.done.map(() => 'applied'))

  for (const who of people) {
    const device = await world.device(who)
    const file = await device.fetch(`/api/v1/logbooks/${logbookId}/export`)
    received.set(who, JSON.stringify(await device.pull()) + (await file.text()))
  }
}, 120_000)

const knows = (side: keyof typeof MOTIVE) =>
  people.filter((who) => received.get(who)?.includes(MOTIVE[side]))

describe('why somebody was absent never leaves the server for who need not know', () => {
  it('of half-days in the centre: neither the master nor guardian nor auditor', () => {
    expect(knows('centre')).toEqual(['apprentice', 'trainer', 'coordinator'])
  })

  it('of half-days in the company: nobody but the master', () => {
    expect(knows('company')).toEqual(['apprentice', 'master'])
  })

  it('that somebody was absent, all of them read', () => {
    for (const who of people) expect(received.get(who)).toContain('halfDays/2025-11-03.am')
  })
})
