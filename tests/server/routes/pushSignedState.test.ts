import { beforeAll, expect, it } from 'vitest'
import type { Operation } from '#domain/operation.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import {
  aBook,
  anAct,
  aPatch,
  aReturn,
  aSignature,
  lastHash,
  nextId,
  personId,
  seenIn,
  writeWeek,
  type PersonName,
} from '#tests/support/builders.ts'
import { createWorld, pulled, sealed, verdictsOf, type TestDevice, type World } from './world.ts'

let world: World
let phone: TestDevice
let tablet: TestDevice
beforeAll(async () => {
  world = await createWorld()
  phone = await world.device('apprentice')
  tablet = await world.device('master')
})

let weeks = 0
async function aSentWeek(state: 'submitted' | 'signed'): Promise<LogbookDocument> {
  weeks += 1
  const book = aBook()
  const week = `2026-W${String(weeks).padStart(2, '0')}`
  const entry = writeWeek(book, state, { week })
  for (const { operation, actor } of book.done) {
    await (actor.role === 'master' ? tablet : phone).push([operation])
  }
  return entry
}

const word = (entry: LogbookDocument) => ({
  week: entry.fields['week']?.value ?? null,
  told: 'Autre chose.',
})

it.each<[string, PersonName, (entry: LogbookDocument) => Operation, string]>([
  ['sent again', 'apprentice', (entry) => anAct('submit', entry), 'rejected wrong-state'],
  ['withdrawn', 'apprentice', (entry) => anAct('withdraw', entry), 'rejected wrong-state'],
  ['signed by who wrote it', 'apprentice', (entry) => aSignature(entry), 'rejected not-allowed'],
  [
    'corrected by who signed it',
    'master',
    (entry) => anAct('amend', entry),
    'rejected not-allowed',
  ],
])('a signed week cannot be %s, and stays as it was signed', async (_, who, act, verdict) => {
  const entry = await aSentWeek('signed')
  const before = await pulled(phone, entry)
  const answer = await (who === 'master' ? tablet : phone).push([act(entry)])

  expect(answer.status).toBe(200)
  expect(verdictsOf(answer)).toEqual([verdict])
  expect(await pulled(phone, entry)).toEqual(before)
})

it('a return that arrives after the signature keeps its reason, and moves nothing', async () => {
  const entry = await aSentWeek('signed')
  const before = await pulled(phone, entry)

  expect(verdictsOf(await tablet.push([aReturn(entry)]))).toEqual(['merged superseded'])
  const { state, signatures, versions, returns } = (await pulled(phone, entry)) ?? {}
  expect(returns).toHaveLength(1)
  expect({ state, signatures, versions }).toEqual({
    state: 'signed',
    signatures: before?.signatures,
    versions: before?.versions,
  })
})

it('words that arrive after the signature are kept beside what was signed, which stays', async () => {
  const entry = await aSentWeek('signed')
  const late = aPatch(entry, word(entry), seenIn(entry))

  expect(verdictsOf(await phone.push([late]))).toEqual(['merged late'])
  const seen = await pulled(phone, entry)
  expect(seen).toMatchObject({
    state: 'signed',
    alternatives: { told: [{ value: 'Autre chose.' }] },
  })
  expect(seen?.versions.map(({ hash }) => hash)).toEqual([lastHash(entry)])
  expect(seen?.signatures).toHaveLength(1)
})

it('a signature on words that nobody sent is refused, with a seal or without', async () => {
  const entry = await aSentWeek('submitted')
  const wrong = 'f'.repeat(64)
  const seal = tablet.seal({
    logbook: entry.logbookId,
    document: entry.id,
    version: 1,
    hash: wrong,
    signer: personId('master'),
    role: 'master',
  })
  const answer = await tablet.push([
    aSignature(entry, wrong),
    sealed(aSignature(entry, wrong), seal),
  ])

  expect(verdictsOf(answer)).toEqual(['rejected unknown-version', 'rejected unknown-version'])
  expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', signatures: [] })
})

it('a return of words that nobody sent is refused', async () => {
  const entry = await aSentWeek('submitted')
  const wrong = { ...aReturn(entry), hash: 'f'.repeat(64) }

  expect(verdictsOf(await tablet.push([wrong]))).toEqual(['rejected unknown-version'])
  expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', returns: [] })
})

it('the seal of the version before does not sign the corrected one', async () => {
  const entry = await aSentWeek('signed')
  const old = tablet.seal({
    logbook: entry.logbookId,
    document: entry.id,
    version: 1,
    hash: lastHash(entry),
    signer: personId('master'),
    role: 'master',
  })
  const seen = await pulled(phone, entry)
  const by = seen?.fields['told']?.by
  await phone.push([
    anAct('amend', entry),
    aPatch(entry, word(entry), by ? { told: by } : {}),
    anAct('submit', entry),
  ])
  const hash = (await pulled(phone, entry))?.versions[1]?.hash ?? ''
  expect(hash).not.toBe(lastHash(entry))

  const replay = sealed(aSignature(entry, hash), old)
  expect(verdictsOf(await tablet.push([replay]))).toEqual(['rejected bad-signature'])
  expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted' })
})

it('the operation of another person, from one’s own device, is refused', async () => {
  const entry = await aSentWeek('submitted')
  const asMaster = { ...aSignature(entry), present: personId('master') }
  const asNobody = { ...aSignature(entry), id: nextId(), present: nextId() }
  const answer = await phone.push([asMaster, asNobody])

  expect(verdictsOf(answer)).toEqual(['rejected not-allowed', 'rejected not-allowed'])
  expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', signatures: [] })
})
