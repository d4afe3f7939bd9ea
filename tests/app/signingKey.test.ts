// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DeviceId } from '#domain/identifiers.ts'
import { PROTOCOL_HEADER } from '#protocol/conversation.ts'
import { registerDevice, signStatement } from '#app/signingKey.ts'
import { act } from '#store/act.ts'
import { findEmptied, noticeEmptied, ownDevice } from '#store/device.ts'
import { decodeProtectedHeader } from 'jose'
import { aDatabase } from '#tests/store/aDatabase.ts'
import {
  aPatch,
  aSignature,
  aWeek,
  master,
  nextId,
  NOW,
  trainer,
  unwritten,
} from '#tests/support/builders.ts'

// The encoder’s bytes are of another realm than jsdom’s `Uint8Array`, for which `jose` asks.
beforeEach(() => {
  class Encoder {
    encode = (text: string) => Uint8Array.from(Buffer.from(text))
  }
  vi.stubGlobal('TextEncoder', Encoder)
})

afterEach(() => {
  vi.restoreAllMocks()
})

interface Told {
  readonly id: string
  readonly publicKey: { readonly x: string } | null
}

/** A server at which `who` is signed in on this browser, and what it was told of devices. */
function aServer(who: string, devices: () => Response | Promise<Response> = ok) {
  const told: Told[] = []
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (path === '/api/v1/session') {
      return Promise.resolve(json({ person: { id: who, name: 'x' }, demo: false }))
    }
    told.push(JSON.parse(init?.body as string) as Told)
    return Promise.resolve(devices())
  })
  return told
}

const { signal } = new AbortController()
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { [PROTOCOL_HEADER]: '1' } })
const ok = () => json({ keyId: null }, 201)

const statement = () => {
  const week = aWeek('submitted')
  const { hash } = aSignature(week)
  return {
    ...{ logbook: week.logbookId, document: week.id, version: 1, hash },
    ...{ signer: master.personId, role: master.role, at: NOW },
  }
}

describe('the key of a device', () => {
  it('is one, however many tabs and signatures need it at the same moment', async () => {
    const db = aDatabase(master.personId)
    const told = aServer(master.personId)
    await Promise.all([
      registerDevice(db, master.personId, signal),
      registerDevice(db, master.personId, signal),
    ])
    const device = await ownDevice(db, nextId<DeviceId>)

    expect(device.registered).toBe(true)
    expect(new Set(told.map(({ id, publicKey }) => `${id} ${publicKey?.x}`)).size).toBe(1)
    const jws = await Promise.all([signStatement(db, statement()), signStatement(db, statement())])
    for (const each of jws) expect(decodeProtectedHeader(each ?? '').kid).toBe(device.keyId)
  })

  it('cannot be read by anybody, also not by our own code', async () => {
    const db = aDatabase(master.personId)
    aServer(master.personId)
    await registerDevice(db, master.personId, signal)
    const { signingKey } = await ownDevice(db, nextId<DeviceId>)
    if (!signingKey) throw new Error('no key')

    expect(signingKey.privateKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('jwk', signingKey.privateKey)).rejects.toThrow()
  })

  it('that cannot be kept here is not used: the signature says it is one of the session', async () => {
    const db = aDatabase(master.personId)
    const told = aServer(master.personId)
    await ownDevice(db, nextId<DeviceId>)
    const pair = await crypto.subtle.generateKey(ALGORITHM, false, ['sign'])
    // What no database can keep, as keys are in a private window.
    const fleeting = { ...pair, keep: () => false }
    vi.spyOn(crypto.subtle, 'generateKey').mockResolvedValue(fleeting)

    expect(await registerDevice(db, master.personId, signal)).toBeNull()
    expect(told).toMatchObject([{ publicKey: null }])
    expect(await signStatement(db, statement())).toBeNull()
    expect(await ownDevice(db, nextId<DeviceId>)).toMatchObject({ registered: true, keyId: null })
  })
})

describe('a device', () => {
  it('whose browser had deleted the livret says so until its person knows', async () => {
    const db = aDatabase(master.personId)
    const emptied = { pending: 3, lastSeenAt: NOW }
    const told = aServer(master.personId, () => json({ keyId: null, emptied }, 201))
    await registerDevice(db, master.personId, signal)
    expect(told).toMatchObject([{ fresh: true }])
    expect(await findEmptied(db)).toEqual(emptied)

    await noticeEmptied(db)
    expect(await findEmptied(db)).toBeNull()
    expect((await ownDevice(db, nextId<DeviceId>)).registered).toBe(true)
  })

  it('that held something before is not fresh, whatever its id', async () => {
    const db = aDatabase(master.personId)
    await act(db, aPatch(unwritten('note'), { text: 'x' }), master)
    const told = aServer(master.personId)
    await registerDevice(db, master.personId, signal)
    // Whose it is goes with it: between two requests, a session may become somebody else’s.
    expect(told).toMatchObject([{ fresh: false, owner: master.personId }])
  })

  it('never becomes that of somebody else who is signed in on this browser', async () => {
    const db = aDatabase(master.personId)
    const told = aServer(trainer.personId)

    expect(await registerDevice(db, master.personId, signal)).toEqual({ kind: 'signed-out' })
    expect(told).toEqual([])
  })

  it.each([
    ['without a network', () => Promise.reject(new TypeError('lost')), { kind: 'offline' }],
    ['signed out', () => json({ code: 'signed-out' }, 401), { kind: 'signed-out' }],
    ['server in trouble', () => json({ code: 'failed' }, 503), { kind: 'busy' }],
    [
      'reported as lost',
      () => json({ code: 'device-revoked' }, 409),
      { kind: 'refused', code: 'device-revoked' },
    ],
  ])('is not taken for known: %s', async (_, devices, end) => {
    const db = aDatabase(master.personId)
    aServer(master.personId, devices)

    expect(await registerDevice(db, master.personId, signal)).toMatchObject(end)
    expect((await ownDevice(db, nextId<DeviceId>)).registered).toBe(false)
  })
})
