import { beforeAll, expect, it } from 'vitest'
import type { LogbookId, OperationId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import {
  anAct,
  anUnwrittenWeek,
  aPatch,
  aSignature,
  lastHash,
  logbookId,
  logbooks,
  nextId,
  personId,
} from '#tests/support/builders.ts'
import { aRealPhoto, type TestPhoto } from '#tests/support/photos.ts'
import {
  createWorld,
  listKept,
  pulled,
  sealed,
  verdictsOf,
  type TestDevice,
  type World,
} from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})

let weeks = 0
/** A sent week of the apprentice that names these photos, as others read it. */
async function aWeekWith(phone: TestDevice, ...photos: readonly TestPhoto[]) {
  weeks += 1
  const week = `2026-W${String(weeks).padStart(2, '0')}`
  const entry = anUnwrittenWeek(week)
  const set = Object.fromEntries(
    photos.map(({ sha256, size, mime }, index) => [`photos/${index}`, { sha256, size, mime }]),
  )
  const sent = await phone.push([
    aPatch(entry, { week, told: 'En photo', ...set }),
    anAct('submit', entry),
  ])
  expect(verdictsOf(sent)).toEqual(['applied', 'applied'])
  return (await pulled(phone, entry)) as LogbookDocument
}

const bring = (device: TestDevice, { sha256, bytes }: TestPhoto, id: LogbookId = logbookId) =>
  device.fetch(`/api/v1/logbooks/${id}/files/${sha256}`, {
    method: 'PUT',
    body: new Uint8Array(bytes),
  })

/** The master’s signature by his own key, as a device offers it once more under a new id. */
function aSeal(tablet: TestDevice, entry: LogbookDocument) {
  const jws = tablet.seal({
    logbook: logbookId,
    document: entry.id,
    version: 1,
    hash: lastHash(entry),
    signer: personId('master'),
    role: 'master',
  })
  return () => sealed({ ...aSignature(entry), id: nextId<OperationId>() }, jws)
}

it('nobody signs a week whose photos have not arrived; once all are there, the same seal counts', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const [first, second] = [await aRealPhoto(), await aRealPhoto()]
  const entry = await aWeekWith(phone, first, second)
  const seal = aSeal(tablet, entry)

  expect(verdictsOf(await tablet.push([seal()]))).toEqual(['held files-missing'])
  await bring(phone, first)
  expect(verdictsOf(await tablet.push([seal()]))).toEqual(['held files-missing'])
  expect(await pulled(phone, entry)).toMatchObject({ state: 'submitted', signatures: [] })

  await bring(phone, second)
  const again = seal()
  expect(verdictsOf(await tablet.push([again]))).toEqual(['applied'])
  expect(await pulled(phone, entry)).toMatchObject({
    state: 'signed',
    signatures: [{ level: 'device-key', jws: again.jws, role: 'master' }],
  })
  // The words of who signed too early are kept, with the seal.
  const kept = await listKept(world, tablet)
  expect(kept.map(({ verdict }) => verdict)).toEqual(['held', 'held', 'applied'])
  expect(kept[0]?.body).toMatchObject({ type: 'sign', jws: again.jws })
})

it('sent twice, the early signature gets its first verdict again, also when the photos came meanwhile', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const photo = await aRealPhoto()
  const entry = await aWeekWith(phone, photo)
  const sign = aSeal(tablet, entry)()
  const first = await tablet.push([sign], { n: 1 })
  await bring(phone, photo)
  expect(await tablet.push([sign], { n: 1 })).toEqual(first)
})

it('what stands behind an early signature does not wait for it', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const waiting = await aWeekWith(phone, await aRealPhoto())
  const ready = await aWeekWith(phone)
  const answer = await tablet.push([aSignature(waiting), aSignature(ready)])
  expect(verdictsOf(answer)).toEqual(['held files-missing', 'applied'])
})

it('bytes that were brought into another logbook do not count here', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const stranger = await world.device('apprentice', 'elsewhere')
  const photo = await aRealPhoto()
  const entry = await aWeekWith(phone, photo)
  expect((await bring(stranger, photo, logbooks.elsewhere)).status).toBe(201)
  expect(verdictsOf(await tablet.push([aSignature(entry)]))).toEqual(['held files-missing'])
})

it('a forged seal is refused as such, photos or not', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const entry = await aWeekWith(phone, await aRealPhoto())
  const forged = sealed(aSignature(entry), `${aSeal(tablet, entry)().jws ?? ''}x`)
  expect(verdictsOf(await tablet.push([forged]))).toEqual(['rejected bad-signature'])
})

it('photos that came before their week count as those that come after it', async () => {
  const [phone, tablet] = [await world.device('apprentice'), await world.device('master')]
  const photo = await aRealPhoto()
  await bring(phone, photo)
  const entry = await aWeekWith(phone, photo)
  expect(verdictsOf(await tablet.push([aSignature(entry)]))).toEqual(['applied'])
})
