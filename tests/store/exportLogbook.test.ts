import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#domain/canonicalJson.ts'
import type { DeviceId, PersonId } from '#domain/identifiers.ts'
import type { LogbookDocument } from '#domain/logbookDocument.ts'
import { signatureStatement } from '#domain/signing.ts'
import { exportFileSchema } from '#protocol/exportFile.ts'
import { verifyExport } from '#protocol/verifyExport.ts'
import { keepKey, ownDevice } from '#store/device.ts'
import type { LogbookDb } from '#store/database.ts'
import { act } from '#store/act.ts'
import { exportLogbook } from '#store/exportLogbook.ts'
import {
  aPatch,
  apprentice,
  aSignature,
  aVisit,
  aWeek,
  lastHash,
  logbookId,
  master,
  nextId,
  NOW,
  present,
  trainer,
  unwritten,
} from '#tests/support/builders.ts'
import { CompactSign, calculateJwkThumbprint } from 'jose'
import { aDatabase, hold, holdBook, owner, pulledAs, putRow } from './aDatabase.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** A real key of a device, as `signingKey.ts` makes it. */
async function aKey(db: LogbookDb, personId: PersonId) {
  const { id } = await ownDevice(db, nextId<DeviceId>)
  const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const
  const keyId = await calculateJwkThumbprint(publicKey)
  const seal = (document: LogbookDocument, who: typeof master) => {
    const statement = signatureStatement({
      logbook: document.logbookId,
      document: document.id,
      version: document.versions.length,
      hash: lastHash(document),
      signer: who.personId,
      role: who.role,
      device: id,
      at: NOW,
    })
    // The encoder of Node: bytes of jsdom’s realm are no `Uint8Array` to it.
    return new CompactSign(Uint8Array.from(Buffer.from(canonicalJson(statement))))
      .setProtectedHeader({ alg: 'ES256', typ: 'livret-signature+jws', kid: keyId })
      .sign(pair.privateKey)
  }
  return { keyId, pair, seal, row: { keyId, personId, device: id, publicKey } }
}

async function exported(db: LogbookDb, person = owner) {
  const file = await exportLogbook(db, logbookId, person, NOW)
  if (!file) throw new Error('no file')
  return JSON.parse(JSON.stringify(file)) as unknown
}

describe('the livret as a file of this device', () => {
  it('is not made of a logbook that this device does not hold', async () => {
    expect(await exportLogbook(aDatabase(), logbookId, owner, NOW)).toBeNull()
  })

  it('holds drafts and what waits, opens elsewhere, and nothing in it is found wrong', async () => {
    const db = aDatabase()
    await holdBook(db)
    const signed = pulledAs(aWeek('signed', { week: '2025-W44' }), 1)
    await hold(db, signed, pulledAs(aVisit('published'), 2))
    await act(db, aPatch(unwritten('note'), { text: 'Brouillon de note' }), apprentice)

    const file = await exported(db)
    expect(exportFileSchema.safeParse(file).error).toBeUndefined()
    expect(await verifyExport(file)).toEqual([])
    const { documents } = exportFileSchema.parse(file)
    expect(documents.map(({ kind }) => kind).sort()).toEqual(['entry', 'note', 'visit'])
    const ids = documents.map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
  })

  it('leaves out the documents of other logbooks', async () => {
    const db = aDatabase()
    await holdBook(db)
    const foreign = { ...pulledAs(aWeek('draft'), 1), logbookId: nextId<typeof logbookId>() }
    await hold(db, foreign)

    expect(exportFileSchema.parse(await exported(db)).documents).toEqual([])
  })

  it('proves a signature made offline that no server has seen yet', async () => {
    const db = aDatabase(master.personId)
    const key = await aKey(db, master.personId)
    await keepKey(db, key.row.device, { keyId: key.keyId, signingKey: key.pair })
    await holdBook(db, { role: 'master' })
    const week = aWeek('submitted')
    await hold(db, pulledAs(week))
    await act(db, { ...aSignature(week), jws: await key.seal(week, master) }, master)

    const file = await exported(db, master.personId)
    expect(await verifyExport(file)).toEqual([])
    expect(exportFileSchema.parse(file).keys).toEqual([key.row])
  })

  it('proves a signature given on the trainer’s phone, and names no key that signed nothing here', async () => {
    const phone = aDatabase()
    const trainersKey = await aKey(phone, trainer.personId)
    const visit = aVisit('published')
    const jws = await trainersKey.seal(visit, master)
    const sign = { ...aSignature(visit), present: master.personId, jws }
    const db = aDatabase()
    await holdBook(db)
    const decision = await act(phone, aPatch(unwritten('note'), { text: 'x' }), trainer)
    expect(decision.verdict).toBe('applied')
    await hold(phone, pulledAs(visit))
    const { document } = await act(phone, sign, present('master', 'trainer'))
    if (!document) throw new Error('the visit was not signed')
    await hold(db, pulledAs(document))
    const other = await aKey(aDatabase(), master.personId)
    await putRow(db, 'signingKeys', trainersKey.row, other.row)

    const file = await exported(db)
    expect(await verifyExport(file)).toEqual([])
    expect(exportFileSchema.parse(file).keys).toEqual([trainersKey.row])
  })
})
