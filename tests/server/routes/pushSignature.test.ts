import { beforeAll, describe, expect, it } from 'vitest'
import { hashOfText } from '#domain/hash.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { isSignedBy, readCompactJws } from '#protocol/compactJws.ts'
import {
  aBook,
  aSignature,
  lastHash,
  logbookId,
  logbooks,
  NOW,
  personId,
  writeVisit,
  writeWeek,
} from '#tests/support/builders.ts'
import { createWorld, pulled, sealed, verdictsOf, type TestDevice, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
async function aSentWeek(phone: TestDevice, told?: string) {
  weeks += 1
  const book = aBook()
  const week = `2026-W${String(weeks).padStart(2, '0')}`
  const entry = writeWeek(book, 'submitted', { week, ...(told ? { told } : {}) })
  await phone.push(book.done.map(({ operation }) => operation))
  return entry
}

/** What the master signs when he signs the version he read. */
const statementOf = (document: LogbookDocument) => ({
  logbook: logbookId,
  document: document.id,
  version: 1,
  hash: lastHash(document),
  signer: personId('master'),
  role: 'master' as const,
})

it('a signature by the master’s own key is kept with its key, and receipted', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const entry = await aSentWeek(phone)
  const jws = tablet.seal(statementOf(entry))
  const answer = await tablet.push([sealed(aSignature(entry), jws)])
  expect(verdictsOf(answer)).toEqual(['applied'])

  const [signature] = (await pulled(phone, entry))?.signatures ?? []
  expect(signature).toMatchObject({ level: 'device-key', role: 'master', via: null, jws, at: NOW })
  const book = (await phone.pull()).books[logbookId]
  expect(book?.keys).toContainEqual({
    keyId: tablet.keyId,
    personId: personId('master'),
    device: tablet.id,
    publicKey: expect.objectContaining({ kty: 'EC' }) as unknown,
  })

  const receipt = readCompactJws(signature?.receipt ?? '')
  expect(receipt && (await isSignedBy(receipt, world.deps.serverKey.publicKey))).toBe(true)
  expect(JSON.parse(receipt?.payload ?? '')).toEqual({
    logbook: logbookId,
    document: entry.id,
    version: 1,
    hash: lastHash(entry),
    signature: hashOfText(jws),
    seq: answer.body.results[0]?.seq,
    chain: book?.chain,
    receivedAt: NOW,
  })
})

it('without a key the signature counts, and says that it was a session', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const entry = await aSentWeek(phone)
  expect(verdictsOf(await tablet.push([aSignature(entry)]))).toEqual(['applied'])
  expect((await pulled(phone, entry))?.signatures).toMatchObject([{ level: 'session', jws: null }])
})

it('on the trainer’s laptop the laptop’s key seals what the master signs', async () => {
  const laptop = await world.device('trainer')
  const book = aBook()
  const visit = writeVisit(book, 'published')
  await laptop.push(book.done.map(({ operation }) => operation))
  const operation = { ...aSignature(visit), present: personId('master') }
  const jws = laptop.seal(statementOf(visit))

  expect(verdictsOf(await laptop.push([sealed(operation, jws)]))).toEqual(['applied'])
  expect((await pulled(laptop, visit))?.signatures).toMatchObject([
    { level: 'in-person', signer: personId('master'), via: personId('trainer'), jws },
  ])
})

describe('a seal that is not exactly this signature is refused, and the week stays unsigned', () => {
  interface Scene {
    readonly entry: LogbookDocument
    readonly other: LogbookDocument
    readonly tablet: TestDevice
    readonly foreign: TestDevice
  }
  const header = (device: TestDevice) => ({
    alg: 'ES256',
    typ: 'livret-signature+jws',
    kid: device.keyId,
  })
  it.each<[string, (scene: Scene) => string]>([
    [
      'another document',
      ({ tablet, entry, other }) => tablet.seal({ ...statementOf(entry), document: other.id }),
    ],
    ['the seal of another week, replayed', ({ tablet, other }) => tablet.seal(statementOf(other))],
    [
      'another logbook',
      ({ tablet, entry }) => tablet.seal({ ...statementOf(entry), logbook: logbooks.elsewhere }),
    ],
    ['another version', ({ tablet, entry }) => tablet.seal({ ...statementOf(entry), version: 2 })],
    [
      'other words',
      ({ tablet, entry }) => tablet.seal({ ...statementOf(entry), hash: 'f'.repeat(64) }),
    ],
    [
      'another person',
      ({ tablet, entry }) => tablet.seal({ ...statementOf(entry), signer: personId('trainer') }),
    ],
    [
      'another role',
      ({ tablet, entry }) => tablet.seal({ ...statementOf(entry), role: 'trainer' }),
    ],
    [
      'another device',
      ({ tablet, foreign, entry }) => tablet.seal({ ...statementOf(entry), device: foreign.id }),
    ],
    [
      'an instant that is none',
      ({ tablet, entry }) => tablet.seal({ ...statementOf(entry), at: 'demain' }),
    ],
    [
      'the key of somebody else',
      ({ tablet, foreign, entry }) =>
        foreign.seal({ ...statementOf(entry), device: tablet.id }, header(tablet)),
    ],
    [
      'a key that is named but not used',
      ({ tablet, foreign, entry }) => tablet.seal(statementOf(entry), header(foreign)),
    ],
    [
      'no algorithm',
      ({ tablet, entry }) => tablet.seal(statementOf(entry), { ...header(tablet), alg: 'none' }),
    ],
    [
      'another kind of token',
      ({ tablet, entry }) => tablet.seal(statementOf(entry), { ...header(tablet), typ: 'JWT' }),
    ],
    [
      'a header that asks for more',
      ({ tablet, entry }) => tablet.seal(statementOf(entry), { ...header(tablet), crit: ['exp'] }),
    ],
    [
      'a signature cut off',
      ({ tablet, entry }) => tablet.seal(statementOf(entry)).replace(/\.[^.]*$/u, '.'),
    ],
    [
      'a signature with one letter changed',
      ({ tablet, entry }) => flip(tablet.seal(statementOf(entry))),
    ],
    ['a signature padded', ({ tablet, entry }) => `${tablet.seal(statementOf(entry))}=`],
    ['four parts', ({ tablet, entry }) => `${tablet.seal(statementOf(entry))}.AAAA`],
    ['no token at all', () => 'bonjour'],
  ])('%s', async (_, forge) => {
    const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
    const foreign = await world.device('master')
    const [entry, other] = [await aSentWeek(phone), await aSentWeek(phone)]
    const answer = await tablet.push([
      sealed(aSignature(entry), forge({ entry, other, tablet, foreign })),
    ])

    expect(verdictsOf(answer)).toEqual(['rejected bad-signature'])
    expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', signatures: [] })
  })

  const flip = (jws: string) =>
    `${jws.slice(0, -10)}${jws.at(-10) === 'A' ? 'B' : 'A'}${jws.slice(-9)}`
})

it('a seal by a device that has no key is refused', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const entry = await aSentWeek(phone)
  await world.pool.query('update device set key_id = null, public_key = null where id = $1', [
    tablet.id,
  ])
  const answer = await tablet.push([sealed(aSignature(entry), tablet.seal(statementOf(entry)))])
  expect(verdictsOf(answer)).toEqual(['rejected bad-signature'])
})

it('who may not sign hears that, and nothing about the seal', async () => {
  const phone = await world.device('apprentice')
  const entry = await aSentWeek(phone)
  const answer = await phone.push([sealed(aSignature(entry), 'bonjour')])
  expect(verdictsOf(answer)).toEqual(['rejected not-allowed'])
})

it('signed twice, also from two devices, it is signed once', async () => {
  const phone = await world.device('apprentice')
  const [tablet, desk] = [await world.device('master'), await world.device('master')]
  const entry = await aSentWeek(phone)
  await tablet.push([sealed(aSignature(entry), tablet.seal(statementOf(entry)))])
  const again = await desk.push([sealed(aSignature(entry), desk.seal(statementOf(entry)))])

  expect(verdictsOf(again)).toEqual(['merged already-signed'])
  expect((await pulled(phone, entry))?.signatures).toHaveLength(1)
})

it('a seal stays provable after its device was reported lost', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const entry = await aSentWeek(phone)
  await tablet.push([sealed(aSignature(entry), tablet.seal(statementOf(entry)))])
  await world.pool.query('delete from device where id = $1', [tablet.id])

  const { keys } = (await phone.pull()).books[logbookId] ?? { keys: [] }
  expect(keys.map(({ keyId }) => keyId)).toContain(tablet.keyId)
})
