import { generateKeyPairSync } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { beforeEach, describe, expect, it } from 'vitest'
import { openSession } from '#server/access/session.ts'
import { deviceListSchema } from '#protocol/devices.ts'
import { createDatabase } from '#tests/support/postgres.ts'
import { addPeople, aServer, karim, lea, type TestServer } from '../testServer.ts'

const { pool } = await createDatabase()
await addPeople(pool)

const phone = '0195b000-0000-7000-8000-000000000001'
const tablet = '0195b000-0000-7000-8000-000000000002'
const another = '0195b000-0000-7000-8000-000000000003'
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

    expect(await enrol(lea, { publicKey })).toMatchObject({ status: 201, keyId })
    expect(
      await enrol(lea, { publicKey: { ...publicKey, ext: true, key_ops: ['verify'] } }),
    ).toMatchObject({
      status: 200,
      keyId,
    })
    expect((await pool.query('select public_key from device')).rows).toEqual([
      { public_key: publicKey },
    ])
  })

  it('may come without a key and bring it later', async () => {
    expect(await enrol(lea, {})).toMatchObject({ status: 201, keyId: null })
    expect(await enrol(lea, { publicKey: aKey() })).toMatchObject({ status: 200 })
  })

  it('of a page whose session became somebody else’s meanwhile does not become theirs', async () => {
    expect(await enrol(karim, { owner: lea })).toEqual({ status: 401, code: 'signed-out' })
    expect((await pool.query('select from device')).rowCount).toBe(0)
    expect(await enrol(lea, { owner: lea })).toMatchObject({ status: 201 })
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

  it('that comes back with its cookie and nothing else is known to have been emptied', async () => {
    const token = await openSession(pool, { personId: lea, label: '', at: server.deps.now() })
    const post = (id: string, fresh: boolean, cookie = '') =>
      server.ask('POST', '/api/v1/devices', {
        cookie: `livret=${token}${cookie}`,
        body: { id, label: 'Redmi', publicKey: null, fresh },
      })
    const first = await post(phone, true)
    expect(await first.json()).toEqual({ keyId: null, emptied: null })
    const cookie = `; ${(first.headers.get('Set-Cookie') ?? '').split(';')[0] ?? ''}`
    expect(cookie).toContain(phone)
    await pool.query('update device set pending = 3')

    // A copy of the same browser, or the same device again, has lost nothing.
    expect(await (await post(phone, true, cookie)).json()).toMatchObject({ emptied: null })
    const back = await post(tablet, true, cookie)
    expect(await back.json()).toMatchObject({ emptied: { pending: 3 } })
    expect(server.logs.map(({ event }) => event)).toContainEqual({
      event: 'device-emptied',
      pending: 3,
    })

    const list = await server.ask('GET', '/api/v1/devices', { cookie: `livret=${token}` })
    const { devices } = deviceListSchema.parse(await list.json())
    expect(devices.map(({ id, pending }) => [id, pending]).sort()).toEqual([
      [phone, 3],
      [tablet, 0],
    ])
    expect(devices.find(({ id }) => id === phone)?.emptiedAt).not.toBeNull()
  })

  it('of who closed the livret has lost nothing, nor has a clone, nor somebody else’s', async () => {
    const enter = (personId: string) =>
      openSession(pool, { personId, label: '', at: server.deps.now() })
    const token = await enter(lea)
    const ask = (id: string, fresh: boolean, cookie: string) =>
      server.ask('POST', '/api/v1/devices', {
        cookie,
        body: { id, label: '', publicKey: null, fresh },
      })
    await ask(phone, true, `livret=${token}`)
    const named = `livret-device=${phone}`
    const clone = await ask(tablet, false, `livret=${token}; ${named}`)
    expect(await clone.json()).toMatchObject({ emptied: null })
    const other = await ask(another, true, `livret=${await enter(karim)}; ${named}`)
    expect(await other.json()).toMatchObject({ emptied: null })

    const out = await server.ask('DELETE', '/api/v1/session', { cookie: `livret=${token}` })
    expect(out.headers.getSetCookie().join()).toContain('livret-device=;')
  })

  it('of another person is in nobody’s list', async () => {
    await enrol(karim, {})
    const token = await openSession(pool, { personId: lea, label: '', at: server.deps.now() })
    const list = await server.ask('GET', '/api/v1/devices', { cookie: `livret=${token}` })
    expect(await list.json()).toEqual({ devices: [] })
    expect((await server.ask('GET', '/api/v1/devices', {})).status).toBe(401)
  })

  it('asks for a session', async () => {
    const body = { id: phone, label: '', publicKey: null }
    expect((await server.ask('POST', '/api/v1/devices', { body })).status).toBe(401)
  })
})
