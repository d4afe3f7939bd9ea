import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { act } from '#store/act.ts'
import type { LogbookDb } from '#store/database.ts'
import type { RoundOptions } from '#sync/round.ts'
import { apprentice, aPatch, unwritten } from '#tests/support/builders.ts'
import { aPhone, unsent, writeNotes } from './aPhone.ts'

/** So many go in the first request; those behind them are read meanwhile. */
const FIRST = 64

/** A phone on whose first request, while it is on its way, something happens. */
function aSlowNetwork(meanwhile: (db: LogbookDb) => Promise<unknown>) {
  const phone = aPhone()
  const { transport } = phone
  let isFirst = true
  const slow: RoundOptions['transport'] = {
    ...transport,
    push: async (...args) => {
      if (isFirst) {
        isFirst = false
        // Whatever is read for the next request is read by now.
        await new Promise((resolve) => setTimeout(resolve, 50))
        await meanwhile(phone.db)
      }
      return transport.push(...args)
    },
  }
  return { ...phone, round: () => phone.round({ transport: slow }) }
}

describe('what waits behind a request', () => {
  it('is read while that is on its way, not after', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, 3 * FIRST)
    const { transport } = phone
    const events: string[] = []
    const db: LogbookDb = {
      ...phone.db,
      read: (names, work) => {
        if (names.some((name) => name === 'outbox')) events.push('read')
        return phone.db.read(names, work)
      },
    }
    const told: RoundOptions['transport'] = {
      ...transport,
      push: async (...args) => {
        await new Promise((resolve) => setTimeout(resolve, 50))
        events.push('answered')
        return transport.push(...args)
      },
    }

    expect(await phone.round({ db, transport: told })).toBeNull()
    expect(events.slice(0, 4)).toEqual(['read', 'read', 'answered', 'answered'])
    expect([...phone.kept.keys()]).toEqual(ids)
    expect(phone.events).toEqual([`push ${FIRST}`, `push ${2 * FIRST}`, 'pull'])
  })

  it('goes on growing until its own turn, and no letter of it is left out', async () => {
    const note = unwritten('note')
    const first = aPatch(note, { text: 'Le sal' })
    const more = aPatch(note, { text: 'Le salon' }, { text: first.id })
    const phone = aSlowNetwork((db) => act(db, more, apprentice))
    const ids = await writeNotes(phone.db, FIRST)
    await act(phone.db, first, apprentice)

    expect(await phone.round()).toBeNull()
    expect([...phone.kept.keys()]).toEqual([...ids, more.id])
    expect(await unsent(phone.db)).toEqual([])
  })

  it('and was written meanwhile has the next number', async () => {
    const phone = aSlowNetwork((db) => writeNotes(db, 2))
    await writeNotes(phone.db, FIRST + 1)

    expect(await phone.round()).toBeNull()
    expect(await phone.round()).toBeNull()
    expect([...phone.kept.values()].map(({ result }) => result.n)).toEqual(
      Array.from({ length: FIRST + 3 }, (_, index) => index + 1),
    )
    expect(await unsent(phone.db)).toEqual([])
  })

  it('does not go before what the request has left without a verdict', async () => {
    const phone = aPhone()
    const ids = await writeNotes(phone.db, FIRST + 3)
    let isCut = true
    phone.server.after = (answer) => {
      if (!isCut || answer.kind !== 'ok') return answer
      isCut = false
      return { ...answer, body: { ...answer.body, results: answer.body.results.slice(0, 10) } }
    }
    const sent: number[][] = []
    phone.server.before = ({ operations }) => {
      sent.push(operations.map(({ n }) => n))
      return null
    }

    expect(await phone.round()).toBeNull()
    expect(sent[1]?.slice(0, 2)).toEqual([11, 12])
    expect([...phone.kept.keys()]).toEqual(ids)
    expect(await unsent(phone.db)).toEqual([])
  })
})
