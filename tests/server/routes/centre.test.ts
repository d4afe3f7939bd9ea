import { beforeAll, describe, expect, it } from 'vitest'
import type { LogbookId } from '#domain/identifiers.ts'
import { centreSchema, enrolledSchema } from '#protocol/centre.ts'
import { logbookFactsSchema } from '#protocol/logbookFacts.ts'
import { addCoordinator } from '#server/storage/centres.ts'
import { logbooks, personId, type PersonName } from '#tests/support/builders.ts'
import { anEnrolment, countRows, openWith, somebody } from './enrolments.ts'
import { centreIds, createWorld, pullBook, type TestDevice, type World } from './world.ts'

let world: World
let desk: TestDevice
beforeAll(async () => {
  world = await createWorld()
  desk = await world.device('coordinator')
})

const enrolledIn = async (answer: Response) => {
  expect(answer.status).toBe(200)
  return enrolledSchema.parse(await answer.json()).logbooks
}
const only = async (answer: Response) => {
  const [first] = await enrolledIn(answer)
  if (!first) throw new Error('nothing was opened')
  return first
}
/** The members of a logbook, as `role name from until`. */
async function membersOf(id: string | null) {
  const { rows } = await world.pool.query<{ line: string }>(
    `select concat_ws(' ', m.role, p.name, m.valid_from, m.valid_until) as line
     from member m join person p on p.id = m.person_id where m.logbook_id = $1 order by 1`,
    [id],
  )
  return rows.map(({ line }) => line)
}

describe('who does not coordinate a centre today', () => {
  const others: readonly PersonName[] = [
    ...(['apprentice', 'master', 'trainer', 'guardian', 'auditor'] as const),
    // Coordinates a logbook, and no centre.
    'secondCoordinator',
  ]

  it.each(others)('the %s: learns nothing, opens nothing', async (who) => {
    const device = await world.device(who)
    const before = await countRows(world)
    expect((await device.fetch('/api/v1/centre')).status).toBe(404)
    for (const preview of [true, false]) {
      const answer = await openWith(device, [anEnrolment('Personne')], { preview })
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'not-found' })
    }
    expect((await openWith(device, [])).status).toBe(404)
    expect(await countRows(world)).toEqual(before)
  })

  it('one whose time is over, or has not begun', async () => {
    const during = async (from: string, until: string | null) => {
      const person = personId('secondTrainer')
      await world.pool.query('delete from coordinator where person_id = $1', [person])
      await addCoordinator(world.pool, { centreId: centreIds.here, personId: person, from })
      await world.pool.query('update coordinator set valid_until = $2 where person_id = $1', [
        person,
        until,
      ])
      const device = await world.device('secondTrainer')
      const { status } = await device.fetch('/api/v1/centre')
      expect((await openWith(device, [anEnrolment('Moi')], { preview: true })).status).toBe(status)
      await world.pool.query('delete from coordinator where person_id = $1', [person])
      return status
    }
    expect(await during('2025-09-01', '2025-11-06')).toBe(404)
    expect(await during('2025-09-01', '2025-11-07')).toBe(200)
    expect(await during('2025-11-08', null)).toBe(404)
  })

  it('somebody of another centre, whatever a row says', async () => {
    const person = personId('secondTrainer')
    const row = { centreId: centreIds.elsewhere, personId: person, from: '2025-09-01' }
    await addCoordinator(world.pool, row)
    const device = await world.device('secondTrainer')
    expect((await device.fetch('/api/v1/centre')).status).toBe(404)
    await world.pool.query('delete from coordinator where person_id = $1', [person])
  })

  it('whoever is signed out hears only that', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/centre'],
      ['POST', '/api/v1/centre/logbooks'],
    ] as const) {
      const headers = { 'Sec-Fetch-Site': 'same-origin' }
      expect((await world.app.request(path, { method, headers })).status).toBe(401)
    }
  })
})

it('the centre names its own trainers and coordinators of today, and nobody else', async () => {
  const guest = personId('trainer', 'elsewhere')
  const add = `insert into member values ($1, $2, 'trainer', '2025-09-01', null)`
  await world.pool.query(add, [logbooks.here, guest])
  await world.pool.query(
    `update member set valid_until = '2025-11-06' where logbook_id = $1 and person_id = $2`,
    [logbooks.here, personId('trainer')],
  )
  const centre = centreSchema.parse(await (await desk.fetch('/api/v1/centre')).json())
  expect(centre).toMatchObject({ name: 'CFA here' })
  expect(centre.trainers.map(({ email }) => email).sort()).toEqual([
    'coordinator@here.example',
    'secondCoordinator@here.example',
    'secondTrainer@here.example',
  ])
  await world.pool.query('delete from member where person_id = $1', [guest])
})

describe('a logbook that is opened', () => {
  it('is on the devices of all who belong to it, at once', async () => {
    const trainer = { name: 'Autre nom', email: ' SECONDTRAINER@Here.example ' }
    const guardian = somebody('Samira Moreau')
    const enrolment = anEnrolment('Léna Moreau', {
      guardian,
      trainer,
      apprentice: somebody('Lena'),
    })
    const opened = await only(await openWith(desk, [enrolment]))
    expect(opened).toMatchObject({
      state: 'new',
      newPeople: ['Lena', 'Samira Moreau', 'Patron Léna Moreau'],
    })
    const id = opened.logbookId as LogbookId

    const laptop = await world.device('secondTrainer')
    const book = await pullBook(laptop, undefined, id)
    expect(book.role).toBe('trainer')
    const facts = logbookFactsSchema.parse(book.facts)
    const { guardian: _, apprentice: __, master: ___, trainer: ____, ...rest } = enrolment
    expect(facts).toMatchObject({ ...rest, centre: 'CFA here' })
    expect((await pullBook(desk, undefined, id)).role).toBe('coordinator')
    // Who was known keeps the name, and what began before today is theirs from its first day.
    expect(await membersOf(id)).toEqual([
      'apprentice Lena 2025-09-15',
      'coordinator Élodie coordinator 2025-09-15',
      'guardian Samira Moreau 2025-09-15',
      'master Patron Léna Moreau 2025-09-15',
      'trainer Élodie secondTrainer 2025-09-15',
    ])
    // Addresses rest as they are compared: whoever signs in is found.
    const { rows } = await world.pool.query(
      `select from person where email = 'lena@nouveau.example'`,
    )
    expect(rows).toHaveLength(1)
  })

  it('can be read from today where the contract begins later', async () => {
    const contract = { start: '2026-01-05', end: '2027-08-31' }
    const { logbookId } = await only(await openWith(desk, [anEnrolment('Tard', { contract })]))
    for (const line of await membersOf(logbookId)) expect(line).toMatch(/2025-11-07$/u)
  })

  it('has every coordinator of the centre in it, also one who is its trainer', async () => {
    const trainer = { name: 'x', email: 'coordinator@here.example' }
    const { logbookId } = await only(await openWith(desk, [anEnrolment('Deux', { trainer })]))
    const roles = (await membersOf(logbookId)).map((line) => line.split(' ')[0])
    expect(roles).toEqual(['apprentice', 'coordinator', 'master', 'trainer'])
  })

  it('is told to who has a page open, although nobody listened to it yet', async () => {
    const heard: string[] = []
    const end = world.deps.pokes.listen(new Set([personId('trainer')]), ({ logbookId }) =>
      heard.push(logbookId),
    )
    const trainer = { name: 'x', email: 'trainer@here.example' }
    const { logbookId } = await only(await openWith(desk, [anEnrolment('Entendue', { trainer })]))
    await openWith(desk, [anEnrolment('Sans lui')])
    end()
    expect(heard).toEqual([logbookId])
  })

  it('is of this centre alone', async () => {
    const stranger = await world.device('coordinator', 'elsewhere')
    const { logbookId } = await only(await openWith(desk, [anEnrolment('Ici')]))
    expect(Object.keys((await stranger.pull()).books)).toEqual([logbooks.elsewhere])
    const seen = centreSchema.parse(await (await stranger.fetch('/api/v1/centre')).json())
    expect(JSON.stringify(seen)).not.toContain('Claire Roux')
    expect(await membersOf(logbookId)).toContain('apprentice Ici 2025-09-15')
  })
})

describe('a file that is sent again', () => {
  const file = ['Un', 'Deux bis', 'Trois'].map((name) => anEnrolment(`Fichier ${name}`))

  it('changes nothing, and says of each that it is known', async () => {
    const first = await enrolledIn(await openWith(desk, file))
    expect(first.map(({ newPeople }) => newPeople.length)).toEqual([2, 2, 2])
    const before = await countRows(world)
    const again = await enrolledIn(await openWith(desk, file))
    expect(again).toEqual(
      first.map(({ logbookId }) => ({ state: 'known', logbookId, newPeople: [] })),
    )
    expect(await countRows(world)).toEqual(before)
  })

  it('with other words about who is known, changes nothing of them', async () => {
    const before = await countRows(world)
    const [first] = file
    if (!first) throw new Error('there is no file')
    const apprentice = { name: 'Autre', email: first.apprentice.email.toUpperCase() }
    const changed = { ...first, apprentice, master: somebody('Encore inconnu'), guardian: null }
    const [known, fresh] = await enrolledIn(
      await openWith(desk, [changed, anEnrolment('Fichier Quatre')], { preview: true }),
    )
    expect(known).toMatchObject({ state: 'known', newPeople: [] })
    expect(fresh).toEqual({
      state: 'new',
      logbookId: null,
      newPeople: ['Fichier Quatre', 'Patron Fichier Quatre'],
    })
    expect(await countRows(world)).toEqual(before)
    const [, opened] = await enrolledIn(
      await openWith(desk, [changed, anEnrolment('Fichier Quatre')]),
    )
    expect(opened).toMatchObject({ state: 'new', newPeople: fresh?.newPeople })
    const { rows } = await world.pool.query(
      `select from person where name in ('Autre', 'Encore inconnu')`,
    )
    expect(rows).toEqual([])
  })

  it('at the same moment, opens each logbook once', async () => {
    const twice = ['A', 'B', 'C', 'D'].map((name) => anEnrolment(`Ensemble ${name}`))
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => enrolledIn(await openWith(desk, twice))),
    )
    const ids = new Set(answers.flat().map(({ logbookId }) => logbookId))
    expect(ids.size).toBe(4)
    expect(answers.flat().filter(({ state }) => state === 'new')).toHaveLength(4)
  })

  it('by two centres at the same moment, gives each address to one of them', async () => {
    const rival = await world.device('coordinator', 'elsewhere')
    const trainer = somebody('Disputée')
    for (let round = 0; round < 5; round += 1) {
      const names = Array.from({ length: 6 }, (_, at) => `Dispute ${round} ${at}`)
      const here = names.map((name) => anEnrolment(name, { trainer }))
      const answers = await Promise.all([
        openWith(desk, here),
        openWith(
          rival,
          [...here].reverse().map((each) => ({ ...each, trainer: somebody('Autre') })),
        ),
      ])
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    }
    expect(world.failures()).toEqual([])
  })
})
