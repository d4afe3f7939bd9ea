import 'fake-indexeddb/auto'
import { describe, expect, it, vi } from 'vitest'
import { ownDevice } from '#store/device.ts'
import { logbookId } from '#tests/support/builders.ts'
import { everything } from '#store/tables.ts'
import { holdPhoto } from '#tests/store/aDatabase.ts'
import { aPhone, unsent, writeNotes } from './aPhone.ts'

const { signal } = new AbortController()

describe('the numbers of device and server no longer meet', () => {
  it('a restored server gets what it lost again, under the same numbers', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 3)
    await phone.round()
    const { id } = await ownDevice(phone.db, () => {
      throw new Error('a new device')
    })
    phone.restore(id, logbookId, 1)
    const [fourth] = await writeNotes(phone.db, 1)

    expect(await phone.round()).toBeNull()
    expect([...phone.kept.keys()]).toEqual([ids[0], ids[1], ids[2], fourth])
    expect([...phone.kept.values()].map(({ result }) => result.n)).toEqual([1, 2, 3, 4])
    expect(await unsent(phone.db)).toEqual([])
  })

  it('a gap that nobody can fill does not keep the words on the phone for ever', async () => {
    const phone = aPhone()
    await writeNotes(phone.db, 2)
    await phone.round()
    const before = await phone.options.deviceId(signal)
    await phone.db.write(['sent'], ({ sent }) => sent.removeAll(everything))
    phone.restore(before, logbookId, 0)
    const [third] = await writeNotes(phone.db, 1)

    expect(await phone.round()).toBeNull()
    expect([...phone.kept.keys()]).toEqual([third])
    expect(await phone.options.deviceId(signal)).not.toBe(before)
  })

  it('a cloned phone becomes another device, tells the server, and sends all of its own', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 2)
    const before = await phone.options.deviceId(signal)
    phone.clone(before, logbookId, 7)
    let introduced = 0
    const register = () => {
      introduced += 1
      return Promise.resolve(null)
    }

    expect(await phone.round({ register })).toBeNull()
    const device = await phone.options.deviceId(signal)
    expect(device).not.toBe(before)
    expect(introduced).toBe(1)
    expect([...phone.kept].map(([id, row]) => [id, row.deviceId, row.result.n])).toEqual([
      [ids[0], device, 1],
      [ids[1], device, 2],
    ])
  })

  it('a server that always says “fork” gets one new device a round, not five hundred', async () => {
    const phone = aPhone()
    await writeNotes(phone.db, 1)
    phone.server.before = () => ({ kind: 'refused', status: 409, code: 'fork', expected: 1 })

    expect(await phone.round()).toMatchObject({ kind: 'refused', code: 'fork' })
    expect(phone.events).toEqual(['push 1', 'push 1', 'pull'])
    expect(await unsent(phone.db)).toHaveLength(1)
  })
})

describe('a server that does not know the device', () => {
  const unknown = { kind: 'refused', status: 403, code: 'unknown-device', expected: null } as const

  it.each(['push', 'pull'] as const)(
    'is told, whatever was asked, and the round goes on: %s',
    async (asked) => {
      const phone = aPhone()
      if (asked === 'push') await writeNotes(phone.db, 1)
      let known = false
      phone.server.before = () => (known ? null : unknown)
      phone.server.onPull = () => (known ? null : unknown)
      const register = () => {
        known = true
        return Promise.resolve(null)
      }

      expect(await phone.round({ register })).toBeNull()
      expect(await unsent(phone.db)).toEqual([])
    },
  )

  it.each(['push', 'pull'] as const)(
    'and goes on saying so is told once, and left in peace until the next round: %s',
    async (asked) => {
      const phone = aPhone()
      if (asked === 'push') await writeNotes(phone.db, 1)
      phone.server.before = () => unknown
      phone.server.onPull = () => unknown
      const register = vi.fn().mockResolvedValue(null)
      expect(await phone.round({ register })).toMatchObject({ kind: 'busy' })
      expect(register).toHaveBeenCalledTimes(1)
    },
  )

  it('because somebody else is signed in here gets nothing of this person', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 1)
    await holdPhoto(phone.db)
    phone.server.before = () => unknown
    const register = () => Promise.resolve({ kind: 'signed-out' } as const)

    expect(await phone.round({ register })).toEqual({ kind: 'signed-out' })
    expect(phone.events).toEqual(['push 1'])
    expect(await unsent(phone.db)).toEqual(ids)
  })
})
