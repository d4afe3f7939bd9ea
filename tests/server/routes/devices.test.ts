import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '#server/access/session.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addPeople, aServer, karim, lea, type TestServer } from '../testServer.ts'

const { pool } = await createDatabase()
await addPeople(pool)

const phone = '0195b000-0000-7000-8000-000000000001'
const tablet = '0195b000-0000-7000-8000-000000000002'
const aPair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' })
const aKey = () => aPair().publicKey.export({ format: 'jwk' })
let server: TestServer

beforeEach(async () => {
  await pool.query('truncate device cascade')
  server = await aServer(pool)
})

const enrol = async (person: string, body: object) => {
  const token = await openSession(pool, { personId: person, label: '', at: server.deps.now() })
  const answer = await server.ask('POST', '/api/v1/devices', {
    cookie: `livret=${token}`,
    body: { id: phone, label: 'Téléphone', publicKey: null, ...body },
  })
  const { code, ...rest } = (await answer.json()) as { code?: string; keyId?: string }
  return code === undefined ? { status: answer.status, ...rest } : { status: answer.status, code }
}

describe('a device', () => {
  it('gets the thumbprint of its key (RFC 7638), and twice the same request is one device', async () => {
    const publicKey = aKey()
    const keyId = await calculateJwkThumbprint(publicKey)

    expect(await enrol(lea, { publicKey })).toEqual({ status: 201, keyId })
    expect(
      await enrol(lea, { publicKey: { ...publicKey, ext: true, key_ops: ['verify'] } }),
    ).toEqual({
      status: 200,
      keyId,
    })
    expect((await pool.query('select public_key from device')).rows).toEqual([
      { public_key: publicKey },
    ])
  })

  it('may come without a key and bring it later', async () => {
    expect(await enrol(lea, {})).toEqual({ status: 201, keyId: null })
    expect(await enrol(lea, { publicKey: aKey() })).toMatchObject({ status: 200 })
  })

  it('of another person cannot be taken over', async () => {
    await enrol(lea, {})

    expect(await enrol(karim, {})).toEqual({ status: 409, code: 'device-taken' })
    expect((await pool.query('select person_id from device')).rows).toEqual([{ person_id: lea }])
  })

  it('keeps its key: a signature of yesterday must still point to it', async () => {
    const first = aKey()
    await enrol(lea, { publicKey: first })

    expect(await enrol(lea, { publicKey: aKey() })).toEqual({ status: 409, code: 'key-exists' })
    expect((await pool.query('select public_key from device')).rows).toEqual([
      { public_key: first },
    ])
  })

  it('cannot claim the key of another device, and leaves nothing when it tries', async () => {
    const publicKey = aKey()
    await enrol(lea, { publicKey })

    expect(await enrol(karim, { id: tablet, publicKey })).toEqual({
      status: 409,
      code: 'key-taken',
    })
    expect((await pool.query('select id from device')).rows).toEqual([{ id: phone }])
  })

  it('that was reported lost does not come back by asking', async () => {
    await enrol(lea, {})
    await pool.query('update device set revoked_at = now()')

    expect(await enrol(lea, { publicKey: aKey() })).toEqual({ status: 409, code: 'device-revoked' })
  })

  it.each([
    ['a private key', () => aPair().privateKey.export({ format: 'jwk' })],
    ['a point beside the curve', () => ({ ...aKey(), x: 'A'.repeat(43) })],
    ['a key of another curve', () => ({ ...aKey(), crv: 'P-384' })],
  ])('with %s is refused, and the key is kept nowhere', async (_, makeKey) => {
    expect(await enrol(lea, { publicKey: makeKey() })).toEqual({ status: 422, code: 'not-valid' })
    expect((await pool.query('select from device')).rowCount).toBe(0)
  })

  it('asks for a session', async () => {
    const body = { id: phone, label: '', publicKey: null }
    expect((await server.ask('POST', '/api/v1/devices', { body })).status).toBe(401)
  })
})
