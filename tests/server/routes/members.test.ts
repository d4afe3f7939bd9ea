import { beforeAll, describe, expect, it } from 'vitest'
import type { LogbookId, PersonId } from '#domain/identifiers.ts'
import { newMemberTakenSchema } from '#protocol/centre.ts'
import {
  anAct,
  aPatch,
  logbooks,
  nextId,
  personId,
  unwritten,
  type PersonName,
} from '#tests/support/builders.ts'
import { countRows, somebody } from './enrolments.ts'
import {
  createWorld,
  cursorOf,
  openLogbook,
  pullBook,
  verdictsOf,
  type TestDevice,
  type World,
} from './world.ts'

let world: World
let desk: TestDevice
beforeAll(async () => {
  world = await createWorld()
  desk = await world.device('coordinator')
})

const TODAY = '2025-11-07'
const pathOf = (id: string) => `/api/v1/logbooks/${id}/members`
const someone = (more: object = {}) => ({
  ...somebody('Nouvelle Personne'),
  ...{ role: 'master', from: TODAY, until: null, invite: false },
  ...more,
})
const letIn = (device: TestDevice, id: string, more: object = {}) =>
  device.post(pathOf(id), someone(more))
const letOut = (device: TestDevice, id: string, end: object) =>
  device.fetch(pathOf(id), {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(end),
  })
const endOf = (who: PersonName, until: string | null, more: object = {}) => ({
  ...{ personId: personId(who), role: who, from: '2025-09-01', until },
  ...more,
})
const refusal = async (answer: Response) => {
  const { code } = (await answer.json()) as { code: string }
  return `${answer.status} ${code}`
}
/** Another logbook of the centre, with the same people in it. */
const aLogbook = async () => {
  const id = nextId<LogbookId>()
  await openLogbook(world.deps, id)
  return id
}

describe('who lets people in and out', () => {
  const others: readonly PersonName[] = [
    ...(['apprentice', 'master', 'trainer', 'guardian', 'auditor'] as const),
    'secondApprentice',
  ]

  it.each(others)('not the %s, who learns nothing either', async (who) => {
    const device = await world.device(who)
    const before = await countRows(world)
    for (const body of [someone(), someone({ email: 'x' }), {}]) {
      const refused = await device.post(pathOf(logbooks.here), body)
      const nowhere = await device.post(pathOf(nextId()), body)
      expect(refused.status).toBe(404)
      expect(await refused.text()).toBe(await nowhere.text())
    }
    expect((await letOut(device, logbooks.here, endOf('trainer', TODAY))).status).toBe(404)
    expect(await countRows(world)).toEqual(before)
  })

  it('not the coordinator of another centre, whether the logbook is there or not', async () => {
    const stranger = await world.device('coordinator', 'elsewhere')
    const before = await countRows(world)
    const end = endOf('trainer', TODAY)
    const [refused, nowhere] = [
      await letIn(stranger, logbooks.here),
      await letIn(stranger, nextId()),
    ]
    expect(refused.status).toBe(404)
    expect(await refused.text()).toBe(await nowhere.text())
    const out = await letOut(stranger, logbooks.here, end)
    expect(out.status).toBe(404)
    expect(await out.text()).toBe(await (await letOut(stranger, nextId(), end)).text())
    expect(await countRows(world)).toEqual(before)
  })

  it('not a guest from another centre, even as a coordinator, nor one whose time is over', async () => {
    const id = await aLogbook()
    await world.pool.query(
      `insert into member (logbook_id, person_id, role, valid_from) values ($1, $2, 'coordinator', '2025-09-01')`,
      [id, personId('coordinator', 'elsewhere')],
    )
    const guest = await world.device('coordinator', 'elsewhere')
    expect((await letIn(guest, id)).status).toBe(404)

    await world.pool.query(
      `update member set valid_until = '2025-11-06' where logbook_id = $1 and person_id = $2`,
      [id, personId('coordinator')],
    )
    expect((await letIn(desk, id)).status).toBe(404)
    expect((await letIn(await world.device('secondCoordinator'), id)).status).toBe(200)
  })

  it('whoever is signed out hears only that', async () => {
    for (const method of ['POST', 'PATCH']) {
      const headers = { 'Sec-Fetch-Site': 'same-origin' }
      const answer = await world.app.request(pathOf(logbooks.here), { method, headers })
      expect(answer.status).toBe(401)
    }
  })
})

describe('somebody who is let in', () => {
  it('has the logbook from their first day on, and nobody else’s', async () => {
    const id = await aLogbook()
    const phone = await world.device('apprentice')
    const old = await pullBook(phone, undefined, id)
    const visitor = await world.device('secondApprentice')
    expect(Object.keys((await visitor.pull()).books)).toEqual([])

    const email = 'SecondApprentice@HERE.example'
    const from = '2025-11-10'
    const answer = await letIn(desk, id, { name: 'Autrement', email, role: 'auditor', from })
    expect(newMemberTakenSchema.parse(await answer.json())).toEqual({
      personId: personId('secondApprentice'),
      isNew: false,
    })
    // All who hold it fetch it anew, with the name under which this person is known.
    const { reset, facts } = await pullBook(phone, cursorOf(old), id)
    expect(reset).toBe('grant')
    expect(facts?.members).toContainEqual({
      personId: personId('secondApprentice'),
      ...{ name: 'Élodie secondApprentice', role: 'auditor', from, until: null },
    })

    expect(Object.keys((await visitor.pull()).books)).toEqual([])
    world.setNow('2025-11-10T09:00:00.000Z')
    expect(Object.keys((await visitor.pull()).books)).toEqual([id])
    world.setNow('2025-11-07T17:30:00.000Z')
  })

  it('comes new under the address in lower case, and a second time as the same', async () => {
    const [one, other] = [await aLogbook(), await aLogbook()]
    const first = await letIn(desk, one, { email: ' Nouvelle@Nouveau.example ' })
    const taken = newMemberTakenSchema.parse(await first.json())
    expect(taken.isNew).toBe(true)
    const second = await letIn(desk, other, { email: 'NOUVELLE@nouveau.example' })
    expect(await second.json()).toEqual({ personId: taken.personId, isNew: false })
    const { rows } = await world.pool.query('select name, email from person where id = $1', [
      taken.personId,
    ])
    expect(rows).toEqual([{ name: 'Nouvelle Personne', email: 'nouvelle@nouveau.example' }])
  })

  it('hears of it on an open page, and of all that happens there from then on', async () => {
    const id = await aLogbook()
    const visitor = await world.device('secondApprentice')
    const response = await visitor.fetch('/sync/v1/poke')
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const heard = async () => {
      let text = ''
      while (!/\n\n$/u.test(text)) text += (await reader?.read())?.value ?? '\n\n'
      return text
    }
    expect(await heard()).toBe(':\n\n')
    await letIn(desk, id, { email: 'secondApprentice@here.example', role: 'trainer' })
    expect(await heard()).toBe(`event: poke\ndata: ${id}\n\n`)
    const note = unwritten('note')
    const author = await world.device('trainer')
    await author.push([aPatch(note, { text: 'Un mot' }), anAct('publish', note)], { logbookId: id })
    expect(await heard()).toContain(id)
    await reader?.cancel()
  })

  it.each<[string, object, string]>([
    ['a second apprentice', { role: 'apprentice' }, '422 second-apprentice'],
    ['the apprentice as a master', { email: 'apprentice@here.example' }, '422 same-person'],
    ['no longer than nobody', { until: '2025-11-06' }, '422 ends-before-it-starts'],
    ['who is there already', { email: 'MASTER@here.example' }, '409 already-member'],
    ['without a name', { name: ' ' }, '422 empty'],
    ['without an address', { email: ' ' }, '422 empty'],
    ['with half an address', { email: 'x@y' }, '422 not-an-address'],
    ['of another centre', { email: 'Master@elsewhere.example' }, '422 taken-address'],
    ['with a role of no trade', { role: 'admin' }, '422 not-valid'],
    ['in the year 0', { from: '0000-01-01' }, '422 not-valid'],
    ['with more than that', { centre: 'x' }, '422 not-valid'],
  ])('cannot be %s, and nothing of it stays', async (_, more, expected) => {
    const before = await countRows(world)
    expect(
      await refusal(await letIn(desk, logbooks.here, { ...somebody('Refusé'), ...more })),
    ).toBe(expected)
    expect(await countRows(world)).toEqual(before)
    expect(world.failures()).toEqual([])
  })

  it('at the same moment from two coordinators, is let in once', async () => {
    const id = await aLogbook()
    const second = await world.device('secondCoordinator')
    const answers = await Promise.all(
      [desk, second, desk, second].map((device) => letIn(device, id, somebody('En Double'))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })
})

describe('somebody who is let out', () => {
  it('reads nothing more from the next day on; their late work is taken, and then refused', async () => {
    const id = await aLogbook()
    const laptop = await world.device('trainer')
    const book = await pullBook(laptop, undefined, id)
    expect((await letOut(desk, id, endOf('trainer', '2025-11-06'))).status).toBe(204)
    const { books, revoked } = await laptop.pull({ [id]: cursorOf(book) })
    expect(Object.keys(books)).not.toContain(id)
    expect(revoked).toMatchObject([{ id }])

    const aNote = () => {
      const note = unwritten('note')
      return [aPatch(note, { text: 'Un mot' })]
    }
    const late = await laptop.push(aNote(), { logbookId: id })
    expect(verdictsOf(late)).toEqual(['applied'])
    await letOut(desk, id, endOf('trainer', '2025-10-01'))
    expect(verdictsOf(await laptop.push(aNote(), { logbookId: id }))[0]).toMatch(/^rejected/u)
  })

  it('has that day still, and can be let in again', async () => {
    const id = await aLogbook()
    const laptop = await world.device('trainer')
    await letOut(desk, id, endOf('trainer', TODAY))
    expect(Object.keys((await laptop.pull()).books)).toContain(id)
    await letOut(desk, id, endOf('trainer', '2025-11-06'))
    const again = { name: 'x', email: 'trainer@here.example', role: 'trainer', from: TODAY }
    expect((await letIn(desk, id, again)).status).toBe(200)
    expect(Object.keys((await laptop.pull()).books)).toContain(id)
    // The end of the first part would now run into the second.
    expect(await refusal(await letOut(desk, id, endOf('trainer', null)))).toBe('409 already-member')
  })

  it.each<[string, object, string]>([
    ['the apprentice', endOf('apprentice', TODAY), '422 apprentice-stays'],
    ['before the first day', endOf('trainer', '2025-08-31'), '422 ends-before-it-starts'],
    ['on another first day', endOf('trainer', TODAY, { from: '2025-09-02' }), '404 not-found'],
    ['in another role', endOf('trainer', TODAY, { role: 'master' }), '404 not-found'],
    ['nobody', endOf('trainer', TODAY, { personId: nextId<PersonId>() }), '404 not-found'],
    ['no day', endOf('trainer', '2025-02-30'), '422 not-valid'],
  ])('is not %s', async (_, end, expected) => {
    const before = await countRows(world)
    expect(await refusal(await letOut(desk, logbooks.here, end))).toBe(expected)
    expect(await countRows(world)).toEqual(before)
  })

  it('is not the last coordinator, also where both go at the same moment', async () => {
    const id = await aLogbook()
    const second = await world.device('secondCoordinator')
    const own = (who: PersonName) => endOf(who, '2025-11-06', { role: 'coordinator' })
    const answers = await Promise.all([
      letOut(desk, id, own('secondCoordinator')),
      letOut(second, id, own('coordinator')),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
    const { rows } = await world.pool.query(
      `select from member where logbook_id = $1 and role = 'coordinator' and valid_until > $2`,
      [id, TODAY],
    )
    expect(rows).toHaveLength(1)
  })
})

it('a program that tries addresses gets no further', async () => {
  await letIn(desk, logbooks.here, { email: 'x' })
  await world.pool.query(`update rate_limit set points = 300 where key like 'members:%'`)
  const answer = await letIn(desk, logbooks.here)
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
})
