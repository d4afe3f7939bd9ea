import { beforeAll, describe, expect, it } from 'vitest'
import type { DeviceId, LogbookId } from '#domain/identifiers.ts'
import { rescueHash } from '#domain/rescue.ts'
import {
  anAct,
  aPatch,
  aSignature,
  nextId,
  personId,
  unwritten,
  type PersonName,
} from '#tests/support/builders.ts'
import { listed, settle, weekOf } from './heldWorld.ts'
import { createRescueWorld, idsOf, numberedFrom } from './rescueWorld.ts'
import { pullBook, pulled, verdictsOf, type TestDevice } from './world.ts'

let there: Awaited<ReturnType<typeof createRescueWorld>>
beforeAll(async () => {
  there = await createRescueWorld()
  await there.breaks(false)
})

/** A note that the apprentice wrote on a phone and could not send. */
const aNote = (text = 'Salon à Lyon.') => {
  const note = unwritten('note')
  return { note, operations: [aPatch(note, { text }), anAct('publish', note)] as const }
}
const aPhone = () => there.world.device('apprentice')
const revoke = ({ id }: TestDevice) =>
  there.world.pool.query('update device set revoked_at = now() where id = $1', [id])

describe('who may bring a file', () => {
  /** Written by hand; everybody who is not named is turned away as if there was no logbook. */
  const outcomes: Readonly<Record<string, string>> = {
    'apprentice own sealed': 'applied applied',
    'apprentice own unsealed': 'applied applied',
    'coordinator other sealed': 'held rescued held rescued',
    'secondCoordinator other sealed': 'held rescued held rescued',
  }
  const unsealed = ['coordinator', 'master', 'trainer', 'guardian', 'auditor', 'secondApprentice']
  const cells = [
    ...(['apprentice'] as const).flatMap((who) => [`${who} own sealed`, `${who} own unsealed`]),
    ...[...unsealed, 'secondCoordinator'].map((who) => `${who} other sealed`),
    ...unsealed.map((who) => `${who} other unsealed`),
  ]

  it.each(cells)('%s', async (cell) => {
    const [who = '', whose, sealed] = cell.split(' ')
    const logbookId = await there.aLogbook()
    const phone = await aPhone()
    const { note, operations } = aNote()
    const device = whose === 'own' ? await aPhone() : await there.world.device(who as PersonName)
    const seal = sealed === 'sealed' ? {} : { seal: null }
    const answer = await there.bring(device, logbookId, operations, { device: phone, ...seal })

    const expected = outcomes[cell]
    if (expected === undefined) {
      const code = sealed === 'sealed' ? 'not-found' : 'not-sealed'
      expect(answer).toMatchObject({ status: code === 'not-found' ? 404 : 422, code })
      expect(await there.historyOf(logbookId)).toEqual([])
    } else {
      expect(answer).toMatchObject({ status: 200, fresh: 2 })
      expect(answer.verdicts.join(' ')).toBe(expected)
    }
    const isShared = (await pulled(there.desk, note, logbookId)) !== undefined
    expect(isShared).toBe(expected === 'applied applied')
  })

  it('a coordinator of another centre finds no logbook here, nor does anybody who is signed out', async () => {
    const logbookId = await there.aLogbook()
    const { operations } = aNote()
    const elsewhere = await there.world.device('coordinator', 'elsewhere')
    expect(await there.bring(elsewhere, logbookId, operations)).toMatchObject({ status: 404 })
    const nowhere = await there.bring(there.desk, nextId(), operations)
    expect(nowhere).toMatchObject({ status: 404, code: 'not-found' })

    const path = `/api/v1/logbooks/${logbookId}/rescue`
    const from = { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' } }
    expect((await there.world.app.request(path, from)).status).toBe(401)
  })

  it('a coordinator whose time is over brings nothing any more', async () => {
    const logbookId = await there.aLogbook()
    await there.endOf('coordinator', logbookId, '2025-11-06')
    const answer = await there.bring(there.desk, logbookId, aNote().operations)
    expect(answer).toMatchObject({ status: 404, code: 'not-found' })
  })
})

describe('nobody writes in the name of another', () => {
  const turnedAway = { status: 422, code: 'not-sealed' }

  it('a file that was changed by a word is nobody’s', async () => {
    const logbookId = await there.aLogbook()
    const { note, operations } = aNote()
    const seal = there.phone.sealRescue(logbookId, numberedFrom(1, operations))
    const forged = [{ ...operations[0], set: { text: 'Je démissionne.' } }, operations[1]]
    expect(await there.bring(there.desk, logbookId, forged, { seal })).toMatchObject(turnedAway)
    expect(await there.historyOf(logbookId)).toEqual([])
    expect(await pulled(there.desk, note, logbookId)).toBeUndefined()
  })

  it.each<[string, (logbookId: LogbookId, operations: readonly unknown[]) => string]>([
    ['of another logbook', (_, all) => there.phone.sealRescue(nextId(), numberedFrom(1, all))],
    ['of other numbers', (id, all) => there.phone.sealRescue(id, numberedFrom(2, all))],
    ['of another device', (id, all) => there.desk.sealRescue(id, numberedFrom(1, all))],
    [
      'that is a signature',
      (id, all) => there.phone.sealRescue(id, numberedFrom(1, all), 'livret-signature+jws'),
    ],
    ['of no kind', () => 'a.b.c'],
  ])('a seal %s opens nothing', async (_, sealOf) => {
    const logbookId = await there.aLogbook()
    const { operations } = aNote()
    const seal = sealOf(logbookId, operations)
    expect(await there.bring(there.desk, logbookId, operations, { seal })).toMatchObject(turnedAway)
  })

  it('nobody brings as their own what a device of somebody else wrote', async () => {
    const logbookId = await there.aLogbook()
    const master = await there.world.device('master')
    const change = { owner: 'master', device: there.phone } as const
    const answer = await there.bring(master, logbookId, aNote().operations, change)
    expect(answer).toMatchObject(turnedAway)
  })

  it('a session is not a signature: what came in a file signs only with the key of its device', async () => {
    const { logbookId, target, sign } = await signable()
    const master = await there.world.device('master')
    const change = { device: master, owner: 'master' } as const
    const answer = await there.bring(there.desk, logbookId, [sign], change)
    expect(answer.verdicts).toEqual(['held rescued'])
    const taken = await settle(there.desk, logbookId, sign)
    expect(taken.body).toEqual({ verdict: 'rejected', code: 'bad-signature' })
    expect((await pulled(there.desk, target, logbookId))?.signatures).toEqual([])
  })

  it('a signature by the key of the device counts once a coordinator takes it', async () => {
    const { logbookId, target, sign } = await signable()
    const master = await there.world.device('master')
    const jws = master.seal({
      ...{ logbook: logbookId, document: target.id, version: 1, hash: sign.hash },
      ...{ signer: personId('master'), role: 'master' as const },
    })
    const signed = { ...sign, jws }
    await there.bring(there.desk, logbookId, [signed], { device: master, owner: 'master' })
    expect((await settle(there.desk, logbookId, signed)).body).toEqual({
      ...{ verdict: 'applied', code: null },
    })
    const [signature] = (await pulled(there.desk, target, logbookId))?.signatures ?? []
    expect(signature).toMatchObject({ signer: personId('master'), level: 'device-key', jws })
    expect(await there.findings(logbookId)).toEqual([])
  })
})

/** A week that waits for the master’s signature, in a logbook of its own. */
async function signable() {
  const logbookId = await there.aLogbook()
  const week = there.newWeek()
  const target = weekOf(logbookId, week)
  const words = { week, told: 'Quarante appels.', 'tasks/prospection': true }
  const sent = [aPatch(target, words), anAct('submit', target)]
  const answer = await (await aPhone()).push(sent, { logbookId })
  expect(verdictsOf(answer)).toEqual(['applied', 'applied'])
  const [version] = (await pulled(there.desk, target, logbookId))?.versions ?? []
  return { logbookId, target, sign: aSignature(target, version?.hash) }
}

describe('nothing happens twice', () => {
  it('the phone that comes back is told what became of what the file brought, and goes on', async () => {
    const logbookId = await there.aLogbook()
    const phone = await aPhone()
    const { note, operations } = aNote()
    await there.bring(there.desk, logbookId, operations, { device: phone })
    const back = await phone.push(operations, { logbookId })
    expect(verdictsOf(back)).toEqual(['held rescued', 'held rescued'])
    expect(await there.historyOf(logbookId)).toHaveLength(2)

    const { lastN, seq, chain, grant } = await pullBook(phone, undefined, logbookId)
    expect(lastN).toBe(2)
    for (const operation of operations) {
      expect((await settle(there.desk, logbookId, operation)).body).toMatchObject({
        verdict: 'applied',
      })
    }
    expect(await pulled(there.desk, note, logbookId)).toMatchObject({ state: 'published' })
    const told = await pullBook(phone, { seq, chain, grant, settled: 2 }, logbookId)
    expect(told.verdicts.map(({ id, n, verdict }) => [id, n, verdict])).toEqual([
      [operations[0].id, 1, 'applied'],
      [operations[1].id, 2, 'applied'],
    ])

    const more = aNote('Encore une.')
    expect(verdictsOf(await phone.push(more.operations, { logbookId }))).toEqual([
      ...['applied', 'applied'],
    ])
    expect(await there.findings(logbookId)).toEqual([])
  })

  it('who asks for all verdicts anew hears why, also of what a file had brought first', async () => {
    const logbookId = await there.aLogbook()
    const phone = await aPhone()
    const { operations } = aNote()
    await there.bring(there.desk, logbookId, operations, { device: phone })
    for (const operation of operations)
      await settle(there.desk, logbookId, operation, 'take', 'Lu au téléphone.')

    const { seq, chain, grant, verdicts } = await pullBook(phone, undefined, logbookId)
    expect(verdicts, 'before it has sent them, they are none of its own').toEqual([])
    await phone.push(operations, { logbookId })
    const told = await pullBook(phone, { seq, chain, grant, settled: 0 }, logbookId)
    expect(told.verdicts.map(({ n, verdict }) => [n, verdict])).toEqual([
      [1, 'applied'],
      [2, 'applied'],
    ])
    expect(told.reasons?.map(({ id, reason }) => [id, reason])).toEqual(
      operations.map(({ id }) => [id, 'Lu au téléphone.']),
    )
  })

  it('the same file brought twice, by two people, is there once', async () => {
    const logbookId = await there.aLogbook()
    const phone = await aPhone()
    const { operations } = aNote()
    await there.bring(there.desk, logbookId, operations, { device: phone })
    const again = await there.bring(there.desk, logbookId, operations, { device: phone })
    expect(again).toMatchObject({ fresh: 0, verdicts: ['held rescued', 'held rescued'] })
    const own = await there.bring(await aPhone(), logbookId, operations, { device: phone })
    expect(own).toMatchObject({ fresh: 0, verdicts: ['held rescued', 'held rescued'] })
    expect(await there.historyOf(logbookId)).toHaveLength(2)
    expect((await listed(there.desk, logbookId)).map(({ operationId }) => operationId)).toEqual(
      idsOf(operations),
    )
  })

  it('what the phone had sent keeps its verdict, and the rest of the file is decided after it', async () => {
    const logbookId = await there.aLogbook()
    const phone = await aPhone()
    const { operations } = aNote()
    await phone.push([operations[0]], { logbookId })
    const own = await there.bring(await aPhone(), logbookId, operations, { device: phone })
    expect(own).toMatchObject({ fresh: 1, verdicts: ['applied', 'applied'] })
    expect(verdictsOf(await phone.push([operations[1]], { logbookId }))).toEqual(['applied'])
  })
})

describe('one’s own words are decided at once, and only in their order', () => {
  it.each<[string, (phone: TestDevice) => Promise<unknown> | null, number]>([
    ['something before them is missing', () => null, 2],
    ['their device was reported lost', (phone) => revoke(phone), 1],
  ])('where %s, they wait for a coordinator', async (_, before, first) => {
    const logbookId = await there.aLogbook()
    const phone = await aPhone()
    await before(phone)
    const change = { device: phone, first }
    const answer = await there.bring(await aPhone(), logbookId, aNote().operations, change)
    expect(answer.verdicts).toEqual(['held rescued', 'held rescued'])
  })

  it('where the server has never heard of their device, they wait, and are not lost', async () => {
    const logbookId = await there.aLogbook()
    const device = { ...there.phone, id: nextId<DeviceId>() }
    const change = { device, seal: null }
    const answer = await there.bring(await aPhone(), logbookId, aNote().operations, change)
    expect(answer.verdicts).toEqual(['held rescued', 'held rescued'])
    expect(await listed(there.desk, logbookId)).toHaveLength(2)
  })
})

describe('what waits is decided by a coordinator', () => {
  it('who sees whose it is, and who brought it', async () => {
    const logbookId = await there.aLogbook()
    const second = await there.world.device('secondCoordinator')
    await there.bring(second, logbookId, aNote().operations)
    const [first] = await listed(there.desk, logbookId)
    expect(first).toMatchObject({
      ...{ personId: personId('apprentice'), role: 'apprentice', via: null, code: 'rescued' },
      ...{ broughtBy: 'Élodie secondCoordinator', words: ['Salon à Lyon.'] },
    })
  })

  it('in the order it was written, or it would be refused for good', async () => {
    const logbookId = await there.aLogbook()
    const { operations } = aNote()
    await there.bring(there.desk, logbookId, operations)
    const early = await settle(there.desk, logbookId, operations[1])
    expect(early).toMatchObject({ status: 409, body: { code: 'earlier-first' } })
    for (const operation of operations) {
      const taken = await settle(there.desk, logbookId, operation)
      expect(taken).toMatchObject({ status: 200, body: { verdict: 'applied' } })
    }
  })

  it('what was done on a phone handed over stays the act of who held it', async () => {
    const logbookId = await there.aLogbook()
    const note = unwritten('note')
    const patch = { ...aPatch(note, { text: 'Oui.' }), present: personId('master') }
    await there.bring(there.desk, logbookId, [patch])
    const [item] = await listed(there.desk, logbookId)
    expect(item).toMatchObject({ personId: personId('master'), via: 'Élodie apprentice' })
  })
})

it('the hash of a file does not depend on what stands around its operations', () => {
  const [first] = numberedFrom(1, [{ id: 'a' }])
  expect(rescueHash([{ ...first, noticed: true } as never])).toBe(rescueHash([first as never]))
})
