import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { act } from '#store/act.ts'
import { anAct, anUnwrittenWeek, aPatch, apprentice, WEEK } from '#tests/support/builders.ts'
import { aPhoto, holdPhoto, rowsOf } from '#tests/store/aDatabase.ts'
import { aPhone, writeNotes } from './aPhone.ts'

describe('photos', () => {
  it('wait for the text, and are confirmed one by one', async () => {
    const phone = aPhone()
    await holdPhoto(phone.db)
    await holdPhoto(phone.db, aPhoto({ sha256: 'c'.repeat(64) }))
    await writeNotes(phone.db, 1)

    expect(await phone.round()).toBeNull()
    expect(phone.events).toEqual(['push 1', 'pull', 'file', 'file'])
    expect((await rowsOf(phone.db, 'files')).map(({ state }) => state)).toEqual([
      'stored',
      'stored',
    ])
  })

  it('one that the server refuses stays on the phone and does not hold up the next', async () => {
    const phone = aPhone()
    await holdPhoto(phone.db)
    await holdPhoto(phone.db, aPhoto({ sha256: 'c'.repeat(64) }))
    const refusal = { kind: 'refused', status: 422, code: 'not-a-photo', expected: null } as const
    phone.server.onFile = (sha256) => (sha256.startsWith('b') ? refusal : null)

    await phone.round()
    expect(phone.files).toEqual(['c'.repeat(64)])
    expect(await rowsOf(phone.db, 'files')).toMatchObject([
      { sha256: 'b'.repeat(64), state: 'refused', refusal: 'not-a-photo' },
      { sha256: 'c'.repeat(64), state: 'stored' },
    ])
    await phone.round()
    expect(phone.files).toEqual(['c'.repeat(64)])
    expect(await rowsOf(phone.db, 'bytes')).toHaveLength(4)
  })

  it('one that is turned down for now does not hold up the others, and is sent with the next round', async () => {
    const phone = aPhone()
    for (const [minute, letter] of ['c', 'd', 'b'].entries()) {
      const addedAt = `2025-11-07T17:0${minute}:00.000Z`
      await holdPhoto(phone.db, aPhoto({ sha256: letter.repeat(64), addedAt }))
    }
    const refusal = { kind: 'refused', status: 400, code: 'cut-off', expected: null } as const
    phone.server.onFile = (sha256) => (sha256.startsWith('b') ? refusal : null)
    expect(await phone.round()).toEqual(refusal)
    expect([...phone.files].sort()).toEqual(['c', 'd'].map((letter) => letter.repeat(64)))

    phone.server.onFile = null
    expect(await phone.round()).toBeNull()
    expect(phone.files.at(-1)).toBe('b'.repeat(64))
  })

  it('leave two at a time, the latest first', async () => {
    const phone = aPhone()
    const taken = ['b', 'd', 'c'].map((letter, minute) =>
      aPhoto({ sha256: letter.repeat(64), addedAt: `2025-11-07T17:0${minute}:00.000Z` }),
    )
    for (const photo of taken) await holdPhoto(phone.db, photo)
    let open = 0
    let most = 0
    const { transport } = phone
    const watched = {
      ...transport,
      putFile: async (...args: Parameters<typeof transport.putFile>) => {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setTimeout(resolve, 5))
        open -= 1
        return transport.putFile(...args)
      },
    }
    expect(await phone.round({ transport: watched })).toBeNull()
    expect(phone.files).toEqual(['c', 'd', 'b'].map((letter) => letter.repeat(64)))
    expect(most).toBe(2)
  })

  it('without a network are not tried one after the other', async () => {
    const phone = aPhone()
    for (const letter of ['b', 'c', 'd', 'e']) {
      await holdPhoto(phone.db, aPhoto({ sha256: letter.repeat(64) }))
    }
    phone.server.onFile = () => ({ kind: 'offline' })

    expect(await phone.round()).toEqual({ kind: 'offline' })
    expect(phone.events).toEqual(['pull', 'file', 'file'])
  })

  it('are not held up by an act that was decided and sent: all leave in one round', async () => {
    const phone = aPhone()
    for (const letter of ['b', 'c', 'd', 'e', 'f']) {
      await holdPhoto(phone.db, aPhoto({ sha256: letter.repeat(64) }))
    }
    const week = anUnwrittenWeek()
    await act(phone.db, aPatch(week, { week: WEEK, told: 'Salon' }), apprentice)
    await act(phone.db, anAct('submit', week), apprentice)

    expect(await phone.round()).toBeNull()
    expect(phone.files).toHaveLength(5)
  })

  it('let words pass that are written while they travel', async () => {
    const phone = aPhone()
    for (const letter of ['b', 'c', 'd']) {
      await holdPhoto(phone.db, aPhoto({ sha256: letter.repeat(64) }))
    }
    const { transport } = phone
    let written = false
    const slow = {
      ...transport,
      putFile: async (...args: Parameters<typeof transport.putFile>) => {
        if (!written) {
          written = true
          await writeNotes(phone.db, 1)
        } else await new Promise((resolve) => setTimeout(resolve, 50))
        return transport.putFile(...args)
      },
    }

    await phone.round({ transport: slow })
    await phone.round({ transport: slow })
    expect(phone.events).toEqual(['pull', 'file', 'file', 'push 1', 'pull', 'file'])
  })
})
