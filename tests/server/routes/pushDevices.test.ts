import { beforeAll, describe, expect, it } from 'vitest'
import {
  aBook,
  anAct,
  anUnwrittenWeek,
  aPatch,
  aSignature,
  logbooks,
  nextId,
  personId,
  writeInterview,
  writeSection,
  writeVisit,
} from '#tests/support/builders.ts'
import { createWorld, listKept, pulled, verdictsOf, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}

describe('a device handed over', () => {
  it('lets the person present sign the trainer’s visit, and says whose device it was', async () => {
    const laptop = await world.device('trainer')
    const book = aBook()
    const visit = writeVisit(book, 'published')
    await laptop.push(book.done.map(({ operation }) => operation))
    const sign = { ...aSignature(visit), present: personId('master') }

    expect(verdictsOf(await laptop.push([sign]))).toEqual(['applied'])
    expect((await pulled(laptop, visit))?.signatures).toMatchObject([
      { signer: personId('master'), role: 'master', via: personId('trainer'), level: 'in-person' },
    ])
    expect(
      (await world.pool.query('select actor from operation where id = $1', [sign.id])).rows,
    ).toEqual([{ actor: personId('master') }])
  })

  it.each([
    ['somebody who is no member', () => personId('secondApprentice')],
    ['somebody of another centre', () => personId('master', 'elsewhere')],
    ['nobody we know', () => nextId<never>()],
  ])('does not let %s act', async (_, who) => {
    const laptop = await world.device('trainer')
    const book = aBook()
    const visit = writeVisit(book, 'published')
    await laptop.push(book.done.map(({ operation }) => operation))

    const answer = await laptop.push([{ ...aSignature(visit), present: who() }])
    expect(verdictsOf(answer)).toEqual(['rejected not-allowed'])
  })

  it('signs an interview three times on one laptop, sections and all', async () => {
    const laptop = await world.device('trainer')
    const book = aBook()
    const interview = writeInterview(book, 'signed')
    const operations = book.done.map(({ operation, actor: who }) => ({
      ...operation,
      present: who.personId === personId('trainer') ? null : who.personId,
    }))
    const answer = await laptop.push(operations)

    expect(verdictsOf(answer)).toEqual(operations.map(() => 'applied'))
    expect(await pulled(laptop, interview)).toMatchObject({ state: 'signed' })
    expect((await pulled(laptop, interview))?.signatures).toHaveLength(3)
  })

  it('a section can no longer be changed once its interview is frozen', async () => {
    const laptop = await world.device('trainer')
    const book = aBook()
    const interview = writeInterview(book, 'frozen')
    const operations = book.done.map(({ operation, actor: who }) => ({
      ...operation,
      present: who.personId === personId('trainer') ? null : who.personId,
    }))
    await laptop.push(operations)
    const section = writeSection(aBook(), interview, 'trainer', 'draft')

    expect(verdictsOf(await laptop.push([anAct('withdraw', section)]))).toEqual([
      'rejected wrong-state',
    ])
  })
})

it('a cloned phone begins anew under another name, and nothing happens twice', async () => {
  const phone = await world.device('apprentice')
  const clone = await world.device('apprentice')
  const [one, two] = [newWeek(), newWeek()]
  const arrived = aPatch(anUnwrittenWeek(one), { week: one })
  const waiting = aPatch(anUnwrittenWeek(two), { week: two })
  await phone.push([arrived])

  // It did not hear that the first one arrived: both go again, from 1 on, then a third one.
  expect(verdictsOf(await clone.push([arrived]))).toEqual(['applied'])
  expect(verdictsOf(await clone.push([waiting]))).toEqual(['applied'])
  const third = aPatch(anUnwrittenWeek(two), { told: 'Troisième' }, {})
  expect(verdictsOf(await clone.push([third]))).toEqual(['applied'])
  expect(await listKept(world, clone)).toHaveLength(2)
  expect((await clone.pull()).books[logbooks.here]).toMatchObject({ lastN: 3 })
})

it('the same operation twice in one push happens once', async () => {
  const phone = await world.device('apprentice')
  const week = newWeek()
  const patch = aPatch(anUnwrittenWeek(week), { week })
  const answer = await phone.push([patch, patch], { n: 1 })

  expect(verdictsOf(answer)).toEqual(['applied', 'applied'])
  expect(await listKept(world, phone)).toHaveLength(1)
})

it('two devices of the apprentice change one field: both wordings stay', async () => {
  const [phone, laptop] = [await world.device('apprentice'), await world.device('apprentice')]
  const week = newWeek()
  const entry = anUnwrittenWeek(week)
  const byPhone = aPatch(entry, { week, told: 'Du téléphone' })
  const byLaptop = aPatch(entry, { week, told: 'De l’ordinateur' })
  await phone.push([byPhone])

  expect(verdictsOf(await laptop.push([byLaptop]))).toEqual(['merged both-kept'])
  expect(await pulled(phone, entry)).toMatchObject({
    fields: { told: { value: 'De l’ordinateur', by: byLaptop.id } },
    alternatives: { told: [{ value: 'Du téléphone', by: byPhone.id }] },
  })
})
