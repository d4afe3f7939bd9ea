import { beforeAll, describe, expect, it } from 'vitest'
import { pushResponseSchema } from '#protocol/sync.ts'
import {
  aBook,
  anAct,
  anUnwrittenWeek,
  aPatch,
  aReturn,
  aSignature,
  logbooks,
  nextId,
  NOW,
  writeWeek,
} from '#tests/support/builders.ts'
import { createWorld, listKept, pulled, verdictsOf, type TestDevice, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
/** A week that no other test writes in. */
const newWeek = () => {
  weeks += 1
  return `2026-W${String(weeks).padStart(2, '0')}`
}

/** A week as the apprentice sent it, and the server knows it. */
async function aSentWeek(phone: TestDevice) {
  const book = aBook()
  const entry = writeWeek(book, 'submitted', { week: newWeek() })
  const answer = await phone.push(book.done.map(({ operation }) => operation))
  expect(verdictsOf(answer)).toEqual(['applied', 'applied'])
  return entry
}

it('delivered twice, the same push answers the same and happens once', async () => {
  const phone = await world.device('apprentice')
  const week = newWeek()
  const entry = anUnwrittenWeek(week)
  const operations = [aPatch(entry, { week, told: 'Prospection' }), anAct('submit', entry)]
  const first = await phone.push(operations, { n: 1 })

  expect(pushResponseSchema.safeParse(first.body).success).toBe(true)
  expect(await phone.push(operations, { n: 1 })).toEqual(first)
  expect(await listKept(world, phone)).toHaveLength(2)
  expect((await pulled(phone, entry))?.versions).toHaveLength(1)
})

it('delivered at the same moment six times, a push happens once and all hear the same', async () => {
  const phone = await world.device('apprentice')
  const week = newWeek()
  const operations = [aPatch(anUnwrittenWeek(week), { week })]
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => phone.push(operations, { n: 1 })),
  )

  expect(answers.map(({ body }) => body.results)).toEqual(
    Array.from({ length: 6 }, () => answers[0]?.body.results),
  )
  expect(await listKept(world, phone)).toHaveLength(1)
})

it('an apprentice who signs her own week is refused, and what she sent is kept', async () => {
  const phone = await world.device('apprentice')
  const entry = await aSentWeek(phone)
  const sign = aSignature(entry)

  expect(verdictsOf(await phone.push([sign]))).toEqual(['rejected not-allowed'])
  expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', signatures: [] })
  expect((await listKept(world, phone)).at(-1)).toMatchObject({
    n: 3,
    verdict: 'rejected',
    code: 'not-allowed',
    body: sign,
  })
})

it('the next operation goes on after a refused one', async () => {
  const phone = await world.device('apprentice')
  const week = newWeek()
  const entry = anUnwrittenWeek(week)
  const answer = await phone.push([
    anAct('submit', entry),
    aPatch(entry, { week, told: 'Après le refus' }),
  ])

  expect(verdictsOf(answer)).toEqual(['rejected no-document', 'applied'])
})

describe('an envelope that is turned down leaves everything as it was', () => {
  it.each([
    ['a number is missing (gap)', 3, 'gap', 2],
    ['the number is taken by another operation (fork)', 1, 'fork', 2],
  ])('%s', async (_, n, code, expected) => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    await phone.push([aPatch(anUnwrittenWeek(week), { week })], { n: 1 })

    const late = aPatch(anUnwrittenWeek(week), { told: 'Plus tard' })
    const answer = await phone.push([late], { n })

    expect(answer).toMatchObject({ status: 409, body: { code, expected } })
    expect(answer.body).toHaveProperty('message')
    expect(await listKept(world, phone)).toHaveLength(1)
  })

  it('a stranger and a logbook that does not exist get the same answer', async () => {
    const stranger = await world.device('apprentice', 'elsewhere')
    const operations = [aPatch(anUnwrittenWeek(), { week: '2025-W45' })]
    const foreign = await stranger.push(operations, { logbookId: logbooks.here })
    const nowhere = await stranger.push(operations, { logbookId: nextId() })

    expect(foreign).toMatchObject({ status: 403, body: { code: 'not-a-member' } })
    expect(nowhere).toEqual(foreign)
    expect(await listKept(world, stranger)).toEqual([])
  })

  it('who is signed out hears it before anything else is looked at', async () => {
    const response = await world.app.request('/sync/v1/push', {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/json' },
      body: 'nonsense',
    })
    expect(response.status).toBe(401)
    expect(response.headers.get('X-Livret-Protocol')).toBe('1')
    expect(await response.json()).toMatchObject({ code: 'signed-out' })
  })

  it('nobody writes from another person’s device', async () => {
    const mine = await world.device('apprentice')
    const theirs = await world.device('secondMaster')
    const response = await mine.post('/sync/v1/push', {
      protocol: 1,
      app: 'test',
      deviceId: theirs.id,
      logbookId: logbooks.here,
      pending: 1,
      operations: [{ n: 1, operation: aPatch(anUnwrittenWeek(), { week: '2025-W45' }) }],
    })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ code: 'unknown-device' })
  })

  it('a device reported lost no longer writes', async () => {
    const phone = await world.device('apprentice')
    await world.pool.query('update device set revoked_at = now() where id = $1', [phone.id])
    expect(await phone.push([aPatch(anUnwrittenWeek(), { week: '2025-W45' })])).toMatchObject({
      status: 403,
      body: { code: 'unknown-device' },
    })
  })
})

describe('a membership that has ended', () => {
  it('still takes what was written before, for thirty days: a phone finds its network late', async () => {
    world.setNow('2027-08-31T21:59:59.000Z')
    const tablet = await world.device('master')
    const note = (text: string) => aPatch({ id: nextId<never>(), kind: 'note' }, { text })
    const lastDay = await tablet.push([note('Dernier jour')])
    world.setNow('2027-09-30T21:59:59.000Z')
    const late = await tablet.push([note('Du dernier jour, arrivé tard')])
    world.setNow('2027-09-30T22:00:00.000Z')
    const past = note('Beaucoup plus tard, à Paris')
    const tooLate = await tablet.push([past])
    world.setNow(NOW)

    expect(verdictsOf(lastDay)).toEqual(['applied'])
    expect(verdictsOf(late)).toEqual(['applied'])
    // Refused, and still in custody: words never live in the body of a refusal only.
    expect(verdictsOf(tooLate)).toEqual(['rejected not-a-member'])
    expect((await listKept(world, tablet)).at(-1)).toMatchObject({ body: past })
    expect(await pulled(tablet, { id: past.documentId })).toBeUndefined()
  })

  it('signs and returns nothing any more by itself: a person settles what came late', async () => {
    const phone = await world.device('apprentice')
    const week = newWeek()
    const entry = anUnwrittenWeek(week)
    await phone.push([aPatch(entry, { week, told: 'À signer' }), anAct('submit', entry)])
    const sent = await pulled(phone, entry)
    if (!sent) throw new Error('the week is not there')
    world.setNow('2027-09-01T10:00:00.000Z')
    const tablet = await world.device('secondMaster')
    const acts = [aSignature(sent), aReturn(sent)]
    const answer = await tablet.push(acts)
    world.setNow(NOW)

    expect(verdictsOf(answer)).toEqual(['held late', 'held late'])
    expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', signatures: [] })
    expect((await listKept(world, tablet)).map(({ body }) => body)).toEqual(acts)
  })

  it('is no place for who never was in it', async () => {
    const phone = await world.device('secondApprentice')
    const answer = await phone.push([aPatch({ id: nextId<never>(), kind: 'note' }, { text: 'x' })])
    expect(answer).toMatchObject({ status: 403, body: { code: 'not-a-member' } })
    expect(await listKept(world, phone)).toEqual([])
  })
})

describe('what breaks on our side', () => {
  it('holds that one operation, undoes its writes, tells us, and the next goes on', async () => {
    const phone = await world.device('apprentice')
    const [poisoned, sound] = [newWeek(), newWeek()]
    // The version row fails after the document row was written.
    await world.pool.query(`
      create function poison() returns trigger language plpgsql as
        $$ begin raise exception 'poison'; end $$;
      create trigger poison before insert on version
        for each row when (new.content like '%poison%') execute function poison();`)
    const entry = anUnwrittenWeek(poisoned)
    const answer = await phone.push([
      aPatch(entry, { week: poisoned, told: 'poison' }),
      anAct('submit', entry),
      aPatch(anUnwrittenWeek(sound), { week: sound, told: 'Semaine suivante' }),
    ])

    expect(verdictsOf(answer)).toEqual(['applied', 'held failed', 'applied'])
    // The revision is that of the patch: nothing is left of the attempt.
    const revision = answer.body.results[0]?.seq
    expect(await pulled(phone, entry)).toMatchObject({ state: 'draft', versions: [], revision })
    expect(await listKept(world, phone)).toHaveLength(3)
    expect(world.held()).toHaveLength(1)
    await world.pool.query('drop trigger poison on version')
  })

  it('an operation of a newer app is held whole, not dropped', async () => {
    const phone = await world.device('apprentice')
    const newer = { ...aPatch(anUnwrittenWeek(), { week: '2025-W45' }), v: 2, mood: 'blue' }
    const answer = await phone.push([newer, { ...newer, id: nextId(), v: 1, kind: 'dance' }])

    expect(verdictsOf(answer)).toEqual(['held unreadable', 'held unreadable'])
    expect((await listKept(world, phone))[0]?.body).toEqual(newer)
  })
})

describe('the device is believed neither about the time nor about the role', () => {
  it('a version and a signature bear the server’s instant', async () => {
    const phone = await world.device('apprentice')
    const tablet = await world.device('master')
    const week = newWeek()
    const entry = anUnwrittenWeek(week)
    const longAgo = '1999-01-01T00:00:00.000Z'
    await phone.push([
      { ...aPatch(entry, { week, told: 'Hier' }), at: longAgo },
      { ...anAct('submit', entry), at: longAgo },
    ])
    const sent = await pulled(phone, entry)
    await tablet.push([{ ...aSignature(sent ?? entry), at: longAgo }])

    const signed = await pulled(phone, entry)
    expect(signed).toMatchObject({ state: 'signed' })
    expect(signed?.versions[0]?.at).toBe(NOW)
    expect(signed?.signatures[0]).toMatchObject({ at: NOW, role: 'master', level: 'session' })
  })

  it('a role in the body of an operation is not ours and refused', async () => {
    const phone = await world.device('apprentice')
    const entry = await aSentWeek(phone)
    const answer = await phone.push([{ ...aSignature(entry), role: 'master' }])
    expect(verdictsOf(answer)).toEqual(['rejected invalid'])
  })
})

it('what a device still holds is written down, so that a lost phone is seen', async () => {
  const phone = await world.device('apprentice')
  const week = newWeek()
  await phone.post('/sync/v1/push', {
    protocol: 1,
    app: 'test',
    deviceId: phone.id,
    logbookId: logbooks.here,
    pending: 3,
    operations: [{ n: 1, operation: aPatch(anUnwrittenWeek(week), { week }) }],
  })
  const { rows } = await world.pool.query(
    `select d.pending, c.pending as of_logbook, last_n from device d
     join device_counter c on c.device_id = d.id where d.id = $1`,
    [phone.id],
  )
  expect(rows).toEqual([{ pending: 2, of_logbook: 2, last_n: 1 }])
})

it('an operation under an id that another one bears does nothing', async () => {
  const phone = await world.device('apprentice')
  const tablet = await world.device('master')
  const week = newWeek()
  const patch = aPatch(anUnwrittenWeek(week), { week })
  const [first] = (await phone.push([patch])).body.results
  const copy = { ...anAct('submit', anUnwrittenWeek(week)), id: patch.id }
  const answer = await tablet.push([copy])

  expect(answer.body.results).toEqual([{ ...first, n: 1 }])
  expect(await pulled(phone, anUnwrittenWeek(week))).toMatchObject({ state: 'draft' })
})
